import SpecModel

/// Adds an address to the account's identities and sends it a verification mail of a template.
///
/// Source: API v2 reference, SendCustomVerificationEmail.
extension SESv2 {
    static let sendCustomVerificationEmail = Operation(
        "SendCustomVerificationEmail", api: .v2, family: .identities,
        "Adds an address to the account's identities and sends it a verification mail of a template.",
        page: "SendCustomVerificationEmail", route: Route("POST", "/v2/email/outbound-custom-verification-emails"),
        parameters: [
            Member(
                "EmailAddress", .string(format: .emailAddress), required: true, "The address to verify.",
                example: "⟦name:identity⟧@example.com"),
            Member(
                "TemplateName", .string(length: notEmpty), required: true, "The template's name.",
                example: "⟦name:template⟧"),
            configurationSetName,
        ],
        result: [Member("MessageId", .string(format: .messageID), "The mail's id.")],
        errors: [
            limitExceeded,
            ErrorCase(
                "MessageRejected", when: "the mail may not be sent",
                reach: .unreachable("the mail is made from a template whose sender was verified before")),
            sendingPaused,
            ErrorCase(
                "MailFromDomainNotVerifiedException", when: "the template's sender may not be sent from",
                reach: .unreachable("a template takes no sender that is not verified")),
            notFound("TemplateName", "⟦name:absent⟧", "template"),
        ],
        undo: Undo("DeleteEmailIdentity", [(name: "EmailIdentity", from: "EmailAddress")]),
        fixture: Fixture(
            needs: [.verifiedIdentity], setup: [senderCreated, customTemplateCreated()],
            result: ["MessageId": "⟦message-id⟧"], .documented(page: "SendCustomVerificationEmail"),
            effect: [identitiesListed("list", [addressListed()])]),
        observations: [
            Observation(
                "EmailAddress is absent", status: 400, code: "BadRequestException",
                message: "Email address not specified.", Evidence(.claimed, "floci-io/floci PR #2191", date: "2026"))
        ]
    )
}
