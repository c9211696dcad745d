import SpecModel

/// Templates: made, read, replaced, listed in pages, deleted.
///
/// Source: API v2 reference, CreateEmailTemplate, GetEmailTemplate, UpdateEmailTemplate, ListEmailTemplates and
/// DeleteEmailTemplate.
extension SESv2 {
    static let emailTemplateScenarios: [Scenario] =
        [
            lifeOfATemplate, independentTemplates, templatePages, damagedTemplateToken, templateWithoutSubject,
            templateWithoutParts, unclosedTemplate, lineEndsInTemplate, blankInTemplateName, capitalsKept,
        ] + templatesKept

    private static let noTemplate = Expectation.failure(Failure(["NotFoundException"], status: 404, fromModel))

    private static func done(_ page: ReferencePage) -> Expectation { .result([:], .documented(page: page)) }

    private static let replaced: Value = [
        "Subject": "Goodbye, {{name}}", "Text": "Dear {{name}}, so long.", "Html": "<p>So long, {{name}}.</p>",
    ]

    private static let lifeOfATemplate = Scenario(
        "life-of-a-template", "CreateEmailTemplate", title: "creates, lists, reads, updates and deletes a template",
        requirement: "The service MUST list and give a template as it was last written, until it is deleted.",
        source: .documented(page: "CreateEmailTemplate"),
        steps: [
            Step(
                "create", "CreateEmailTemplate",
                ["TemplateName": "⟦name:template⟧", "TemplateContent": welcome], expect: done("CreateEmailTemplate")),
            templatesListed("list", [templateListed()]),
            templateRead("read", welcome),
            Step(
                "update", "UpdateEmailTemplate",
                ["TemplateName": "⟦name:template⟧", "TemplateContent": replaced], expect: done("UpdateEmailTemplate")),
            templateRead("read-updated", replaced),
            templatesListed("list-updated", [templateListed()]),
            Step(
                "delete", "DeleteEmailTemplate", ["TemplateName": "⟦name:template⟧"],
                expect: done("DeleteEmailTemplate")),
            Step("read-deleted", "GetEmailTemplate", ["TemplateName": "⟦name:template⟧"], expect: noTemplate),
            templatesListed("list-deleted", []),
            Step(
                "create-again", "CreateEmailTemplate",
                ["TemplateName": "⟦name:template⟧", "TemplateContent": replaced], expect: done("CreateEmailTemplate")),
            templateRead("read-again", replaced),
        ]
    )

    private static let independentTemplates = Scenario(
        "independent-templates", "UpdateEmailTemplate", title: "updates one of two templates",
        requirement: "The service MUST leave the other template as it was.",
        source: .documented(page: "UpdateEmailTemplate"), setup: [templateCreated(), templateCreated("other")],
        steps: [
            Step(
                "update", "UpdateEmailTemplate",
                ["TemplateName": "⟦name:template⟧", "TemplateContent": replaced], expect: done("UpdateEmailTemplate")),
            templateRead("updated", replaced),
            templateRead("other", welcome, of: "other"),
        ]
    )

    private static let capitalsKept = Scenario(
        "keeps-letter-case", "CreateEmailTemplate",
        title: "creates, reads and updates a template with a capital letter",
        requirement: "The service MUST find the template by this name and give it by this name.",
        source: .documented(page: "GetEmailTemplate"),
        steps: [
            Step(
                "create", "CreateEmailTemplate",
                ["TemplateName": "⟦name:Template⟧", "TemplateContent": welcome], expect: done("CreateEmailTemplate")),
            templateRead("read", welcome, of: "Template"),
            Step(
                "update", "UpdateEmailTemplate",
                ["TemplateName": "⟦name:Template⟧", "TemplateContent": replaced],
                expect: done("UpdateEmailTemplate")),
            templateRead("read-updated", replaced, of: "Template"),
            templatesListed("list", [templateListed("Template")]),
        ]
    )

    private static let fiveTemplates = ["first", "second", "third", "fourth", "fifth"]

    private static let templatePages = Scenario(
        "pages-to-the-end", "ListEmailTemplates", title: "reads five templates in pages of two",
        requirement: "The service MUST give pages of no more than PageSize templates which together hold each "
            + "template once.",
        source: .documented(page: "ListEmailTemplates"), accountWide: true,
        setup: fiveTemplates.map { templateCreated($0) },
        steps: [
            Step(
                "", "ListEmailTemplates", ["PageSize": 2],
                expect: .result(
                    ["TemplatesMetadata": .list(fiveTemplates.map { templateListed($0) })],
                    .documented(page: "ListEmailTemplates")), paging: Paging(size: 2))
        ]
    )

    private static let damagedTemplateToken = Scenario(
        "damaged-token", "ListEmailTemplates", axis: .values, title: "goes on from a token that nobody gave",
        requirement: "What the service MUST answer to a token of no earlier answer is not known.", source: unasked,
        setup: [.setup("ListEmailTemplates")],
        steps: [Step("", "ListEmailTemplates", ["NextToken": "⟦name:absent⟧"], expect: .observed)]
    )

