import SpecModel

/// Publishes a received mail to a topic.
///
/// Source: API reference p. 91.
extension SESv1 {
    static let snsAction = Structure(
        "SNSAction", "Publishes a received mail to a topic.", page: 91,
        members: [
            Member(
                "Encoding", .enumeration(["UTF-8", "Base64"]), "How the mail is encoded in the notification.",
                example: "UTF-8", defaultValue: "UTF-8",
                note: "whether an answer shows the default that was left out is not known, so examples give it"),
            Member(
                "TopicArn", .string(format: .arn), required: true, "Topic to publish to.",
                example: "⟦resource:publishable-topic⟧", need: .publishableTopic),
        ])
}
