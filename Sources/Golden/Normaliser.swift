import Diff
import SpecModel
import Wire

/// Turns concrete answers into the trees of goldens: what changes from run to run becomes a placeholder.
///
/// | in the answer | in the golden |
/// |---|---|
/// | a name, sender, resource or captured value | its placeholder, wherever it stands between token boundaries |
/// | RequestId | `⟦request-id⟧` |
/// | texts of a format that the service makes up | `⟦message-id⟧`, `⟦token⟧` |
/// | timestamps | `⟦timestamp⟧` |
/// | doubles and longs, which are quotas and counters | `⟦number⟧` |
///
/// A made-up value that stands at several places gets one number at all of them: `⟦token#1⟧`.
public struct Normaliser: Sendable {
    private let structures: [String: Structure]
    private let known: KnownValues
    private let knownTexts: Set<String>
    /// Tells the case's own members of a list of the whole account from others; nil keeps all.
    private let isOwn: (@Sendable (String) -> Bool)?

    /// - Parameter isOwn: whether a text is of the case's own making; members without one are left out of lists of
    ///   the whole account. nil keeps all.
    public init(
        structures: [String: Structure], bindings: Bindings, isOwn: (@Sendable (String) -> Bool)? = nil
    ) {
        self.structures = structures
        self.isOwn = isOwn
        known = KnownValues(bindings)
        knownTexts = Set(bindings.known.values)
    }

    /// The golden's tree of one answer.
    ///
    /// - Parameter operation: whose answer it is; nil leaves all but known values and request ids as they are.
    public func tree(of answer: Tree, operation: SpecModel.Operation?) -> Tree {
        trees(of: [(answer, operation)])[0]
    }

    /// The trees of several answers of one case, with numbers that hold across them.
    public func trees(of answers: [(tree: Tree, operation: SpecModel.Operation?)]) -> [Tree] {
        let layout = JSONLayout(structures: structures)
        let marked = answers.map { answer -> Marked in
            let (root, operation) = (answer.operation?.resultRoot ?? "Response", answer.operation)
            let tree = layout.laidOut(answer.tree, as: root, members: operation?.result ?? [])
            return mark(tree, shape: nil, in: self.root(of: operation))
        }
        var places: [MadeUp: Int] = [:]
        for tree in marked { tree.count(into: &places) }
        var numbers = Numbers(repeated: Set(places.filter { $0.value > 1 }.keys))
        return marked.map { JSONLayout.restored($0.tree(&numbers)) }
    }

    /// The answer as it is, without what others made.
    public func own(_ answer: Tree, operation: SpecModel.Operation?) -> Tree {
        let layout = JSONLayout(structures: structures)
        let root = operation?.resultRoot ?? "Response"
        let tree = layout.laidOut(answer, as: root, members: operation?.result ?? [])
        return JSONLayout.restored(mark(tree, shape: nil, in: self.root(of: operation)).untouched)
    }

    // MARK: Shapes

    /// The members of an answer's root, its result and its metadata.
    private func root(of operation: SpecModel.Operation?) -> [String: [Member]] {
        guard let operation, let result = operation.result else { return [:] }
        let path = operation.api.resultPath(of: operation.name)
        guard let name = path.dropFirst().first else { return [path[0]: result] }
        return [path[0]: [Member(name, .structure(name), "The result.")], name: result]
    }

    private func mark(_ tree: Tree, shape: Shape?, in envelope: [String: [Member]]) -> Marked {
        var tree = tree
        let children = own(tree.children, in: shape)
        tree.children = []
        guard !children.isEmpty else {
            let holdsText = ![.object, .array, .null].contains(tree.kind)
            return Marked(tree: tree, leaf: holdsText ? leaf(tree, shape: shape) : nil, children: [])
        }
        let members = members(of: tree, shape: shape, in: envelope)
        let marked = children.map { child -> Marked in
            let childShape: Shape? =
                switch shape {
                case .list(let member, _): member
                case .map(let value): .map(value)
                default: members?.first { $0.name == child.name }?.shape
                }
            if case .map(let value)? = shape { return markEntry(child, value: value, in: envelope) }
            return mark(child, shape: childShape, in: envelope)
        }
        return Marked(tree: tree, leaf: nil, children: marked)
    }

