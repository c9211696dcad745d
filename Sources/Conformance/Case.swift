import SpecModel

/// One question to an endpoint: what is prepared, what is sent, what must come back.
///
/// Derived by a rule from the spec, or a hand-written scenario of it; from here on both are alike.
public struct Case: Sendable {
    public let api: API
    /// The operation that the case is about; what it is filed under.
    public let operation: String
    /// Kebab-case, unique within the operation.
    public let name: String
    public let axis: Axis
    /// The id of the rule that derived it, `scenario` or `reference-sample`.
    public let rule: String
    /// What is done, without a subject: "omits Source".
    public let title: String
    /// "The service MUST answer …".
    public let requirement: String
    public let source: Evidence
    /// The elements of the spec that the case exercises, such as `parameter Source required`.
    public let covers: [String]
    public let needs: [Need]
    /// Whether it touches what the whole account shares: runs alone.
    public let accountWide: Bool
    /// Whether it costs an endpoint much: runs with `--deep` only.
    public let isDeep: Bool
    public let setup: [Step]
    /// The same request with the one thing right; a negative counts only where this was accepted.
    public let control: Control?
    /// The judged requests in order.
    public let steps: [Step]
    /// Judged requests that read back what ``steps`` did.
    public let effect: [Step]
    public let cleanup: [Step]
    public let scope: Scope
    /// Whether nobody knows that the request is accepted: a refusal is reported, a success is judged.
    public let mayBeRefused: Bool
    /// Part of every name that the case makes; nil where its place in the catalogue is.
    let label: String?

    /// What of the answers is judged.
    public enum Scope: Sendable, Hashable {
        /// All; faults of the envelope (headers, namespace, stray elements) that most clients cope with are warnings.
        case everything
        /// All, faults of the envelope as errors.
        case strictly
        /// What surrounds the result, faults as errors; what is wrong within it is for other cases, and a warning here.
        case envelope
        /// Of what nobody knows the right answer to, that it is answered as a working service answers anything: not
        /// with a server error, and in the API's own form. What is refused must have changed nothing.
        case soundness
    }

    public init(
        api: API, operation: String, name: String, axis: Axis, rule: String, title: String, requirement: String,
        source: Evidence, covers: [String] = [], needs: [Need] = [], accountWide: Bool = false,
        isDeep: Bool = false, setup: [Step] = [], control: Control? = nil, steps: [Step], effect: [Step] = [],
        cleanup: [Step] = [], scope: Scope = .everything, mayBeRefused: Bool = false,
        label: String? = nil
    ) {
        self.api = api
        self.operation = operation
        self.name = name
        self.axis = axis
        self.rule = rule
        self.title = title
        self.requirement = requirement
        self.source = source
        self.covers = covers
        self.needs = needs
        self.accountWide = accountWide
        self.isDeep = isDeep
        self.setup = setup
        self.control = control
        self.steps = steps
        self.effect = effect
        self.cleanup = cleanup
        self.scope = scope
        self.mayBeRefused = mayBeRefused
        self.label = label
    }

    /// `v1/SendEmail/missing-source`: filter, JUnit name, row of every table, and path below `golden`.
    public var id: String { "\(api.rawValue)/\(operation)/\(name)" }

    /// Every request whose answer is judged.
    public var judged: [Step] { steps + effect }

    /// Whether a rule derived it from the spec, and nobody wrote it by hand.
    public var isDerived: Bool { Rules.all.contains { $0.id == rule } }

    /// Whether the case passes only if something is refused.
    public var isNegative: Bool { control != nil }
}

/// A request that must be accepted for a negative to mean anything; run once however many cases refer to it.
public struct Control: Sendable {
    public let api: API
    public let operation: String
    public let needs: [Need]
    public let accountWide: Bool
    public let setup: [Step]
    public let step: Step
    public let cleanup: [Step]

    /// Equal for equal requests after equal setup.
    struct Key: Hashable, Sendable {
        let operations: [String]
        let inputs: [Fields]
    }

    var key: Key {
        let steps = setup + [step]
        let operations = steps.map { "\($0.api(in: api).rawValue)/\($0.operation)" }
        return Key(operations: operations, inputs: steps.map(\.input))
    }
}

extension Case.Scope {
    /// Whether faults of the envelope that most clients cope with are errors.
    var isStrict: Bool { self == .strictly || self == .envelope }
}
