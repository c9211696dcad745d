import SpecModel
import Wire

extension TreeWalker {
    /// Compares members by name, whatever their order.
    mutating func compareStructure(_ expected: Tree, _ actual: Tree, members: [Member]?) {
        guard !isMisshapen(expected, actual) else { return }
        var seen = Set<String>()
        var missing: [Tree] = []
        for child in expected.children where seen.insert(child.name).inserted {
            let member = members?.first { $0.name == child.name }
            let found = actual.children.filter { $0.name == child.name }
            let presence = Self.presence(of: child)
            path.append(child.name)
            let mayBeAbsent = presence != .required || member?.isLater == true
            if mayBeAbsent, !found.isEmpty, found.areNull {
                report(.unexpected, expected: nil, actual: "null", .warning)
            } else if found.isEmpty {
                switch presence {
                case .optional: break
                // Another case asks for it; here it is worth a word.
                case .byDefault: report(.missing, expected: Self.unmarked(child).text, actual: nil, .warning)
                case .required: if member?.isLater != true { missing.append(child) }
                }
            } else {
                compareMember(presence == .required ? child : Self.unmarked(child), found, shape: member?.shape)
            }
            path.removeLast()
        }
        var extras: [Tree] = []
        for child in actual.children where seen.insert(child.name).inserted { extras.append(child) }
        reportMissing(missing, &extras, members: members)
        // One look for all, since a hostile answer has a hundred thousand of them.
        let byName = extras.isEmpty ? [:] : Dictionary(grouping: actual.children, by: \.name)
        for extra in extras { judgeExtra(extra, among: byName[extra.name] ?? [], members: members) }
    }

    /// Whether an expected element must be there; its text begins with the mark of it.
    private enum Presence: String {
        case required
        case optional
        case byDefault = "default"

        fileprivate var mark: String { self == .byDefault ? Self.defaultMark : Self.optionalMark }

        private static let optionalMark = Placeholder(Presence.optional.rawValue).description
        private static let defaultMark = Placeholder(Presence.byDefault.rawValue).description
    }

    private static func presence(of tree: Tree) -> Presence {
        // The first byte of a bracket.
        guard tree.text.utf8.first == 0xE2 else { return .required }
        return [.optional, .byDefault].first { tree.text.utf8.starts(with: $0.mark.utf8) } ?? .required
    }

    private static func unmarked(_ tree: Tree) -> Tree {
        let presence = presence(of: tree)
        guard presence != .required else { return tree }
        var tree = tree
        tree.text.removeFirst(presence.mark.count)
        return tree
    }

    /// Compares one expected member with what bears its name.
    mutating func compareMember(_ expected: Tree, _ found: [Tree], shape: Shape?) {
        guard found.count > 1 else {
            compare(expected, found[0], shape: shape)
            return
        }
        if case .list(let member, _)? = shape, isFlattened(found, member: member) {
            report(.unexpected, expected: "member", actual: "\(expected.name) \(found.count) times", .error)
            return
        }
        report(.duplicate, expected: TreeText.content(of: expected), actual: contents(of: found), .error)
        let nearest = found.indices.min {
            distance(expected, found[$0], shape: shape) < distance(expected, found[$1], shape: shape)
        }
        compare(expected, found[nearest ?? 0], shape: shape)
    }

    /// Reports what is not there; what is there under a name that nobody knows, or without the element
    /// around it, is one difference and not several.
    private mutating func reportMissing(_ missing: [Tree], _ extras: inout [Tree], members: [Member]?) {
        for child in missing {
            let shape = members?.first { $0.name == child.name }?.shape
            let isUnknown = { (extra: Tree) in !(members?.contains { $0.name == extra.name } ?? false) }
            var instead: [Tree] = []
            if let renamed = extras.firstIndex(where: {
                isUnknown($0) && distance(child, $0, shape: shape).errors == 0
            }) {
                instead = [extras.remove(at: renamed)]
            } else {
                let inner = Set(child.children.map(\.name))
                instead = extras.filter { isUnknown($0) && inner.contains($0.name) }
                extras.removeAll { isUnknown($0) && inner.contains($0.name) }
            }
            let actual = instead.isEmpty ? nil : instead.map(TreeText.compact).joined()
            report(.missing, at: child.name, expected: TreeText.content(of: child), actual: actual, .error)
        }
    }

    /// Judges a member that the golden does not have.
    private mutating func judgeExtra(_ extra: Tree, among same: [Tree], members: [Member]?) {
        let content = same.count > 1 ? contents(of: same) : TreeText.content(of: extra)
        guard let member = members?.first(where: { $0.name == extra.name }) else {
            let isResult = path.count == 1 && rules.lacksResult && extra.name.hasSuffix("Result")
            let severity = isResult ? .error : rules.straySeverity
            report(.unexpected, at: extra.name, expected: nil, actual: content, severity)
            return
        }
        if member.isLater, !same.areNull {
            path.append(extra.name)
            if same.count > 1 { report(.duplicate, expected: nil, actual: content, .error) }
            checkTypes(of: extra, shape: member.shape)
            path.removeLast()
        } else {
            let severity: Severity = same.allSatisfy(\.isEmpty) ? .warning : .error
            report(.unexpected, at: extra.name, expected: nil, actual: content, severity)
        }
    }

    /// Reports a text where there should be elements; whether that ends the comparison.
    mutating func isMisshapen(_ expected: Tree, _ actual: Tree) -> Bool {
        guard !Forms.isBlank(actual.text) else { return false }
        if actual.children.isEmpty, !expected.children.isEmpty {
            report(.type, expected: TreeText.content(of: expected), actual: actual.text, .error)
            return true
        }
        if Forms.isBlank(expected.text) {
            report(.unexpected, at: "text()", expected: nil, actual: actual.text, rules.straySeverity)
        }
        return false
    }

    func contents(of trees: [Tree]) -> String {
        let shown = trees.prefix(50).map { TreeText.content(of: $0) }.joined(separator: ", ")
        return TreeText.capped(shown)
    }
}
