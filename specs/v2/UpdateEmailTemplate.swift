import SpecModel

/// Replaces the parts of a template.
///
/// Source: API v2 reference, UpdateEmailTemplate.
/// Note: whether a part that is left out is kept or lost is not known, so the template that is updated has none
/// that the request leaves out.
extension SESv2 {
    static let updateEmailTemplate = Operation(
        "UpdateEmailTemplate", api: .v2, family: .templates, "Replaces the parts of a template.",
        page: "UpdateEmailTemplate", route: Route("PUT", "/v2/email/templates/{TemplateName}"),
        parameters: [
            Member(
                "TemplateName", .string(), required: true, "The template's name.", example: "⟦name:template⟧"),
            Member(
                "TemplateContent", .structure("EmailTemplateContent"), required: true, "The template's new parts."),
        ],
        result: [],
        errors: [notFound("TemplateName", "⟦name:absent⟧", "template")],
        fixture: Fixture(
            setup: [
                .setup(
                    "CreateEmailTemplate",
                    [
                        "TemplateName": "⟦name:template⟧",
                        "TemplateContent": ["Subject": "Before", "Text": "Before the update."],
                    ])
            ],
            .documented(page: "UpdateEmailTemplate"),
            effect: [templateRead("read", .echo("TemplateContent"))]
        ),
        observations: [
            Observation(
                "a template that there is not", status: 404, code: "NotFoundException",
                unasked)
        ]
    )
}
