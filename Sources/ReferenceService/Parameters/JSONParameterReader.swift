import Foundation
import SpecModel
import Wire

/// Turns path, query and JSON body of a request into a tree by the shapes of an operation.
///
/// Members that the catalogue does not know are ignored, as are those that are null; of a member that is there
/// twice the later one counts.
struct JSONParameterReader {
    private let endpoint: RESTEndpoint

    init(_ endpoint: RESTEndpoint) { self.endpoint = endpoint }

    /// - Parameter labels: in the path's order.
    /// - Throws: `SerializationException` for what is not JSON, or not of the member's type.
    func read(labels: [String], _ query: [FormParameter], _ body: [UInt8]) throws(Refusal) -> ParameterNode {
        let root = ParameterNode()
        let schema = endpoint.schema.input
        for (name, value) in zip(endpoint.labels, labels) {
            guard let position = schema.position(name) else { continue }
            root.node(position).take(.text(value))
        }
        for parameter in query.reversed() where endpoint.query.contains(parameter.name) {
            guard let position = schema.position(parameter.name) else { continue }
            root.node(position).take(try Self.scalar(parameter.value, schema.members[position].shape))
        }
        // No body at all is one without members.
        guard endpoint.hasBody, !body.isEmpty else { return root }
        let document = try Self.document(body)
        for child in document.children where !endpoint.query.contains(child.name) {
            guard let position = schema.position(child.name), !endpoint.labels.contains(child.name) else { continue }
            try Self.read(child, schema.members[position].shape, into: position, of: root)
        }
        return root
    }

    private static func document(_ body: [UInt8]) throws(Refusal) -> Tree {
        let document: Tree
        do throws(WireError) {
            document = try JSONReader.tree(from: body)
        } catch {
            throw .serialization("The request body is not JSON: \(error)")
        }
        guard document.kind == .object else { throw unexpected(document, expected: "structure") }
        return document
    }

    private static func scalar(_ text: String, _ shape: ShapeSchema) throws(Refusal) -> Argument {
        switch shape {
        case .integer:
            guard let number = Int32(text) else {
                // Source: truth entry "PageSize not a number", whose wording is nobody's capture.
                throw .serialization("'\(text)' can not be converted to Integer")
            }
            return .integer(Int(number))
        case .boolean: return .boolean(text == "true")
        default: return .text(text)
        }
    }

    private static func read(
        _ tree: Tree, _ shape: ShapeSchema, into key: Int, of parent: ParameterNode
    ) throws(Refusal) {
        parent.remove(key)
        guard tree.kind != .null else { return }
        let node = parent.node(key)
        switch shape {
        case .structure(let schema):
            guard tree.kind == .object else { throw unexpected(tree, expected: "structure") }
            for child in tree.children {
                guard let position = schema.position(child.name) else { continue }
                try read(child, schema.members[position].shape, into: position, of: node)
            }
        case .list(let member, _):
            guard tree.kind == .array else { throw unexpected(tree, expected: "list") }
            node.take(.list([]))
            for (index, child) in tree.children.enumerated() {
                try read(child, member, into: index + 1, of: node)
            }
        case .text, .timestamp: node.take(.text(try text(tree, as: "String")))
        case .blob: node.take(.blob(try blob(tree)))
        case .boolean:
            guard tree.kind == .boolean else { throw unexpected(tree, as: "Boolean") }
            node.take(.boolean(tree.text == "true"))
        case .integer:
            guard tree.kind == .number, let number = Int32(tree.text) else { throw unexpected(tree, as: "Integer") }
            node.take(.integer(Int(number)))
        case .ignored: break
        }
    }

    private static func text(_ tree: Tree, as type: String) throws(Refusal) -> String {
        guard tree.kind == .string else { throw unexpected(tree, as: type) }
        return tree.text
    }

    private static func blob(_ tree: Tree) throws(Refusal) -> [UInt8] {
        guard let data = Data(base64Encoded: try text(tree, as: "Blob")) else {
            throw .serialization("The value is not valid base64")
        }
        return [UInt8](data)
    }
}

extension JSONParameterReader {
    /// A scalar of the wrong type, or none at all.
    ///
    /// Source: truth entries "string member given a number" and the like; only that one is claimed of the
    /// service, the others are worded after it.
    private static func unexpected(_ tree: Tree, as type: String) -> Refusal {
        switch tree.kind {
        case .array: .serialization("Start of list found where not expected")
        case .object: .serialization("Start of structure or map found where not expected.")
        case .boolean: .serialization("\(tree.text.uppercased())_VALUE can not be converted to a \(type)")
        case .number: .serialization("NUMBER_VALUE can not be converted to a \(type)")
        default: .serialization("STRING_VALUE can not be converted to a \(type)")
        }
    }

    /// Something else than a list or a structure.
    ///
    /// Source: truth entry "list member given a string".
    private static func unexpected(_ tree: Tree, expected: String) -> Refusal {
        .serialization("Expected \(expected) or null")
    }
}
