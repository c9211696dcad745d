/// How much a difference matters.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing, not a fault.
    case note
    /// Off the wire format; most clients cope.
    case warning
    /// A client would see something else.
    case error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

/// One thing in which an answer is not as expected.
public struct Difference: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The status is of another class or value than expected.
        case status
        /// A success where an error was due.
        case accepted
        /// An error where a success was due.
        case rejected
        /// The body is no document, or not the document of this operation.
        case body
        case header
        case namespace
        case missing
        case unexpected
        case duplicate
        case order
        /// The text is not of the member's type.
        case type
        case value
        /// The error's code.
        case code
        /// The error's wording.
        case wording
        /// A page is larger than asked, repeats a member or never ends.
        case paging
        /// Equal placeholders have unequal values.
        case identity
    }

    /// Where: `SendEmailResponse/SendEmailResult/MessageId`, `status`, `header Content-Type`. Stable
    /// from run to run: names of the run's own appear as their placeholders.
    public let path: String
    public let kind: Kind
    /// As the golden has it; nil where nothing is expected.
    public let expected: String?
    /// As received; nil where there is nothing.
    public let actual: String?
    public let severity: Severity

    public init(path: String, kind: Kind, expected: String?, actual: String?, severity: Severity) {
        self.path = path
        self.kind = kind
        self.expected = expected
        self.actual = actual
        self.severity = severity
    }

    public func graded(_ severity: Severity) -> Difference {
        Difference(path: path, kind: kind, expected: expected, actual: actual, severity: severity)
    }
}
