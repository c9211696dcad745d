/// Whose fault an error is, as v1 spells it in `Type`.
public enum ErrorOrigin: String, Sendable, Hashable {
    case sender = "Sender"
    case receiver = "Receiver"
}

/// An error that an operation declares.
public struct ErrorCase: Sendable {
    public let code: String
    /// The HTTP status.
    public let status: Int
    /// What provokes it, in this project's own words.
    public let condition: String
    public let reach: Reach
    /// Came with a later version of the service: tolerated, never required.
    public let isLater: Bool

    /// Whether a client without insight into the service can bring the error about.
    public enum Reach: Sendable {
        /// Each is one case with the operation's minimal request as positive control.
        case provoked([Provocation])
        /// A hand-written scenario shows it: its id within the operation.
        case scenario(String)
        /// Why a black-box client can't.
        case unreachable(String)
    }

    public init(_ code: String, status: Int = 400, when condition: String, reach: Reach, isLater: Bool = false) {
        self.code = code
        self.status = status
        self.condition = condition
        self.reach = reach
        self.isLater = isLater
    }

    public var origin: ErrorOrigin { status >= 500 ? .receiver : .sender }
}

/// How to bring an error about: the operation's request with some parameters changed.
public struct Provocation: Sendable {
    /// What follows the code in the case's id; empty for the plain one: `error-already-exists[-name]`.
    public let name: String
    /// One sentence: "names a rule set that does not exist".
    public let title: String
    /// Parameters by dotted path, members of lists as `Actions.member.1.S3Action.BucketName`; they
    /// replace or add to those of the base request. A nil value takes the parameter out.
    public let changes: [Change]
    /// The request that is changed and serves as the positive control.
    public let base: Base
    /// Steps before the request, beside the operation's own setup.
    public let setup: [Step]
    /// The exact wording where a published answer of the real service has it.
    public let message: Wording?
    /// Other codes that some source gives for the same condition.
    public let alternatives: [String]
    public let evidence: Evidence?

    public enum Base: Sendable, Hashable { case minimal, complete }

    public struct Change: Sendable {
        public let path: String
        public let value: Value?

        public init(_ path: String, _ value: Value?) {
            self.path = path
            self.value = value
        }
    }

    public init(
        _ name: String = "", title: String, changes: [Change], base: Base = .minimal, setup: [Step] = [],
        message: Wording? = nil, alternatives: [String] = [], evidence: Evidence? = nil
    ) {
        self.name = name
        self.title = title
        self.changes = changes
        self.base = base
        self.setup = setup
        self.message = message
        self.alternatives = alternatives
        self.evidence = evidence
    }
}

/// The wording of an error message that the real service was seen to give.
public struct Wording: Sendable, Hashable {
    /// A template; parts that vary are placeholders.
    public let text: String
    public let evidence: Evidence

    public init(_ text: String, _ evidence: Evidence) {
        self.text = text
        self.evidence = evidence
    }
}
