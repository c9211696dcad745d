import SpecModel

/// A label on a message, for event publishing.
///
/// Source: the service model; the reference of 2016 does not have it.
/// Note: the page is that of SendEmail, which today takes it.
extension SESv1 {
    static let messageTag = Structure(
        "MessageTag", "A label on a message, by which events are told apart.", page: 47,
        members: [
            Member(
                "Name", .string(length: Bound(1...255, by: tagRecording)),
                "The label's name: ASCII letters, digits, `_` and `-`.",
                note: "required by today's service model; came after the reference: never sent"),
            Member(
                "Value", .string(length: Bound(0...255, by: tagRecording)),
                "The label's value.",
                note: "required by today's service model; came after the reference: never sent"),
        ],
        isLater: true
    )

    private static let tagRecording = Evidence(.published, "LocalStack recording 2024-07-30")
}
