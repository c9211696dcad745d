import SpecModel
import Wire

/// Holds answers of one operation against what is expected of them.
///
/// An answer that is something else altogether (an error for a success, another document) is one
/// difference; only then are the trees walked side by side.
public struct AnswerComparer: Sendable {
    let operation: SpecModel.Operation?
    let structures: [String: Structure]
    let envelope: [String: [Member]]
    let isOwn: @Sendable (String) -> Bool
    let exactCounters: Bool
    let strictEnvelope: Bool

    /// - Parameters:
    ///   - operation: whose answers are compared; nil where nobody knows it, and then the texts of
    ///     the golden alone tell what is expected.
    ///   - structures: the API's data types by name.
    ///   - isOwn: whether a text is of the case's own making; members of lists of the whole account
    ///     that are not own are tolerated.
    ///   - exactCounters: whether counters must have moved by exactly what was sent.
    ///   - strictEnvelope: whether faults of the envelope are errors instead of warnings.
    public init(
        operation: SpecModel.Operation?, structures: [String: Structure],
        isOwn: @escaping @Sendable (String) -> Bool = { _ in false }, exactCounters: Bool = false,
        strictEnvelope: Bool = false
    ) {
        self.operation = operation
        self.structures = structures
        self.isOwn = isOwn
        self.exactCounters = exactCounters
        self.strictEnvelope = strictEnvelope
        envelope = Self.envelope(of: operation)
    }

    /// The differences of an answer; empty where there are none.
    ///
    /// - Parameter bindings: learns what numbered placeholders stand for.
    public func compare(
        expected: ExpectedAnswer, actual: Answer, bindings: inout Bindings
    ) -> [Difference] {
        let (expected, actual) = laidOut(expected, actual)
        if let difference = fundamentalDifference(expected, actual) { return [difference] }
        guard let tree = actual.tree else { return [] }
        var walker = TreeWalker(rules: rules, bindings: bindings)
        if expected.status != actual.status {
            let headline = expected.isSuccess ? "\(actual.status)" : headline(of: actual)
            walker.report(.status, at: "status", expected: expected.headline, actual: headline, .error)
        }
        walker.path = [expected.tree.name]
        if expected.isSuccess {
            walker.compareSuccess(expected.tree, tree)
        } else if expected.isJSON {
            compareJSONError(expected, actual, tree, &walker)
        } else {
            walker.compareError(expected.tree, tree)
        }
        walker.path = []
        if !expected.isJSON { compareNamespaces(expected.tree, tree, &walker) }
        compareHeaders(expected, actual, &walker)
        bindings = walker.bindings
        let differences = walker.differences.withoutRepetitions
        guard walker.isFull else { return differences }
        let more = "more differences than are told: these are the first \(differences.count)"
        return differences + [Difference(path: "body", kind: .body, expected: nil, actual: more, severity: .note)]
    }

    /// Holds an answer against several right ones and keeps the comparison with the lightest differences.
    ///
    /// - Returns: the index of the alternative that the answer is nearest to, and what differs; the
    ///   index is 0 and there are no differences if there are no alternatives.
    public func compareBest(
        of alternatives: [ExpectedAnswer], actual: Answer, bindings: inout Bindings
    ) -> (index: Int, differences: [Difference]) {
        var best: (index: Int, differences: [Difference], distance: Distance, bindings: Bindings)?
        for (index, expected) in alternatives.enumerated() {
            var trial = bindings
            let differences = compare(expected: expected, actual: actual, bindings: &trial)
            let distance = Distance(differences)
            if best.map({ distance < $0.distance }) ?? true { best = (index, differences, distance, trial) }
            if distance.isZero { break }
        }
        guard let best else { return (0, []) }
        bindings = best.bindings
        return (best.index, best.differences)
    }

    private var rules: WalkRules {
        WalkRules(
            structures: structures, envelope: envelope, isOwn: isOwn,
            matcher: TextMatcher(exactCounters: exactCounters), straySeverity: envelopeSeverity,
            lacksResult: operation != nil && operation?.result == nil)
    }

    /// How grave a fault of the envelope is.
    var envelopeSeverity: Severity { strictEnvelope ? .error : .warning }

    /// The shapes of the parts of an answer that are no data types, by names that no data type has.
    private static func envelope(of operation: SpecModel.Operation?) -> [String: [Member]] {
        guard let operation else { return [:] }
        if operation.api == .v2 { return [operation.api.resultPath(of: operation.name)[0]: operation.result ?? []] }
        let metadata = Member(
            "ResponseMetadata", .structure("ResponseMetadata"), required: true, "What identifies the call.")
        let requestID = Member("RequestId", .string(), required: true, "The id of the call.")
        var root = [metadata]
        var result: [String: [Member]] = ["ResponseMetadata": [requestID]]
        if let members = operation.result {
            let name = operation.name + "Result"
            root.insert(Member(name, .structure(name), required: true, "The result."), at: 0)
            result[name] = members
        }
        result[operation.name + "Response"] = root
        return result
    }
}

extension [Difference] {
    /// The same difference of several members of a list, or of several answers, is told once.
    public var withoutRepetitions: [Difference] {
        guard count > 1 else { return self }
        var seen = Set<String>()
        return filter { seen.insert("\($0.kind.rawValue) \($0.severity.rawValue) \($0.path)").inserted }
    }
}
