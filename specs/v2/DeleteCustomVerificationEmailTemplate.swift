import SpecModel

/// Takes a template of verification mails away.
///
/// Source: API v2 reference, DeleteCustomVerificationEmailTemplate.
extension SESv2 {
    static let deleteCustomVerificationEmailTemplate = Operation(
        "DeleteCustomVerificationEmailTemplate", api: .v2, family: .templates,
        "Takes a template of verification mails away.", page: "DeleteCustomVerificationEmailTemplate",
        route: Route("DELETE", "/v2/email/custom-verification-email-templates/{TemplateName}"),
        parameters: [
            Member(
                "TemplateName", .string(), required: true, "The template's name.", example: "⟦name:template⟧")
        ],
        result: [],
        errors: [notFound("TemplateName", "⟦name:absent⟧", "template")],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                senderCreated, customTemplateCreated(),
                customTemplatesListed("list-before", [customTemplateListed()]),
            ],
            .documented(page: "DeleteCustomVerificationEmailTemplate"),
            effect: [customTemplatesListed("list", [])]),
        observations: [
            Observation(
                "a template that there is not", status: 404, code: "NotFoundException",
                message: "Custom verification email template <⟦any⟧> does not exist", customTemplateProbes)
        ]
    )
}
