import SpecModel

/// Gives a template of verification mails.
///
/// Source: API v2 reference, GetCustomVerificationEmailTemplate.
extension SESv2 {
    static let getCustomVerificationEmailTemplate = Operation(
        "GetCustomVerificationEmailTemplate", api: .v2, family: .templates,
        "Gives a template of verification mails.", page: "GetCustomVerificationEmailTemplate",
        route: Route("GET", "/v2/email/custom-verification-email-templates/{TemplateName}"),
        parameters: [
            Member(
                "TemplateName", .string(), required: true, "The template's name.", example: "⟦name:template⟧")
        ],
        result: [
            Member("TemplateName", .string(length: notEmpty), "The template's name."),
            Member("FromEmailAddress", .string(format: .emailAddress), "Who the mails come from."),
            Member("TemplateSubject", .string(), "The subject line."),
            Member("TemplateContent", .string(), "The body."),
            laterTags,
            Member("SuccessRedirectionURL", .string(), "Where those are sent who verified their address."),
            Member("FailureRedirectionURL", .string(), "Where those are sent who did not."),
        ],
        errors: [notFound("TemplateName", "⟦name:absent⟧", "template")],
        fixture: Fixture(
            needs: [.verifiedIdentity], setup: [senderCreated, customTemplateCreated()],
            result: Fields(customTemplate("template")), .documented(page: "GetCustomVerificationEmailTemplate")),
        observations: [
            Observation(
                "a template that there is not", status: 404, code: "NotFoundException",
                message: "Custom verification email template <⟦any⟧> does not exist", customTemplateProbes)
        ]
    )
}
