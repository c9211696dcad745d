import SpecModel

/// Gives a template.
///
/// Source: API v2 reference, GetEmailTemplate.
extension SESv2 {
    static let getEmailTemplate = Operation(
        "GetEmailTemplate", api: .v2, family: .templates, "Gives a template.", page: "GetEmailTemplate",
        route: Route("GET", "/v2/email/templates/{TemplateName}"),
        parameters: [
            Member(
                "TemplateName", .string(), required: true, "The template's name.", example: "⟦name:template⟧")
        ],
        result: [
            Member("TemplateName", .string(length: notEmpty), required: true, "The template's name."),
            Member(
                "TemplateContent", .structure("EmailTemplateContent"), required: true, "The template's parts."),
            laterTags,
        ],
        errors: [notFound("TemplateName", "⟦name:absent⟧", "template")],
        fixture: Fixture(
            setup: [templateCreated()],
            result: ["TemplateName": "⟦name:template⟧", "TemplateContent": welcome],
            .documented(page: "GetEmailTemplate")),
        observations: [
            Observation(
                "a template that there is not", status: 404, code: "NotFoundException",
                unasked)
        ]
    )
}
