import SpecModel

/// Takes a template away.
///
/// Source: API v2 reference, DeleteEmailTemplate.
extension SESv2 {
    static let deleteEmailTemplate = Operation(
        "DeleteEmailTemplate", api: .v2, family: .templates, "Takes a template away.", page: "DeleteEmailTemplate",
        route: Route("DELETE", "/v2/email/templates/{TemplateName}"),
        parameters: [
            Member(
                "TemplateName", .string(), required: true, "The template's name.", example: "⟦name:template⟧")
        ],
        result: [],
        errors: [notFound("TemplateName", "⟦name:absent⟧", "template")],
        fixture: Fixture(
            setup: [templateCreated(), templatesListed("list-before", [templateListed()])],
            .documented(page: "DeleteEmailTemplate"), effect: [templatesListed("list", [])]),
        observations: [
            Observation(
                "a template that there is not", status: 404, code: "NotFoundException",
                unasked)
        ]
    )
}
