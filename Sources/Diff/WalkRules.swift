import SpecModel
import Wire

/// What a walk needs to know beside the two trees.
struct WalkRules {
    let structures: [String: Structure]
    /// Members of the parts of the envelope, which are no data types: the result, the metadata.
    let envelope: [String: [Member]]
    let isOwn: @Sendable (String) -> Bool
    let matcher: TextMatcher
    /// How grave an element is that nobody knows.
    let straySeverity: Severity
    /// Whether the operation's answer has no result element.
    let lacksResult: Bool

    /// How an element is compared.
    enum Layout {
        case leaf
        /// Members as the spec has them; nil where the spec does not know the structure.
        case structure([Member]?)
        case list(Shape?, Shape.List)
        case map(Shape?)
    }

    func layout(of shape: Shape?, _ expected: Tree, _ actual: Tree) -> Layout {
        switch shape {
        case .structure(let name): .structure(envelope[name] ?? structures[name]?.members)
        case .list(let member, let list): .list(member, list)
        case .map(let value): .map(value)
        case .some: .leaf
        case nil: guess(expected, actual)
        }
    }

    /// Where the spec says nothing, the trees tell by the names of their children.
    private func guess(_ expected: Tree, _ actual: Tree) -> Layout {
        let isEmpty = expected.children.isEmpty
        guard !isEmpty || expected.text.isEmpty && !actual.children.isEmpty else { return .leaf }
        let children = isEmpty ? actual.children : expected.children
        if children.allSatisfy({ $0.name == "member" }) { return .list(nil, Shape.List()) }
        if children.allSatisfy({ $0.name == "entry" }) { return .map(nil) }
        return .structure(nil)
    }
}

extension Tree {
    /// Whether the element holds nothing but white space, or is the nothing of JSON.
    var isEmpty: Bool { children.isEmpty && (kind == .null || Forms.isBlank(text)) }

    /// The texts of all leaves, at most so many.
    func leafTexts(limit: Int = 1_000) -> [String] {
        guard !children.isEmpty else { return [text] }
        var result: [String] = []
        for child in children where result.count < limit { result += child.leafTexts(limit: limit - result.count) }
        return result
    }
}
