import SpecModel

/// What mail a template makes of some values.
///
/// Source: API v2 reference, TestRenderEmailTemplate; the developer guide on Handlebars in templates.
/// Note: texts are short and of ASCII without `=`, so that no transfer encoding but base64 changes them.
extension SESv2 {
    static let templateRenderingScenarios: [Scenario] = [
        rendering(
            "nested-path", "a path into the data", "Dear {{contact.name.first}}, welcome.",
            #"{"contact":{"name":{"first":"Anaya"}}}"#, "Dear Anaya, welcome.", guide),
        rendering(
            "each", "a loop over a list of objects", "Topics:{{#each topics}} {{title}}.{{/each}} End.",
            #"{"topics":[{"title":"Sports"},{"title":"Travel"}]}"#, "Topics: Sports. Travel. End.", guide),
        rendering(
            "if-true", "a condition that holds", "{{#if city}}Off to {{city}}{{else}}At home{{/if}} now.",
            #"{"city":"Bengaluru"}"#, "Off to Bengaluru now.", guide),
        rendering(
            "if-false", "a condition that does not hold", "{{#if city}}Off to {{city}}{{else}}At home{{/if}} now.",
            #"{"city":false}"#, "At home now.", guide),
        rendering(
            "if-empty", "a condition on an empty text", "{{#if city}}Off to {{city}}{{else}}At home{{/if}} now.",
            #"{"city":""}"#, "At home now.", handlebars),
        rendering(
            "if-absent", "a condition on a value that is not there",
            "{{#if city}}Off to {{city}}{{else}}At home{{/if}} now.", "{}", "At home now.",
            Evidence(.claimed, "as Handlebars does; whether the service calls it missing is not published")),
        rendering(
            "no-escaping", "characters that HTML escapes", "Dear {{name}}, welcome.",
            #"{"name":"<b>Tom</b> & 'Jerry'"}"#, "Dear <b>Tom</b> & 'Jerry', welcome.",
            Evidence(.documented, "developer guide, Advanced email personalization: HTML is not escaped")),
        rendering(
            "triple-braces", "a value in three braces", "Dear {{{name}}}, welcome.", #"{"name":"Tom & Jerry"}"#,
            "Dear Tom & Jerry, welcome.", handlebars),
        rendering(
            "further-values", "values that the template has no use for", "Dear {{name}}, welcome.",
            #"{"name":"Anaya","color":"red"}"#, "Dear Anaya, welcome.", knowledge),
        rendering(
            "same-value-twice", "a value in two places", "Dear {{name}}, welcome. Yes, {{name}}, you.",
            #"{"name":"Anaya"}"#, "Dear Anaya, welcome. Yes, Anaya, you.", .documented(page: "TestRenderEmailTemplate")),
        rendering(
            "blanks-in-tag", "a tag with blanks inside its braces", "Dear {{ name }}, welcome.",
            #"{"name":"Anaya"}"#, "Dear Anaya, welcome.", handlebars),
        rendering(
            "number", "a number", "{{count}} mails.", #"{"count":3}"#, "3 mails.", handlebars),
        rendering(
            "empty-text", "an empty text", "Dear {{name}}, welcome.", #"{"name":""}"#, "Dear , welcome.", handlebars),
        rendering(
            "list-of-texts", "a loop over a list of texts", "Topics:{{#each topics}} {{this}}.{{/each}} End.",
            #"{"topics":["Sports","Travel"]}"#, "Topics: Sports. Travel. End.", handlebars),
        rendering(
            "empty-list", "a loop over an empty list", "Topics:{{#each topics}} {{this}}.{{/each}} End.",
            #"{"topics":[]}"#, "Topics: End.", handlebars),
        refused(
            "missing-attribute", "leaves out the value of a variable", "Dear {{name}}, welcome.", "{}", missing),
        refused(
            "missing-nested-attribute", "leaves out a value that a path leads to", "Dear {{contact.first}}, welcome.",
            #"{"contact":{"last":"Iyengar"}}"#, missing),
        refused(
            "other-letter-case", "gives a value under a name in other letters", "Dear {{Name}}, welcome.",
            #"{"name":"Anaya"}"#, missing),
        refused(
            "data-is-no-json", "gives values that are not JSON", "Dear {{name}}, welcome.", "name", notAnObject),
        refused(
            "data-is-a-list", "gives values in a list", "Dear {{name}}, welcome.", #"["Anaya"]"#, notAnObject),
        bothParts, renderedAfterUpdate, partialRendered, duplicateValues,
    ]

    private static let guide = Evidence(.documented, "developer guide, Advanced email personalization")
    private static let knowledge = Evidence(
        .documented, "AWS knowledge centre, why mails of SendTemplatedEmail are not delivered")
    /// The developer guide has templates based on Handlebars, and shows a part of it only.
    private static let handlebars = Evidence(.claimed, "Handlebars, on which the developer guide bases templates")
    /// The wording is that of Rendering Failure events; the service model has no other error for it in v2.
    private static let missing = Evidence(
        .derived, "developer guide, Rendering Failure events; " + serviceModel)
    private static let notAnObject = Evidence(.claimed, "floci-io/floci PR #692", date: "2026-05-03")

    private static func templateOf(_ text: String) -> Step {
        .setup(
            "CreateEmailTemplate",
            ["TemplateName": "⟦name:template⟧", "TemplateContent": ["Subject": "Greetings", "Text": .text(text)]])
    }

    private static func rendered(_ name: String, _ data: String, _ text: String, _ evidence: Evidence) -> Step {
        Step(
            name, "TestRenderEmailTemplate",
            ["TemplateName": "⟦name:template⟧", "TemplateData": .text(data)],
            expect: .result(["RenderedTemplate": .text("⟦any⟧\n\(text)⟦any⟧")], evidence))
    }

    private static func rendering(
        _ name: String, _ what: String, _ text: String, _ data: String, _ result: String, _ evidence: Evidence
    ) -> Scenario {
        Scenario(
            name, "TestRenderEmailTemplate", axis: .values, title: "renders \(what)",
            requirement: "The mail MUST hold '\(result)'.", source: evidence, setup: [templateOf(text)],
            steps: [rendered("", data, result, evidence)])
    }

    private static func refused(
        _ name: String, _ what: String, _ text: String, _ data: String, _ evidence: Evidence
    ) -> Scenario {
        Scenario(
            name, "TestRenderEmailTemplate", axis: .errors, title: what,
            requirement: "The service MUST answer 400 BadRequestException.", source: evidence,
            setup: [
                templateOf(text),
                .setup(
                    "TestRenderEmailTemplate",
                    [
                        "TemplateName": "⟦name:template⟧",
                        "TemplateData": #"{"name":"Anaya","Name":"Anaya","contact":{"first":"Anaya"}}"#,
                    ]),
            ],
            steps: [
                Step(
                    "", "TestRenderEmailTemplate",
                    ["TemplateName": "⟦name:template⟧", "TemplateData": .text(data)],
                    expect: .failure(Failure(["BadRequestException"], evidence)))
            ])
    }

    private static let bothParts = Scenario(
        "text-and-html", "TestRenderEmailTemplate", axis: .shape, title: "renders a template of all three parts",
        requirement: "The mail MUST hold the subject, the text and the HTML.",
        source: .documented(page: "TestRenderEmailTemplate"),
        setup: [
            .setup(
                "CreateEmailTemplate",
                [
                    "TemplateName": "⟦name:template⟧",
                    "TemplateContent": [
                        "Subject": "Greetings, {{name}}!", "Text": "Dear {{name}}, welcome.",
                        "Html": "<p>Dear <b>{{name}}</b>, welcome.</p>",
                    ],
                ])
        ],
        steps: [
            Step(
                "", "TestRenderEmailTemplate",
                ["TemplateName": "⟦name:template⟧", "TemplateData": #"{"name":"Anaya"}"#],
                expect: .anyOf([
                    .result(
                        [
                            "RenderedTemplate": .text(
                                "⟦any⟧Subject: Greetings, Anaya!⟦any⟧Dear Anaya, welcome.⟦any⟧"
                                    + "<p>Dear <b>Anaya</b>, welcome.</p>⟦any⟧")
                        ], .documented(page: "TestRenderEmailTemplate")),
                    // The reference promises no order of the parts.
                    .result(
                        [
                            "RenderedTemplate": .text(
                                "⟦any⟧Subject: Greetings, Anaya!⟦any⟧<p>Dear <b>Anaya</b>, welcome.</p>⟦any⟧"
                                    + "Dear Anaya, welcome.⟦any⟧")
                        ], .documented(page: "TestRenderEmailTemplate")),
                ]))
        ]
    )

    private static let renderedAfterUpdate = Scenario(
        "after-an-update", "TestRenderEmailTemplate", title: "renders a template before and after an update",
        requirement: "The mail MUST be made from the template as it was last written.",
        source: .documented(page: "UpdateEmailTemplate"), setup: [templateOf("Dear {{name}}, welcome.")],
        steps: [
            rendered(
                "before", #"{"name":"Anaya"}"#, "Dear Anaya, welcome.", .documented(page: "TestRenderEmailTemplate")),
            Step(
                "update", "UpdateEmailTemplate",
                [
                    "TemplateName": "⟦name:template⟧",
                    "TemplateContent": ["Subject": "Greetings", "Text": "So long, {{name}}."],
                ], expect: .result([:], .documented(page: "UpdateEmailTemplate"))),
            rendered("after", #"{"name":"Anaya"}"#, "So long, Anaya.", .documented(page: "UpdateEmailTemplate")),
        ]
    )

    private static let partialRendered = Scenario(
        "inline-partial", "TestRenderEmailTemplate", axis: .values, title: "renders a partial of the template's own",
        requirement: "The developer guide has partials; nobody has published what becomes of this one.",
        source: guide,
        setup: [templateOf(#"{{#* inline "full"}}{{first}} {{last}}{{/inline}}Dear {{> full}}, welcome."#)],
        steps: [
            Step(
                "", "TestRenderEmailTemplate",
                ["TemplateName": "⟦name:template⟧", "TemplateData": #"{"first":"Anaya","last":"Iyengar"}"#],
                expect: .observed)
        ]
    )

    private static let duplicateValues = Scenario(
        "duplicate-values", "TestRenderEmailTemplate", axis: .values, title: "gives two values for one variable",
        requirement: "Nobody has published what the service answers.", source: fromModel,
        setup: [templateOf("Dear {{name}}, welcome.")],
        steps: [
            Step(
                "", "TestRenderEmailTemplate",
                ["TemplateName": "⟦name:template⟧", "TemplateData": #"{"name":"Anaya","name":"Li"}"#],
                expect: .observed)
        ]
    )
}
