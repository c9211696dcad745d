import SpecModel

/// Replaces a template of verification mails.
///
/// Source: API v2 reference, UpdateCustomVerificationEmailTemplate.
extension SESv2 {
    static let updateCustomVerificationEmailTemplate = Operation(
        "UpdateCustomVerificationEmailTemplate", api: .v2, family: .templates,
        "Replaces a template of verification mails.", page: "UpdateCustomVerificationEmailTemplate",
        route: Route("PUT", "/v2/email/custom-verification-email-templates/{TemplateName}"),
        parameters: [
            Member(
                "TemplateName", .string(), required: true, "The template's name.", example: "⟦name:template⟧")
        ] + customTemplateParts,
        result: [],
        errors: [notFound("TemplateName", "⟦name:absent⟧", "template")],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                senderCreated,
                .setup(
                    "CreateCustomVerificationEmailTemplate",
                    Fields(customTemplate("template", subject: "Before the update"))),
            ],
            .documented(page: "UpdateCustomVerificationEmailTemplate"), effect: [customTemplateEchoed]),
        observations: [
            Observation(
                "a template that there is not", status: 404, code: "NotFoundException",
                message: "Custom verification email template <⟦any⟧> does not exist", customTemplateProbes)
        ]
    )
}
