import Diff
import SpecModel
import Wire

/// An answer that waits for somebody to look at it before it may become a golden.
public struct PendingGolden: Sendable, Hashable {
    /// As the first of two runs had it.
    public var golden: Golden
    /// As the second run had it; nil where that was the same.
    public var again: Golden?

    public init(golden: Golden, again: Golden? = nil) {
        self.golden = golden
        self.again = again == golden ? nil : again
    }

    public var id: GoldenID { golden.id }

    /// A text that was another in each run, though no type of the spec's says so.
    public struct Volatile: Sendable, Hashable {
        public let path: String
        public let first: String
        public let second: String
        /// The placeholder that would stand for both.
        public let proposal: String
    }

    /// What is proposed to be left open.
    public var volatile: [Volatile] { volatility?.found ?? [] }

    /// Whether the runs differ in more than texts, so that no golden holds for both.
    public var isUnstable: Bool { volatility == nil }

    /// The golden with what is proposed in place.
    public var proposed: Golden {
        var golden = golden
        golden.tree = volatility?.tree ?? golden.tree
        return golden
    }

    private var volatility: (tree: Tree, found: [Volatile])? {
        guard let again else { return (golden.tree, []) }
        guard again.status == golden.status, again.contentType == golden.contentType,
            again.errorType == golden.errorType
        else { return nil }
        var found: [Volatile] = []
        let name = golden.tree.name
        let path = name.isEmpty ? [] : [name]
        return Self.proposed(golden.tree, again.tree, at: path, &found).map { (tree: $0, found: found) }
    }

    /// nil where the trees differ in more than texts.
    private static func proposed(
        _ first: Tree, _ second: Tree, at path: [String], _ found: inout [Volatile]
    ) -> Tree? {
        guard first.name == second.name, first.kind == second.kind, first.namespace == second.namespace,
            first.attributes == second.attributes, first.children.count == second.children.count
        else { return nil }
        var result = first
        if first.text != second.text {
            guard first.children.isEmpty, first.kind != .boolean else { return nil }
            let proposal = Placeholder(PlaceholderForm.narrowest(of: [first.text, second.text])).description
            result = first.holding(proposal)
            found.append(
                Volatile(
                    path: path.joined(separator: "/"), first: first.text, second: second.text, proposal: result.text))
        }
        for (place, pair) in zip(first.children, second.children).enumerated() {
            let number = pair.0.name.isEmpty || pair.0.name == "member" ? "[\(place + 1)]" : ""
            guard let child = proposed(pair.0, pair.1, at: path + [pair.0.name + number], &found) else { return nil }
            result.children[place] = child
        }
        return result
    }
}
