import SpecModel

/// Sends a message, a whole mail or a template.
///
/// Source: API v2 reference, SendEmail.
/// Note: the reference requires nothing but Content, since a whole mail names sender and recipients itself; cases
/// name both in parameters.
extension SESv2 {
    static let sendEmail = Operation(
        "SendEmail", api: .v2, family: .sending, "Sends a message, a whole mail or a template.", page: "SendEmail",
        route: Route("POST", "/v2/email/outbound-emails"), throttle: nil,
        parameters: sendingMembers + [
            Member(
                "Destination", .structure("Destination"), isUsual: true,
                "The recipients; a whole mail may name them instead."),
            replyToAddresses,
        ] + feedbackForwarding + [
            Member("Content", .structure("EmailContent"), required: true, "What is sent, in one of three forms."),
            Member(
                "EmailTags", .list(of: .structure("MessageTag"), key: "Name"), "Labels of the mail, for events."),
            configurationSetName,
        ] + laterSendingMembers + [
            Member(
                "ListManagementOptions", .structure("ListManagementOptions"),
                "The contact list that the mail belongs to.", isLater: true, note: neverSent)
        ],
        result: [Member("MessageId", .string(format: .messageID), "The mail's id.")],
        errors: [
            limitExceeded, accountSuspended, sendingPaused, rejectedFromStranger,
            ErrorCase(
                "MailFromDomainNotVerifiedException", when: mailFromNotRead,
                reach: .scenario("mail-from-domain-not-verified")),
            ErrorCase(
                "NotFoundException", status: 404, when: "there is no such template or configuration set",
                reach: .provoked([
                    Provocation(
                        title: "sends a template that there is not",
                        changes: [
                            Provocation.Change(
                                "Content", ["Template": ["TemplateName": "⟦name:absent⟧", "TemplateData": "{}"]])
                        ], evidence: fromModel),
                    Provocation(
                        "configuration-set", title: "names a configuration set that there is not",
                        changes: [Provocation.Change("ConfigurationSetName", "⟦name:absent⟧")],
                        message: Wording("Configuration set <⟦name:absent⟧> does not exist.", sendingProbes),
                        evidence: sendingProbes),
                ])),
        ],
        fixture: Fixture(
            needs: [.verifiedIdentity], setup: [senderCreated, templateCreated()],
            result: ["MessageId": "⟦message-id⟧"], .documented(page: "SendEmail")),
        observations: sendEmailObservations
    )

    static let sendingProbes = Evidence(.claimed, "floci-io/floci PR #1106", date: "2026")

    private static let sendEmailObservations: [Observation] = [
        Observation(
            "IAM or a sending policy denies it; for a whole mail the action is called ses:SendRawEmail", status: 403,
            code: "AccessDeniedException",
            message: "User `⟦any⟧' is not authorized to perform `ses:SendRawEmail' on resource `⟦any⟧'",
            Evidence(
                .published, "symfony/symfony#51461; aws/aws-actionmailer-ses-ruby#10", date: "2023 to 2025-12")),
        Observation(
            "Simple without FromEmailAddress; the message is null", status: 400, code: "BadRequestException",
            noSender),
        Observation(
            "an empty text among ToAddresses", status: 400, code: "BadRequestException",
            message: "Invalid email address .", emptyRecipient),
        Observation(
            "a template without the value of a variable: accepted, with a MessageId", status: 200, lackingVariable),
        Observation(
            "Template without FromEmailAddress", status: 400, code: "BadRequestException",
            message: "Source cannot be empty", senderProbes),
        Observation(
            "Raw without a From header", status: 400, code: "BadRequestException",
            message: "Missing required header 'From'.", senderProbes),
        Observation(
            "a configuration set that there is not", status: 404, code: "NotFoundException",
            message: "Configuration set <⟦any⟧> does not exist.", sendingProbes),
        Observation(
            "a tag without a name", status: 400, code: "BadRequestException",
            message: "The tag name must be specified.", sendingProbes),
        Observation(
            "a header without a name", status: 400, code: "BadRequestException",
            message: "1 validation error detected: Value at 'content.simple.headers.1.member.name' failed to satisfy "
                + "constraint: Member must not be null", Evidence(.claimed, "floci-io/floci PR #1875", date: "2026")),
    ]

    static let noSender = Evidence(.published, "cognitect-labs/aws-api#129; floci-io/floci PR #1561", date: "2020")
    static let emptyRecipient = Evidence(.published, "domdomegg/aws-ses-v2-local#44")
    static let lackingVariable = Evidence(.published, "aws/aws-sdk-go#3609", date: "2020-10-22")
    static let senderProbes = Evidence(.claimed, "floci-io/floci PR #1561", date: "2026")
}
