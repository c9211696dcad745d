import SpecModel

/// Sends a bounce for a mail that was received within 24 hours.
///
/// Source: API reference p. 45.
/// Note: the received mail of the examples came to the sender's own address, which the bounce therefore names
/// as recipient.
extension SESv1 {
    static let sendBounce = Operation(
        "SendBounce", family: .receiving, "Sends a bounce for a mail that was received within 24 hours.", page: 45,
        parameters: [
            Member(
                "BouncedRecipientInfoList", .list(of: .structure("BouncedRecipientInfo"), key: "Recipient"),
                required: true, "Recipients whose mail bounces, at least one."),
            Member(
                "BounceSender", .string(format: .emailAddress), required: true,
                "Verified address that the bounce comes from.", example: "⟦sender⟧"),
            Member(
                "BounceSenderArn", .string(format: .arn), "Identity whose policy lets the caller use the sender.",
                example: "⟦resource:sending-authorization⟧", need: .sendingAuthorization),
            Member(
                "Explanation", .string(), "Why the mail bounces, for people to read.",
                example: "The mailbox does not exist"),
            Member("MessageDsn", .structure("MessageDsn"), "Fields of the notification for the whole message."),
            Member(
                "OriginalMessageId", .string(format: .messageID), required: true, "Message id of the received mail.",
                example: "⟦resource:received-mail⟧", need: .receivedMail),
        ],
        result: [Member("MessageId", .string(format: .messageID), required: true, "Message id of the bounce.")],
        errors: [
            ErrorCase(
                "MessageRejected", when: "the bounce can't be sent as asked",
                reach: .provoked([
                    Provocation(
                        title: "bounces a mail that was never received",
                        changes: [
                            Provocation.Change(
                                "OriginalMessageId",
                                "0100000000000000-00000000-0000-4000-8000-000000000000-000000")
                        ],
                        alternatives: ["InvalidParameterValue", "ValidationError"]),
                    Provocation(
                        "sender", title: "bounces from an address that is not verified",
                        changes: [Provocation.Change("BounceSender", "⟦name:unverified⟧@example.com")],
                        alternatives: ["InvalidParameterValue", "ValidationError"]),
                ]))
        ],
        fixture: Fixture(
            needs: [.receivingRegion, .verifiedIdentity, .receivedMail], setup: [senderVerified],
            result: ["MessageId": "⟦message-id⟧"], .documented(page: 46)),
        observations: [
            Observation("success", status: 200, .derived("service model")),
            Observation(
                "the rules on the bounce's sender are broken; code and status are inferred", status: 400,
                code: "MessageRejected", Evidence(.published, "aws/aws-sdk-ruby#2111", date: "2019")),
        ])
}
