import SpecModel

/// Refuses a received mail with a bounce.
///
/// Source: API reference p. 76.
/// Note: that the sender must be verified is not in the reference; the service refuses others
/// (alchemy-run/distilled#391), so the example needs a verified sender.
extension SESv1 {
    static let bounceAction = Structure(
        "BounceAction", "Answers a received mail with a bounce.", page: 76,
        members: [
            Member(
                "Message", .string(), required: true, "Text of the bounce for people to read.",
                example: "The mailbox does not exist"),
            Member(
                "Sender", .string(format: .emailAddress), required: true, "Address that the bounce comes from.",
                example: "⟦sender⟧", need: .verifiedIdentity),
            Member("SmtpReplyCode", .string(), required: true, "Reply code of RFC 5321.", example: "550"),
            Member("StatusCode", .string(), "Enhanced status code of RFC 3463.", example: "5.1.1"),
            actionTopic,
        ])
}
