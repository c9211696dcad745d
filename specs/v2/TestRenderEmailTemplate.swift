import SpecModel

/// Shows what mail a template and some values make.
///
/// Source: API v2 reference, TestRenderEmailTemplate.
extension SESv2 {
    static let testRenderEmailTemplate = Operation(
        "TestRenderEmailTemplate", api: .v2, family: .templates, "Shows what mail a template and some values make.",
        page: "TestRenderEmailTemplate", route: Route("POST", "/v2/email/templates/{TemplateName}/render"),
        parameters: [
            Member(
                "TemplateName", .string(), required: true, "The template's name.", example: "⟦name:template⟧"),
            Member(
                "TemplateData", .string(length: templateDataLength), required: true,
                "The values of its variables as a JSON object.", example: "{\"name\":\"Anaya\"}"),
        ],
        result: [
            Member("RenderedTemplate", .string(), required: true, "The whole mail, headers and all.")
        ],
        errors: [notFound("TemplateName", "⟦name:absent⟧", "template")],
        fixture: Fixture(
            setup: [templateCreated()],
            result: ["RenderedTemplate": "⟦any⟧Subject: Greetings, Anaya!⟦any⟧Dear Anaya, welcome.⟦any⟧"],
            .documented(page: "TestRenderEmailTemplate"))
    )
}
