import Foundation
import SpecModel

/// Writes values as JSON, by their shapes.
///
/// - Integers and booleans are what they are, whatever the shape. A text is a number or a boolean where the shape is
///   one and the text spells it exactly; else it is a string, so that wrong types can be sent.
/// - Timestamps are seconds since 1970, as numbers; bytes are base64.
/// - Maps look like structures in a ``Value`` and are written alike.
public struct JSONEncoding: Sendable {
    private let structures: [String: Structure]

    public init(structures: [String: Structure]) { self.structures = structures }

    /// The members of a structure, in their order; a ``Value/echo(_:)`` belongs into expectations only and is left out.
    public func object(_ fields: [Field], members: [Member]) -> Tree {
        var tree = Tree("", kind: .object)
        for field in fields {
            let shape = members.first { $0.name == field.name }?.shape
            if let child = self.tree(field.name, field.value, shape) { tree.children.append(child) }
        }
        return tree
    }

    /// Adds a member, or one deep within where the name has dots.
    func append(_ field: Field, to tree: inout Tree, members: [Member]) {
        let path = field.name.split(separator: ".").map(String.init)
        guard let last = path.last, let value = self.tree(last, field.value, shape(at: path, members)) else { return }
        place(value, at: path[...], in: &tree)
    }

    private func tree(_ name: String, _ value: Value, _ shape: Shape?) -> Tree? {
        switch value {
        case .text(let text): return Tree(name, kind: shape?.kindInJSON ?? .string).holding(text)
        case .integer(let number): return Tree(name, kind: .number, text: String(number))
        case .boolean(let flag): return Tree(name, kind: .boolean, text: flag ? "true" : "false")
        case .blob(let text): return Tree(name, kind: .string, text: Data(text.utf8).base64EncodedString())
        case .list(let values):
            let member: Shape? = if case .list(let member, _)? = shape { member } else { nil }
            return Tree(name, kind: .array, children: values.compactMap { tree("", $0, member) })
        case .fields(let fields):
            var tree = object(fields, members: members(of: shape, fields))
            tree.name = name
            return tree
        case .echo: return nil
        }
    }

    /// The members of a structure; of a map, what its keys stand for.
    private func members(of shape: Shape?, _ fields: [Field]) -> [Member] {
        switch shape {
        case .structure(let name): structures[name]?.members ?? []
        case .map(let value): fields.map { Member($0.name, value, "") }
        default: []
        }
    }

    // MARK: Names with dots

    private func shape(at path: [String], _ members: [Member]) -> Shape? {
        var members = members
        var shape: Shape?
        for name in path {
            if case .list(let member, _)? = shape, name == "member" || Int(name) != nil {
                if name != "member" { shape = member }
                continue
            }
            if shape != nil { members = self.members(of: shape, []) }
            shape = members.first { $0.name == name }?.shape
        }
        return shape
    }

    private func place(_ value: Tree, at path: ArraySlice<String>, in tree: inout Tree) {
        guard let head = path.first, path.count > 1 else { return tree.children.append(value) }
        if head == "member", let index = Int(path[path.startIndex + 1]) {
            return placeMember(value, index - 1, path.dropFirst(2), in: &tree)
        }
        if let found = tree.children.lastIndex(where: { $0.name == head }) {
            place(value, at: path.dropFirst(), in: &tree.children[found])
        } else {
            var child = Tree(head, kind: path.dropFirst().first == "member" ? .array : .object)
            place(value, at: path.dropFirst(), in: &child)
            tree.children.append(child)
        }
    }

    /// Arrays have no gaps: what is behind the end goes to the end.
    private func placeMember(_ value: Tree, _ index: Int, _ rest: ArraySlice<String>, in tree: inout Tree) {
        if rest.isEmpty {
            var value = value
            value.name = ""
            tree.children.append(value)
        } else if tree.children.indices.contains(index) {
            place(value, at: rest, in: &tree.children[index])
        } else {
            var member = Tree("", kind: .object)
            place(value, at: rest, in: &member)
            tree.children.append(member)
        }
    }
}

extension Shape {
    /// What a value of this shape is in JSON.
    public var kindInJSON: Tree.Kind {
        switch self {
        case .text, .blob: .string
        case .boolean: .boolean
        case .integer, .long, .double, .timestamp: .number
        case .structure, .map: .object
        case .list: .array
        }
    }
}

extension Tree {
    /// The leaf with this text, as its own kind where the text spells such a value, else as a string.
    ///
    /// A placeholder is a string even where it stands for a number, and then names the type: `⟦timestamp:number⟧`.
    public func holding(_ text: String) -> Tree {
        var leaf = self
        leaf.text = text
        guard kind == .number || kind == .boolean else {
            if kind != .element { leaf.kind = .string }
            return leaf
        }
        if (try? JSONReader.tree(from: Array(text.utf8)))?.kind == kind, !text.utf8.contains(where: XMLReader.isWhite) {
            return leaf
        }
        leaf.kind = .string
        if let placeholder = Template(text).soleName, placeholder.isTypable {
            let type = kind == .number ? "number" : "boolean"
            leaf.text = Placeholder(placeholder.kind, type, identity: placeholder.identity).description
        }
        return leaf
    }
}

extension Placeholder {
    /// Whether it can say the type of what it stands for, and does not yet.
    fileprivate var isTypable: Bool {
        argument == nil
            && ["request-id", "message-id", "token", "timestamp", "number", "any"].contains(kind)
    }
}
