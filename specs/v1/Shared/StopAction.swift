import SpecModel

/// Ends the evaluation of the rule set.
///
/// Source: API reference p. 92.
extension SESv1 {
    static let stopAction = Structure(
        "StopAction", "Ends the evaluation of the rule set.", page: 92,
        members: [
            Member("Scope", .enumeration(["RuleSet"]), required: true, "What is stopped.", example: "RuleSet"),
            actionTopic,
        ])
}
