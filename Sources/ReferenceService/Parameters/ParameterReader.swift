import Foundation
import Wire

/// Turns the flat names of a form into a tree by the shapes of an operation.
///
/// Names that the catalogue does not know are ignored; lists are closed up in the order of their indices.
enum ParameterReader {
    /// The node that holds the operation's parameters.
    ///
    /// - Throws: `MalformedInput` for a value or an index that can't be read.
    static func read(
        _ pairs: [FormParameter], _ schema: StructureSchema
    ) throws(Refusal) -> ParameterNode {
        let root = ParameterNode()
        let shape = ShapeSchema.structure(schema)
        for pair in pairs { try root.insert(pair.name[...], pair.value, shape) }
        return root
    }
}

/// A place in the tree while the form is being read.
final class ParameterNode {
    private(set) var value: Argument?
    /// Members by position, or items by index.
    private(set) var children: [(key: Int, node: ParameterNode)] = []
    /// Where a child is, once there are too many to look at them all.
    private var index: [Int: ParameterNode] = [:]
    private static let few = 16

    init() {}

    private func child(_ key: Int) -> ParameterNode? {
        children.count > Self.few ? index[key] : children.first { $0.key == key }?.node
    }

    /// Whether an empty list was given as such: `RuleNames=`.
    var isEmptyList: Bool {
        if case .list? = value { true } else { false }
    }

    fileprivate func insert(_ path: Substring, _ text: String, _ shape: ShapeSchema) throws(Refusal) {
        switch shape {
        case .structure(let schema):
            let (name, rest) = path.cut()
            guard let position = schema.position(String(name)) else { return }
            let member = schema.members[position]
            if let rest {
                guard member.shape.hasParts else { return }
                try node(position).insert(rest, text, member.shape)
            } else {
                try node(position).set(text, member.shape)
            }
        case .list(let member, _):
            let (word, afterWord) = path.cut()
            guard word == "member", let afterWord else { return }
            let (index, rest) = afterWord.cut()
            let item = node(try position(index))
            if let rest {
                guard member.hasParts else { return }
                try item.insert(rest, text, member)
            } else {
                try item.set(text, member)
            }
        default: return
        }
    }

    /// Source: truth entry "list index 0"; that other texts are refused alike is inferred.
    private func position(_ index: Substring) throws(Refusal) -> Int {
        guard let number = Int(index), number > 0, index.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            throw .malformedInput("\(index) is not a valid index")
        }
        return number
    }

    /// The child of that key, made if there is none.
    func node(_ key: Int) -> ParameterNode {
        if let last = children.last, last.key == key { return last.node }
        if let known = child(key) { return known }
        let node = ParameterNode()
        children.append((key, node))
        if children.count == Self.few + 1 {
            index = Dictionary(children.map { ($0.key, $0.node) }, uniquingKeysWith: { first, _ in first })
        } else if children.count > Self.few {
            index[key] = node
        }
        return node
    }

    /// Holds a value that is read already.
    func take(_ value: Argument) { self.value = value }

    func remove(_ key: Int) {
        guard child(key) != nil else { return }
        children.removeAll { $0.key == key }
        index[key] = nil
    }

    private func set(_ text: String, _ shape: ShapeSchema) throws(Refusal) {
        switch shape {
        case .text: value = .text(text)
        case .boolean: value = .boolean(try ValueReader.boolean(text))
        case .integer: value = .integer(try ValueReader.integer(text))
        case .timestamp: value = .text(try ValueReader.timestamp(text))
        case .blob: value = .blob(try ValueReader.blob(text))
        // Clients write an empty list as a name without a value.
        case .list where text.isEmpty: value = .list([])
        case .list, .structure, .ignored: break
        }
    }

    /// The items of a list in the order of their indices.
    var items: [(index: Int, node: ParameterNode)] {
        children.sorted { $0.key < $1.key }.map { (index: $0.key, node: $0.node) }
    }
}

extension ShapeSchema {
    /// Whether names go on behind a dot.
    fileprivate var hasParts: Bool {
        switch self {
        case .structure, .list: true
        default: false
        }
    }
}

extension Substring {
    /// What stands before the first dot, and what behind it.
    fileprivate func cut() -> (Substring, Substring?) {
        guard let dot = utf8.firstIndex(of: UInt8(ascii: ".")) else { return (self, nil) }
        return (self[..<dot], self[utf8.index(after: dot)...])
    }
}
