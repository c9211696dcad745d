/// What kind of question a case asks; results are shown for each and never blended.
public enum Axis: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Is the operation there.
    case operation
    /// Are all members there, of the right type, and no others.
    case shape
    /// Are values accepted, refused and returned as the constraints say.
    case values
    /// Is each declared error given when it should be.
    case errors
    /// State across calls.
    case behaviour
    /// Envelope, encoding, signing.
    case `protocol`

    public static func < (left: Axis, right: Axis) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// A hand-written case: what is done, step by step, and which answers are judged.
public struct Scenario: Sendable {
    /// Kebab-case, unique within the operation: `pages-to-the-end`.
    public let name: String
    public let operation: String
    public let axis: Axis
    /// What is done, without a subject: "deletes a policy that is not there".
    public let title: String
    /// "The service MUST answer …".
    public let requirement: String
    public let source: Evidence
    public let needs: [Need]
    /// Whether it touches what the whole account shares (the active rule set, counters): runs alone.
    public let accountWide: Bool
    /// Whether it costs an endpoint much (lists of 1,000, bodies of 1 MB): runs with `--deep` only.
    public let isDeep: Bool
    /// Whether it asks for the envelope (headers, namespace, stray elements), whose faults are warnings elsewhere.
    public let judgesEnvelope: Bool
    /// Steps that only prepare; what they create is removed afterwards by the creating operations' undo.
    public let setup: [Step]
    /// The judged steps, in order.
    public let steps: [Step]
    /// Steps after everything, whatever happened, beside the undo.
    public let cleanup: [Step]

    public init(
        _ name: String, _ operation: String, axis: Axis = .behaviour, title: String, requirement: String,
        source: Evidence, needs: [Need] = [], accountWide: Bool = false, isDeep: Bool = false,
        judgesEnvelope: Bool = false, setup: [Step] = [], steps: [Step], cleanup: [Step] = []
    ) {
        self.name = name
        self.operation = operation
        self.axis = axis
        self.title = title
        self.requirement = requirement
        self.source = source
        self.needs = needs
        self.accountWide = accountWide
        self.isDeep = isDeep
        self.judgesEnvelope = judgesEnvelope
        self.setup = setup
        self.steps = steps
        self.cleanup = cleanup
    }
}