    private func own(_ children: [Tree], in shape: Shape?) -> [Tree] {
        guard let isOwn, case .list(_, let list)? = shape, list.accountWide else { return children }
        return children.filter { $0.hasLeaf(isOwn) }
    }

    private func markEntry(_ entry: Tree, value: Shape, in envelope: [String: [Member]]) -> Marked {
        var tree = entry
        tree.children = []
        let children = entry.children.map { mark($0, shape: $0.name == "value" ? value : nil, in: envelope) }
        return Marked(tree: tree, leaf: children.isEmpty ? leaf(entry, shape: nil) : nil, children: children)
    }

    private func members(of tree: Tree, shape: Shape?, in envelope: [String: [Member]]) -> [Member]? {
        guard case .structure(let name)? = shape else { return envelope[tree.name] }
        return envelope[name] ?? structures[name]?.members
    }

    private func leaf(_ tree: Tree, shape: Shape?) -> Leaf {
        let text = tree.text
        if text.isEmpty || knownTexts.contains(text) { return .text(known.template(of: text)) }
        if shape == nil, tree.name == "RequestId" { return .madeUp(MadeUp(kind: "request-id", value: text)) }
        switch shape {
        case .text(let rules):
            switch rules.format {
            case .messageID: return .madeUp(MadeUp(kind: "message-id", value: text))
            case .token, .dkimToken, .verificationToken: return .madeUp(MadeUp(kind: "token", value: text))
            default: return .text(known.template(of: text))
            }
        case .timestamp: return .text("⟦timestamp⟧")
        case .double, .long: return .text("⟦number⟧")
        default: return .text(known.template(of: text))
        }
    }
}

extension SpecModel.Operation {
    /// The name of an answer's root.
    fileprivate var resultRoot: String { api.resultPath(of: name)[0] }
}

extension Tree {
    fileprivate func hasLeaf(_ isWanted: (String) -> Bool) -> Bool {
        children.isEmpty ? isWanted(text) : children.contains { $0.hasLeaf(isWanted) }
    }
}

/// A value that the service made up.
private struct MadeUp: Hashable {
    let kind: String
    let value: String
}

private enum Leaf {
    /// A template.
    case text(String)
    case madeUp(MadeUp)
}

/// An element whose text is already known for what it is.
private struct Marked {
    /// Without its children.
    let tree: Tree
    /// nil where there are children.
    let leaf: Leaf?
    let children: [Marked]

    /// As it was before it was looked at.
    var untouched: Tree {
        var result = tree
        result.children = children.map(\.untouched)
        return result
    }

    func count(into places: inout [MadeUp: Int]) {
        if case .madeUp(let value)? = leaf { places[value, default: 0] += 1 }
        for child in children { child.count(into: &places) }
    }

    func tree(_ numbers: inout Numbers) -> Tree {
        var result = tree
        switch leaf {
        case .text(let template): result = result.holding(template)
        case .madeUp(let value): result = result.holding(numbers.placeholder(of: value).description)
        case nil: result.text = Template.escape(tree.text)
        }
        result.attributes = tree.attributes.map { Tree.Attribute($0.name, Template.escape($0.value)) }
        for child in children { result.children.append(child.tree(&numbers)) }
        return result
    }
}

/// Gives numbers to values that stand at several places, in the order in which they appear.
private struct Numbers {
    let repeated: Set<MadeUp>
    private var given: [MadeUp: Int] = [:]
    private var last: [String: Int] = [:]

    init(repeated: Set<MadeUp>) { self.repeated = repeated }

    mutating func placeholder(of value: MadeUp) -> Placeholder {
        guard repeated.contains(value) else { return Placeholder(value.kind) }
        if let number = given[value] { return Placeholder(value.kind, identity: number) }
        let number = (last[value.kind] ?? 0) + 1
        last[value.kind] = number
        given[value] = number
        return Placeholder(value.kind, identity: number)
    }
}
