import SpecModel

/// Makes a template.
///
/// Source: API v2 reference, CreateEmailTemplate.
extension SESv2 {
    static let createEmailTemplate = Operation(
        "CreateEmailTemplate", api: .v2, family: .templates, "Makes a template.", page: "CreateEmailTemplate",
        route: Route("POST", "/v2/email/templates"),
        parameters: [
            Member(
                "TemplateName", .string(length: notEmpty), required: true, "The template's name.",
                example: "⟦name:template⟧"),
            Member(
                "TemplateContent", .structure("EmailTemplateContent"), required: true, "The template's parts."),
            laterTags,
        ],
        result: [],
        errors: [
            ErrorCase(
                "AlreadyExistsException", when: "the template's name is taken",
                reach: .provoked([
                    Provocation(
                        title: "creates a template under the name of one that exists",
                        changes: [Provocation.Change("TemplateName", "⟦name:taken⟧")],
                        setup: [templateCreated("taken")], evidence: fromModel)
                ])),
            limitExceeded,
        ],
        undo: Undo("DeleteEmailTemplate", [(name: "TemplateName", from: "TemplateName")]),
        fixture: Fixture(
            .documented(page: "CreateEmailTemplate"),
            effect: [
                Step(
                    "read", "GetEmailTemplate", ["TemplateName": "⟦input:TemplateName⟧"],
                    expect: .result(
                        ["TemplateName": "⟦input:TemplateName⟧", "TemplateContent": .echo("TemplateContent")],
                        .documented(page: "GetEmailTemplate")))
            ]
        ),
        observations: [
            Observation(
                "the template's name is taken", status: 400, code: "AlreadyExistsException",
                unasked)
        ]
    )
}
