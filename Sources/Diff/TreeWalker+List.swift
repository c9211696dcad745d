import SpecModel
import Wire

extension TreeWalker {
    /// Compares lists: by position where the reference promises an order, else by key or by content.
    mutating func compareList(_ expected: Tree, _ actual: Tree, member: Shape?, list: Shape.List) {
        if !actual.isEmpty, !expected.children.isEmpty, isFlattened([actual], member: member) {
            report(.unexpected, expected: "member", actual: TreeText.compact(actual), .error)
            return
        }
        guard !isMisshapen(expected, actual) else { return }
        if let other = actual.children.first(where: { $0.name != "member" }) {
            report(.unexpected, expected: "member", actual: other.name, .error)
        }
        let matching = ListMatching(walker: self, expected: expected.children, actual: actual.children, member: member)
        let pairing = matching.pair(list)
        if list.ordered, !pairing.keepsOrder { reportOrder(pairing, expected, actual, key: list.key) }
        for pair in pairing.ordered {
            let wanted = expected.children[pair.expected]
            path.append(component(wanted, pair.expected, key: list.key))
            compare(wanted, actual.children[pair.actual], shape: member)
            path.removeLast()
        }
        for index in pairing.expectedLeft {
            let wanted = expected.children[index]
            let content = TreeText.content(of: wanted)
            report(.missing, at: component(wanted, index, key: list.key), expected: content, actual: nil, .error)
        }
        judgeSurplus(pairing.actualLeft, actual, member: member, list: list)
    }

    /// Whether members stand where the list itself should, instead of in `member` elements.
    func isFlattened(_ found: [Tree], member: Shape?) -> Bool {
        found.allSatisfy { element in
            if element.children.isEmpty { return found.count > 1 || (member?.isScalar ?? true) && !element.isEmpty }
            guard case .structure(let name)? = member, let members = rules.structures[name]?.members else {
                return false
            }
            return element.children.allSatisfy { child in members.contains { $0.name == child.name } }
        }
    }

    /// `member[1]`, or `member[Name=⟦name:rule⟧]` where members have a key.
    private func component(_ expected: Tree, _ index: Int, key: String?) -> String {
        if let key, let text = expected.child(key)?.text { return "member[\(key)=\(text)]" }
        return "member[\(index + 1)]"
    }

    private mutating func reportOrder(_ pairing: ListPairing, _ expected: Tree, _ actual: Tree, key: String?) {
        let wanted = pairing.ordered.map { label(expected.children[$0.expected], key: key) }
        let received = pairing.pairs.map(\.actual).sorted().map { label(actual.children[$0], key: key) }
        report(
            .order, expected: wanted.joined(separator: ", "), actual: received.joined(separator: ", "), .error)
    }

    private func label(_ tree: Tree, key: String?) -> String {
        if let key, let text = tree.child(key)?.text { return text }
        return TreeText.content(of: tree)
    }

    /// Judges members that nobody expected: one difference for all that are of a kind.
    private mutating func judgeSurplus(_ indices: [Int], _ actual: Tree, member: Shape?, list: Shape.List) {
        var doubles: [Tree] = []
        var strangers: [Tree] = []
        var others: [Tree] = []
        let alike = list.accountWide || indices.isEmpty ? [:] : Dictionary(grouping: actual.children, by: \.self)
        for index in indices {
            let tree = actual.children[index]
            if !list.accountWide {
                if alike[tree, default: []].count > 1 { doubles.append(tree) } else { strangers.append(tree) }
            } else if tree.leafTexts().contains(where: rules.isOwn) {
                strangers.append(tree)
            } else {
                others.append(tree)
            }
        }
        if !doubles.isEmpty {
            report(.duplicate, at: "member[+]", expected: nil, actual: contents(of: doubles), .error)
        }
        if !strangers.isEmpty {
            report(.unexpected, at: "member[+]", expected: nil, actual: contents(of: strangers), .error)
        }
        path.append("member[+]")
        for tree in others { checkTypes(of: tree, shape: member) }
        path.removeLast()
    }
}
