import SpecModel

/// What a bounce says of one recipient.
///
/// Source: API reference p. 76.
extension SESv1 {
    static let bouncedRecipientInfo = Structure(
        "BouncedRecipientInfo", "What a bounce says of one recipient.", page: 76,
        members: [
            Member(
                "BounceType",
                .enumeration([
                    "DoesNotExist", "MessageTooLarge", "ExceededQuota", "ContentRejected", "Undefined",
                    "TemporaryFailure",
                ]),
                "Why the mail bounces.", example: "DoesNotExist"),
            Member(
                "Recipient", .string(format: .emailAddress), required: true,
                "Address of the recipient whose mail bounces.", example: "⟦sender⟧",
                note: "the example is the address that the received mail was sent to"),
            Member(
                "RecipientArn", .string(format: .arn),
                "Identity whose policy lets the caller receive for the recipient.",
                example: "⟦resource:sending-authorization⟧", need: .sendingAuthorization),
            Member(
                "RecipientDsnFields", .structure("RecipientDsnFields"),
                "Fields of the delivery status notification in place of those that the type implies."),
        ],
        rules: [.atLeastOne(["BounceType", "RecipientDsnFields"], source: "API reference p. 77")])
}