    private static let templateWithoutSubject = Scenario(
        "without-subject", "CreateEmailTemplate", axis: .errors, title: "creates a template without a subject",
        requirement: "v1 was seen to refuse it (awsdocs/aws-cloudformation-user-guide#464); of v2 nobody has said so.",
        source: fromModel, setup: [templateCreated()],
        steps: [
            Step(
                "", "CreateEmailTemplate",
                ["TemplateName": "⟦name:other⟧", "TemplateContent": ["Text": "Dear {{name}}, welcome."]],
                expect: .observed)
        ]
    )

    private static let templateWithoutParts = Scenario(
        "without-parts", "CreateEmailTemplate", axis: .errors, title: "creates a template of no parts at all",
        requirement: "Nobody has published what the service answers.", source: fromModel,
        setup: [templateCreated()],
        steps: [
            Step(
                "", "CreateEmailTemplate", ["TemplateName": "⟦name:other⟧", "TemplateContent": [:]],
                expect: .observed)
        ]
    )

    private static let unclosedTemplate = Scenario(
        "unclosed-tag", "CreateEmailTemplate", axis: .errors, title: "creates a template with a tag that is not closed",
        requirement: "Nobody has published whether the service looks at tags before it renders them.",
        source: fromModel, setup: [templateCreated()],
        steps: [
            Step(
                "", "CreateEmailTemplate",
                [
                    "TemplateName": "⟦name:other⟧",
                    "TemplateContent": ["Subject": "Greetings", "Text": "Dear {{#if name}} {{name"],
                ], expect: .observed)
        ]
    )

    private static let blankInTemplateName = Scenario(
        "blank-in-name", "CreateEmailTemplate", axis: .values, title: "creates a template with a blank in its name",
        requirement: "The reference does not say which characters a name may have.", source: fromModel,
        setup: [templateCreated()],
        steps: [
            Step(
                "", "CreateEmailTemplate", ["TemplateName": "⟦name:other⟧ a", "TemplateContent": welcome],
                expect: .observed)
        ], cleanup: [.cleanup("DeleteEmailTemplate", ["TemplateName": "⟦name:other⟧ a"])]
    )

    private static let lineEndsKept = Evidence(.modelled, "no source says whether line ends are kept as they are")

    private static let lineEndsInTemplate = Scenario(
        "line-ends", "CreateEmailTemplate", axis: .values, title: "creates a template with line ends of every kind",
        requirement: "The service is taken to give them back as they are.", source: lineEndsKept,
        setup: [
            .setup(
                "CreateEmailTemplate",
                [
                    "TemplateName": "⟦name:template⟧",
                    "TemplateContent": ["Subject": "Line ends", "Text": "a\nb\r\nc\td\n"],
                ])
        ],
        steps: [
            Step(
                "", "GetEmailTemplate", ["TemplateName": "⟦name:template⟧"],
                expect: .result(
                    [
                        "TemplateName": "⟦name:template⟧",
                        "TemplateContent": ["Subject": "Line ends", "Text": "a\nb\r\nc\td\n"],
                    ], lineEndsKept))
        ]
    )

    /// Characters that JSON or an emulator's storage may harm.
    private static let templatesKept: [Scenario] = [
        kept("json-escapes", "characters that JSON must escape", #"a "b" \ c / \n \u0041 {"d": [1]}"#),
        kept("markup", "characters that HTML must escape", "a & b < c > d \"e\" 'f' &amp; &#65; <b>g</b>"),
        kept("signs", "signs of other templates and of forms", "${name} #{name} %41 a+b 100% $1 c=d&e;f"),
        kept("blanks", "blanks at both ends and in a row", "  a  b   c "),
        kept("latin", "letters beyond ASCII", "Grüße, ñandú, Ærø"),
        kept("scripts", "letters of other scripts", "日本語 Ελληνικά עברית العربية"),
        kept("four-byte-utf8", "characters of four bytes in UTF-8", "😀 𝒳 🇪🇺"),
        kept("tags", "tags of every kind", "{{a}} {{{b}}} {{#if c}}d{{else}}e{{/if}} {{#each f}}{{this}}{{/each}}"),
    ]

    private static func kept(_ name: String, _ what: String, _ text: String) -> Scenario {
        let content: Value = ["Subject": .text(text), "Text": .text(text), "Html": .text("<p>\(text)</p>")]
        return Scenario(
            "unharmed-\(name)", "CreateEmailTemplate", axis: .protocol, title: "creates a template with \(what)",
            requirement: "The template MUST come back as it was sent.", source: .documented(page: "GetEmailTemplate"),
            steps: [
                Step(
                    "create", "CreateEmailTemplate",
                    ["TemplateName": "⟦name:template⟧", "TemplateContent": content],
                    expect: done("CreateEmailTemplate")),
                templateRead("read", content),
            ])
    }
}
