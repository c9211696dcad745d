import SpecModel

/// Derives cases from an operation's spec; one rule a file.
public protocol Rule: Sendable {
    /// Kebab-case; part of every cause that the rule's cases have.
    var id: String { get }
    /// What it derives, in one sentence: the first of the rule's doc comment.
    var summary: String { get }
    /// What a cause's title calls the requests that must be refused: "missing required parameter".
    var subject: String { get }
    /// What a cause's title calls the requests that must be accepted.
    var valid: String { get }
    /// Whether a case is left out where a scenario asks the same, with what is known of it.
    var yieldsToScenarios: Bool { get }
    func cases(for operation: OperationUnderTest) -> [Case]
}

extension Rule {
    /// Rules that derive one kind of request only have one name for it.
    public var valid: String { subject }

    public var yieldsToScenarios: Bool { false }
}

/// Every rule, in the order in which their cases are listed in documents.
public enum Rules {
    public static let all: [any Rule] = [
        MinimalRule(), CompleteRule(), OptionalMemberRule(), AllowedValueRule(), OutsideEnumerationRule(),
        MissingRequiredRule(), MemberRuleRule(), DeclaredErrorRule(), LengthRule(), RangeRule(), ListCountRule(),
        PatternRule(), AddressSyntaxRule(), ARNRule(), WrongTypeRule(), SpellingRule(), EmptyValueRule(),
        ListIndexRule(), RepeatedParameterRule(), UnknownParameterRule(), ForeignParameterRule(), LetterCaseRule(),
        UnharmedTextRule(), EnvelopeRule(),
    ]
}
