import SpecModel

/// A label on a message, for event publishing.
///
/// Source: API v2 reference, SendEmail.
extension SESv2 {
    static let messageTag = Structure(
        "MessageTag", "A label on a message, by which events are told apart.", page: "SendEmail",
        members: [
            Member(
                "Name", .string(length: tagLength(from: 1, by: sendingProbes), pattern: tagCharacters), required: true,
                "The label's name.", example: "campaign"),
            Member(
                "Value",
                .string(length: tagLength(from: 0, by: .documented(page: "SendEmail")), pattern: tagCharacters),
                required: true,
                "The label's value.", example: "conformance"),
        ])

    private static let tagCharacters = Pattern(
        "[A-Za-z0-9_-]*", "ASCII letters, digits, underscores and dashes", by: "API v2 reference, SendEmail")

    /// The reference has the greatest length only. The recording is of v1, whose service is the same: it has 255.
    private static func tagLength(from least: Int, by lower: Evidence) -> Bound {
        Bound(least...256, by: "API v2 reference, SendEmail", lower: lower)
            .or(least...255, by: .derived("LocalStack recording 2024-07-30, of v1"), lower: lower)
    }
}
