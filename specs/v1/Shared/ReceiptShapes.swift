import SpecModel

/// Constraints that several data types for receiving mail have in common.
extension SESv1 {
    /// The name of a rule set, a rule or a filter that is being created.
    ///
    /// Source: API reference pp. 4, 8, 86 and 87.
    /// Note: today's documentation of rule set names leaves out the period; examples do without it.
    static let receiptName: Shape = .string(
        length: Bound(1...63, by: "API reference pp. 4, 8, 86, 87").or(1...64, by: .derived("service model")),
        pattern: Pattern(
            "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?",
            "ASCII letters, digits, periods, underscores and dashes; starts and ends with a letter or digit",
            by: "API reference pp. 4, 8, 86, 87"))

    /// The name of a header that is added to a mail or a bounce.
    ///
    /// Source: API reference pp. 75 and 78.
    static let headerName: Shape = .string(
        length: Bound(1...50, by: "API reference pp. 75, 78"),
        pattern: Pattern("[A-Za-z0-9-]+", "ASCII letters, digits and dashes", by: "API reference pp. 75, 78"))

    /// The value of a header that is added to a mail or a bounce.
    ///
    /// Source: API reference pp. 75 and 79; today's documentation allows one character more.
    static let headerValue: Shape = .string(
        length: Bound(0...2047, by: "API reference pp. 75, 79").or(0...2048, by: .derived("service model")),
        pattern: Pattern("[^\\r\\n]*", "anything but newline characters", by: "API reference pp. 75, 79"))

    /// The topic that an action notifies; the same optional member in most actions.
    static let actionTopic = Member(
        "TopicArn", .string(format: .arn), "SNS topic that is notified when the action is taken.",
        example: "⟦resource:publishable-topic⟧", need: .publishableTopic)
}
