import SpecModel
import Wire

/// Walks an expected and an actual tree side by side and collects their differences.
struct TreeWalker {
    let rules: WalkRules
    var bindings: Bindings
    private(set) var differences: [Difference] = []
    /// The gravest of the differences once there are as many as are kept; nil before.
    private var gravest: Severity?
    /// The names from the root to where the walk is.
    var path: [String] = []

    init(rules: WalkRules, bindings: Bindings) {
        self.rules = rules
        self.bindings = bindings
    }

    /// Compares two elements that are taken for the same thing; their names are not looked at.
    mutating func compare(_ expected: Tree, _ actual: Tree, shape: Shape?) {
        compareAttributes(expected, actual)
        if expected.children.isEmpty, !(shape?.isScalar ?? true), Template(expected.text).soleName?.kind == "any" {
            checkTypes(of: actual, shape: shape)
            return
        }
        guard !isOfOtherKind(actual, than: expected, shape: shape) else { return }
        switch rules.layout(of: shape, expected, actual) {
        case .leaf: compareLeaf(expected, actual, shape: shape)
        case .structure(let members): compareStructure(expected, actual, members: members)
        case .list(let member, let list): compareList(expected, actual, member: member, list: list)
        case .map(let value): compareMap(expected, actual, value: value)
        }
    }

    /// How far apart two elements are, without keeping what was found.
    func distance(_ expected: Tree, _ actual: Tree, shape: Shape?) -> Distance {
        var trial = self
        trial.differences = []
        trial.gravest = nil
        trial.compare(expected, actual, shape: shape)
        return Distance(trial.differences)
    }

    // MARK: Leaves

    mutating func compareLeaf(_ expected: Tree, _ actual: Tree, shape: Shape?) {
        guard actual.children.isEmpty else {
            report(.type, expected: expected.text, actual: TreeText.content(of: actual), .error)
            return
        }
        // Both brackets of placeholders begin with this byte.
        guard expected.text.utf8.contains(0xE2) else {
            if !isSame(expected.text, actual.text) { reportText(expected, actual, shape: shape, .value, .error) }
            return
        }
        let match = rules.matcher.match(Template(expected.text), actual.text, &bindings)
        switch match {
        case .equal:
            guard let fault = shape?.fault(in: actual) else { return }
            report(.type, expected: expected.text, actual: actual.text, fault.severity)
        case .different(let kind, let severity):
            reportText(expected, actual, shape: shape, kind, severity)
        }
    }

    /// Reports a text that differs: as a fault of its type where it is one, so that there is one difference.
    private mutating func reportText(
        _ expected: Tree, _ actual: Tree, shape: Shape?, _ kind: Difference.Kind, _ severity: Severity
    ) {
        // JSON has many spellings of one number, and all clients read them alike.
        if actual.kind == .number, shape == .double, isEqualNumber(expected.text, actual.text) { return }
        var kind = kind
        var severity = severity
        if let shape, !shape.isText, let fault = shape.fault(in: actual) {
            let isEqualNumber = fault.severity == .warning && isEqualNumber(expected.text, actual.text)
            if fault.severity == .error || isEqualNumber || kind == .type {
                kind = .type
                severity = isEqualNumber ? .warning : max(severity == .note ? .note : fault.severity, severity)
            }
        }
        report(kind, expected: expected.text, actual: actual.text, severity)
    }

    /// `200` for `200.0`: another form of the same number, be it one that an earlier answer had.
    private func isEqualNumber(_ expected: String, _ actual: String) -> Bool {
        guard let text = rules.matcher.resolve(Template(expected), bindings), let left = Double(text),
            let right = Double(actual)
        else { return false }
        return left == right
    }

    mutating func compareAttributes(_ expected: Tree, _ actual: Tree) {
        guard !(expected.attributes.isEmpty && actual.attributes.isEmpty) else { return }
        for attribute in expected.attributes {
            let other = actual.attributes.first { $0.name == attribute.name }
            guard let other else {
                report(.missing, at: "@\(attribute.name)", expected: attribute.value, actual: nil, .warning)
                continue
            }
            guard case .different(let kind, let severity) = match(attribute.value, other.value) else { continue }
            report(kind, at: "@\(attribute.name)", expected: attribute.value, actual: other.value, severity)
        }
        for attribute in actual.attributes where !expected.attributes.contains(where: { $0.name == attribute.name }) {
            report(.unexpected, at: "@\(attribute.name)", expected: nil, actual: attribute.value, .note)
        }
    }

    mutating func match(_ expected: String, _ actual: String) -> TextMatch {
        rules.matcher.match(Template(expected), actual, &bindings)
    }

    // MARK: Reporting

    mutating func report(
        _ kind: Difference.Kind, at component: String? = nil, expected: String?, actual: String?, _ severity: Severity
    ) {
        if let gravest, severity <= gravest { return }
        let place = (path + (component.map { [TreeText.capped($0, at: 400)] } ?? [])).joined(separator: "/")
        differences.append(
            Difference(
                path: place, kind: kind, expected: expected.map { TreeText.capped($0) },
                actual: actual.map { TreeText.capped($0) }, severity: severity))
        if gravest != nil || differences.count >= Self.mostDifferences { thinOut() }
    }

    /// The most differences that one answer is told to have: an answer may have a hundred thousand members that nobody
    /// knows. Beyond, only what is graver than all before.
    static let mostDifferences = 200

    private mutating func thinOut() {
        differences = differences.withoutRepetitions
        if differences.count > Self.mostDifferences / 2 { gravest = differences.map(\.severity).max() }
    }

    /// Whether there may be more differences than are told.
    var isFull: Bool { gravest != nil }

    /// The value of a run as its placeholder, for paths.
    func restored(_ text: String) -> String {
        TreeText.capped(KnownValues(bindings).restore(TreeText.capped(text)), at: 200)
    }
}

/// How far apart two trees are.
struct Distance: Comparable {
    /// Differences that tell of another answer altogether.
    var fundamental = 0
    var errors = 0
    var warnings = 0
    var notes = 0

    init(_ differences: [Difference]) {
        for difference in differences {
            switch difference.severity {
            case .error:
                errors += 1
                switch difference.kind {
                case .accepted, .rejected, .body, .status: fundamental += 1
                default: break
                }
            case .warning: warnings += 1
            case .note: notes += 1
            }
        }
    }

    var isZero: Bool { errors == 0 && warnings == 0 && notes == 0 }

    static func < (left: Distance, right: Distance) -> Bool {
        (left.fundamental, left.errors, left.warnings, left.notes)
            < (right.fundamental, right.errors, right.warnings, right.notes)
    }
}

extension Shape {
    var isText: Bool {
        if case .text = self { true } else { false }
    }
}
