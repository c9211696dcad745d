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
    /// How often the request is sent; `⟦serial⟧` in it is 1, 2, 3 … Each answer is judged, up to the first error.
    public let times: Int
    /// Whether the requests are under way together instead of one after the other.
    public let isAtOnce: Bool
    public let envelope: Envelope
    /// The API of the operation; nil for that of the case. Only scenarios over both APIs name it.
    public let api: API?

    public init(
        _ name: String, _ operation: String, _ input: Fields = [:], api: API? = nil,
        expect expectation: Expectation, captures: [String: String] = [:], paging: Paging? = nil, times: Int = 1,
        isAtOnce: Bool = false, envelope: Envelope = Envelope()
    ) {
        self.name = name
        self.operation = operation
        self.input = input
        self.expectation = expectation
        self.captures = captures
        self.paging = paging
        self.times = times
        self.isAtOnce = isAtOnce
        self.envelope = envelope
        self.api = api
    }

    /// A step that only prepares: anything but a success blocks the case.
    public static func setup(
        _ operation: String, _ input: Fields = [:], api: API? = nil, captures: [String: String] = [:], times: Int = 1
    ) -> Step {
        Step("", operation, input, api: api, expect: .accepted, captures: captures, times: times)
    }

    /// The step with another request or expectation, all else the same.
    public func changed(
        input: Fields? = nil, expectation: Expectation? = nil, envelope: Envelope? = nil
    ) -> Step {
        Step(
            name, operation, input ?? self.input, api: api, expect: expectation ?? self.expectation,
            captures: captures, paging: paging, times: times, isAtOnce: isAtOnce,
            envelope: envelope ?? self.envelope)
    }

    /// A step that tidies up: its answer does not matter.
    public static func cleanup(_ operation: String, _ input: Fields = [:], api: API? = nil) -> Step {
        Step("", operation, input, api: api, expect: .ignored)
    }
}

/// How the pages of a list are asked for.
public struct Paging: Sendable, Hashable {
    /// The page size that is asked for (`MaxItems`), in members; nil leaves it to the service.
    public let size: Int?

    public init(size: Int? = nil) { self.size = size }
}

/// What of a request's envelope differs from the usual: the API's method and path, signed, parameters encoded.
public struct Envelope: Sendable, Hashable {
    /// nil for the usual: `POST` in v1, that of the operation's route in v2.
    public var method: String?
    /// Sent as `Action`, in v1.
    public var action: Action
    /// Sent as `Version`, in v1; nil leaves it out.
    public var version: String?
    public var signature: Signature
    public var contentType: ContentType
    public var body: Body
    /// How its bytes are sent; nil for the usual way.
    public var transmission: Transmission?

    public enum Action: Sendable, Hashable {
        /// The step's operation.
        case operation
        case named(String)
        case absent
    }

    /// How a request is signed.
    public enum Signature: Sendable, Hashable {
        case right
        /// No Authorization header at all.
        case absent
        /// By an access key that nobody has.
        case unknownKey
        /// By another secret than that of the key.
        case wrongSecret
        /// By an Authorization header without its signature.
        case malformed
        /// For another service.
        case otherService
        /// Rightly, but so many minutes from now; negative for the past.
        case minutesOff(Int)
        /// Rightly, but the last byte of the body was changed afterwards: a 0 into a 1.
        case tampered
    }

    public enum ContentType: Sendable, Hashable {
        /// The API's: a form in v1, JSON in v2.
        case usual
        case named(String)
        case absent
    }

    /// What stands in a request for its parameters.
    public enum Body: Sendable, Hashable {
        case parameters
        /// The parameters in the reverse order.
        case reversed
        /// This text instead of the parameters that travel in the body.
        case text(String)
        /// The parameters, and this text behind them as it is.
        case followed(by: String)
    }

    public init(
        method: String? = nil, action: Action = .operation, version: String? = API.v1.version,
        signature: Signature = .right, contentType: ContentType = .usual, body: Body = .parameters,
        transmission: Transmission? = nil
    ) {
        self.method = method
        self.action = action
        self.version = version
        self.signature = signature
        self.contentType = contentType
        self.body = body
        self.transmission = transmission
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
    /// This status, in whatever form: what HTTP itself demands, before any API.
    case status(Int, Evidence)
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

    /// The failure, which is right only if this holds, too.
    public func and(_ other: Evidence?) -> Failure {
        Failure(codes, status: status, message: message, evidence.and(other))
    }
}
