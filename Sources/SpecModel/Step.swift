/// One request of a case and what is expected of its answer.
public struct Step: Sendable {
    /// The part of the golden's name after the case; empty where a case has one judged step.
    public let name: String
    public let operation: String
    public let input: Fields
    public let expectation: Expectation
    /// Values to keep: key to the dotted path within the result (`NextToken`).
    public let captures: [String: String]
    /// Whether to follow the page token to the end and judge the pages as one answer, and with which
    /// page size; see ``Paging``.
    public let paging: Paging?
    /// How often the request is sent; only the last answer is judged.
    public let times: Int
    public let envelope: Envelope

    public init(
        _ name: String, _ operation: String, _ input: Fields = [:], expect expectation: Expectation,
        captures: [String: String] = [:], paging: Paging? = nil, times: Int = 1, envelope: Envelope = Envelope()
    ) {
        self.name = name
        self.operation = operation
        self.input = input
        self.expectation = expectation
        self.captures = captures
        self.paging = paging
        self.times = times
        self.envelope = envelope
    }

    /// A step that only prepares: anything but a success blocks the case.
    public static func setup(_ operation: String, _ input: Fields = [:], captures: [String: String] = [:]) -> Step {
        Step("", operation, input, expect: .accepted, captures: captures)
    }

    /// A step that tidies up: its answer does not matter.
    public static func cleanup(_ operation: String, _ input: Fields = [:]) -> Step {
        Step("", operation, input, expect: .ignored)
    }
}

/// How the pages of a list are asked for.
public struct Paging: Sendable, Hashable {
    /// The page size that is asked for (`MaxItems`), in members; nil leaves it to the service.
    public let size: Int?

    public init(size: Int? = nil) { self.size = size }
}

/// What of a request's envelope differs from the usual: POST, signed, with `Action` and `Version`.
public struct Envelope: Sendable, Hashable {
    public var method: String
    /// Sent as `Action`; nil leaves it out.
    public var action: Action
    /// Sent as `Version`; nil leaves it out.
    public var version: String?
    public var isSigned: Bool
    public var contentType: String?

    public enum Action: Sendable, Hashable {
        /// The step's operation.
        case operation
        case named(String)
        case absent
    }

    public init(
        method: String = "POST", action: Action = .operation, version: String? = API.v1.version,
        isSigned: Bool = true, contentType: String? = "application/x-www-form-urlencoded; charset=utf-8"
    ) {
        self.method = method
        self.action = action
        self.version = version
        self.isSigned = isSigned
        self.contentType = contentType
    }

    public var isUsual: Bool { self == Envelope() }
}

/// What a step's answer must be.
public enum Expectation: Sendable {
    /// Any success; not judged further and without a golden.
    case accepted
    /// Anything at all.
    case ignored
    /// A success with this result.
    case result(Fields, Evidence)
    /// An error.
    case failure(Failure)
    /// What the reference service answers; a difference is reported and never fails the case.
    case modelled
    /// Nobody knows the right answer: reported, not judged.
    case observed
    /// Any of these suffices (success or error, 400 or 403): each is a golden of its own.
    case anyOf([Expectation])
}

/// An error answer.
public struct Failure: Sendable, Hashable {
    /// Every code that some source gives for the condition.
    public let codes: [String]
    public let status: Int
    /// A template of the wording; nil where nobody has seen one.
    public let message: Wording?
    public let evidence: Evidence

    public init(_ codes: [String], status: Int = 400, message: Wording? = nil, _ evidence: Evidence) {
        self.codes = codes
        self.status = status
        self.message = message
        self.evidence = evidence
    }

    public var origin: ErrorOrigin { status >= 500 ? .receiver : .sender }
}
