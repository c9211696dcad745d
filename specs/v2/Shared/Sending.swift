import SpecModel

/// What the operations that send mail have in common.
///
/// Source: API v2 reference, SendEmail and SendBulkEmail.
extension SESv2 {
    /// What both sending operations take before the content.
    static let sendingMembers: [Member] = [
        Member(
            "FromEmailAddress", .string(format: .emailAddress), isUsual: true,
            "The sender, who must be verified; a whole mail may name it instead.", example: "⟦sender⟧"),
        Member(
            "FromEmailAddressIdentityArn", .string(length: notEmpty, format: .arn),
            "The identity whose policy lets the caller use FromEmailAddress.",
            example: "⟦resource:sending-authorization⟧", need: .sendingAuthorization),
    ]

    static let replyToAddresses = Member(
        "ReplyToAddresses", .list(of: .string(format: .emailAddress)), "Where replies are to go.",
        example: ["reply@example.com"])

    static let feedbackForwarding: [Member] = [
        Member(
            "FeedbackForwardingEmailAddress", .string(format: .emailAddress),
            "Where bounces and complaints are to go; verified like the sender.", example: "⟦sender⟧"),
        Member(
            "FeedbackForwardingEmailAddressIdentityArn", .string(length: notEmpty, format: .arn),
            "The identity whose policy lets the caller use FeedbackForwardingEmailAddress.",
            example: "⟦resource:sending-authorization⟧", need: .sendingAuthorization),
    ]

    static let configurationSetName = Member(
        "ConfigurationSetName", .string(), "The configuration set to send with.",
        note: "needs a configuration set, which no operation of this spec makes")

    static let laterSendingMembers: [Member] = [
        Member("EndpointId", .string(), "The multi-region endpoint to send by.", isLater: true, note: neverSent),
        Member(
            "TenantName", .string(length: notEmpty), "The tenant to send for.", isLater: true, note: neverSent),
    ]

    /// An address that nobody verified, below a domain that nobody verified either.
    ///
    /// Not below example.com, which a shared endpoint may hold as a verified domain.
    static let unverifiedAddress: Value = "⟦name:unverified⟧@⟦name:unverified⟧.example.net"

    /// A sender that nobody verified.
    ///
    /// By the service model MailFromDomainNotVerifiedException is for senders whose domain is not verified; the
    /// service answered MessageRejected.
    static let rejectedFromStranger = ErrorCase(
        "MessageRejected", when: "the message may not be sent, such as from an address that is not verified",
        reach: .provoked([
            Provocation(
                title: "sends from an address that is not verified",
                changes: [Provocation.Change("FromEmailAddress", unverifiedAddress)],
                alternatives: ["MailFromDomainNotVerifiedException"], evidence: fromModel)
        ]))

    /// Of operations other than SendEmail, whose scenario shows it.
    static let mailFromDomainNotVerified = ErrorCase(
        "MailFromDomainNotVerifiedException", when: mailFromNotRead,
        reach: .unreachable("a MAIL FROM domain is set by v1 only: shown once, by SendEmail"))

    static let mailFromNotRead =
        "the sender's MAIL FROM domain is set to REJECT_MESSAGE and its MX record could not be read"

    /// A message of the least parts.
    static let simpleContent: Value = [
        "Simple": [
            "Subject": ["Data": "Conformance test"], "Body": ["Text": ["Data": "Conformance test"]],
        ]
    ]

    /// Recipients: one of the mailbox simulator's.
    static let oneRecipient: Value = ["ToAddresses": ["success@simulator.amazonses.com"]]

    /// `success+1@simulator.amazonses.com` and so on; the simulator takes any label.
    static func recipients(_ numbers: ClosedRange<Int>) -> Value {
        .list(numbers.map { .text("success+\($0)@simulator.amazonses.com") })
    }

    /// A request of SendEmail that a sender who may send makes.
    static func sending(_ content: Value = simpleContent) -> [Field] {
        [
            Field("FromEmailAddress", "⟦sender⟧"), Field("Destination", oneRecipient), Field("Content", content),
        ]
    }

    /// A template of the case's own as content, with these values of its variables.
    static func templateContent(_ data: Value, _ key: String = "template") -> Value {
        ["Template": ["TemplateName": .text("⟦name:\(key)⟧"), "TemplateData": data]]
    }

    /// A valid SendEmail: prepares the ground, and is the control of what must be refused.
    static let sentOnce = Step.setup("SendEmail", Fields(sending()))

    static let sent = Expectation.result(["MessageId": "⟦message-id⟧"], .documented(page: "SendEmail"))
}
