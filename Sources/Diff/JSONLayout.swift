import SpecModel
import Wire

/// Lays a tree of JSON out as answers in XML are, so that one walk judges both.
///
/// Members of arrays are called `member`; entries of maps become `entry` elements with `key` and `value`, which only the
/// shape can tell from a structure's members. Each value keeps its kind.
public struct JSONLayout: Sendable {
    private let structures: [String: Structure]

    public init(structures: [String: Structure]) { self.structures = structures }

    /// The tree as the walk wants it.
    ///
    /// - Parameters:
    ///   - root: the name that the body gets, which has none of its own.
    ///   - members: what the body holds.
    public func laidOut(_ tree: Tree, as root: String, members: [Member]) -> Tree {
        guard tree.kind != .element else { return tree }
        return object(tree, as: root, members: members)
    }

    private func object(_ tree: Tree, as name: String, members: [Member]) -> Tree {
        var result = tree
        result.name = name
        result.children = tree.children.map { child in
            laidOut(child, as: child.name, members.first { $0.name == child.name }?.shape)
        }
        return result
    }

    private func laidOut(_ tree: Tree, as name: String, _ shape: Shape?) -> Tree {
        var result = tree
        result.name = name
        switch (tree.kind, shape) {
        case (.array, _):
            let member: Shape? = if case .list(let member, _)? = shape { member } else { nil }
            result.children = tree.children.map { laidOut($0, as: "member", member) }
        case (.object, .map(let value)?):
            result.children = tree.children.map { child in
                let key = Tree("key", kind: .string, text: child.name)
                return Tree("entry", children: [key, laidOut(child, as: "value", value)])
            }
        case (.object, .structure(let type)?):
            return object(tree, as: name, members: structures[type]?.members ?? [])
        case (.object, _): return object(tree, as: name, members: [])
        default: break
        }
        return result
    }

    /// The tree as it was before it was laid out.
    public static func restored(_ tree: Tree) -> Tree {
        guard tree.kind != .element else { return tree }
        var result = bare(tree)
        result.name = ""
        return result
    }

    private static func bare(_ tree: Tree) -> Tree {
        var result = tree
        result.children = tree.children.map { child in
            // An element within JSON is an entry that the layout made.
            let isEntry = child.kind == .element
            var value = bare(isEntry ? child.child("value") ?? child : child)
            if isEntry { value.name = child.child("key")?.text ?? "" }
            if tree.kind == .array { value.name = "" }
            return value
        }
        return result
    }
}
