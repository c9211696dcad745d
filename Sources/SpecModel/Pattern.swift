/// A rule on the characters of a text.
public struct Pattern: Sendable, Hashable {
    /// A regular expression that the whole text must match.
    public let expression: String
    /// The rule in words: "letters, digits, `.`, `_` or `-`; starts and ends with a letter or digit".
    public let meaning: String
    public let evidence: Evidence

    public var source: String { evidence.source }

    public init(_ expression: String, _ meaning: String, by evidence: Evidence) {
        self.expression = expression
        self.meaning = meaning
        self.evidence = evidence
    }

    /// A rule that the API reference states.
    public init(_ expression: String, _ meaning: String, by source: String) {
        self.init(expression, meaning, by: Evidence(.documented, source))
    }
}

/// What a text stands for; decides which values are sensible and which placeholder an answer gets.
public enum Format: String, Sendable, Hashable, CaseIterable {
    case emailAddress = "email-address"
    case domain
    /// An email address, a domain, or the ARN of either.
    case identity
    case arn
    case cidr
    /// JSON text.
    case policy
    case messageID = "message-id"
    case token
    case dkimToken = "dkim-token"
    case verificationToken = "verification-token"
    case text
}
