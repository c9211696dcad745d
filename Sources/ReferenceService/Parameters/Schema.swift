import Foundation
import SpecCatalog
import SpecModel

/// An operation of the catalogue, made ready for reading requests.
struct OperationSchema: Sendable {
    let api: API
    let name: String
    let family: Family
    let input: StructureSchema
    /// Whether the answer has a result element at all.
    let hasResult: Bool
    /// `SendEmailResponse`.
    let responseName: String
    /// `SendEmailResult`.
    let resultName: String
}

/// A structure with its members by name; an operation's parameters are one, too.
final class StructureSchema: Sendable {
    let name: String
    let members: [MemberSchema]
    let rules: [MemberRule]
    private let positions: [String: Int]

    init(_ name: String, _ members: [MemberSchema], _ rules: [MemberRule]) {
        self.name = name
        self.members = members
        self.rules = rules
        positions = Dictionary(members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func position(_ name: String) -> Int? { positions[name] }
}

/// A member with its constraints.
struct MemberSchema: Sendable {
    let name: String
    /// The structure or the operation that it belongs to.
    let owner: String
    /// As error messages spell it: `sNSAction`.
    let lowerName: String
    let shape: ShapeSchema
    let required: Bool
    let defaultValue: Argument?
}

/// A shape with its structures looked up and its patterns compiled.
indirect enum ShapeSchema: Sendable {
    case text(TextSchema)
    case boolean
    case integer(Bound?)
    case timestamp
    case blob
    case structure(StructureSchema)
    case list(ShapeSchema, Bound?)
    /// What no request holds: maps.
    case ignored
}

/// The constraints of a text.
struct TextSchema: Sendable {
    let length: Bound?
    let pattern: Pattern?
    /// nil where there is no pattern, or none that can be read.
    let expression: NSRegularExpression?
    let allowed: [String]
}

/// Compiles the operations of a catalogue.
struct SchemaCompiler {
    private let structures: [String: Structure]
    private var expressions: [String: NSRegularExpression] = [:]

    init(structures: [String: Structure]) { self.structures = structures }

    mutating func compile(_ operation: SpecModel.Operation) -> OperationSchema {
        OperationSchema(
            api: operation.api, name: operation.name, family: operation.family,
            input: structure(operation.name, operation.parameters, operation.rules, depth: 0),
            hasResult: operation.result != nil, responseName: operation.name + "Response",
            resultName: operation.name + "Result")
    }

    private mutating func structure(
        _ name: String, _ members: [Member], _ rules: [MemberRule], depth: Int
    ) -> StructureSchema {
        StructureSchema(name, members.map { member($0, of: name, depth) }, rules)
    }

    private mutating func member(_ member: Member, of owner: String, _ depth: Int) -> MemberSchema {
        let shape = shape(member.shape, depth)
        return MemberSchema(
            name: member.name, owner: owner, lowerName: member.name.prefix(1).lowercased() + member.name.dropFirst(),
            shape: shape,
            required: member.required, defaultValue: member.defaultValue.flatMap { Argument($0, shape) })
    }

    /// Structures that hold each other would never end; no request nests deeper than this.
    private static let deepest = 12

    private mutating func shape(_ shape: Shape, _ depth: Int) -> ShapeSchema {
        switch shape {
        case .text(let text):
            return .text(
                TextSchema(
                    length: text.length, pattern: text.pattern, expression: expression(text.pattern),
                    allowed: text.allowed))
        case .boolean: return .boolean
        case .integer(let bound): return .integer(bound)
        case .long: return .integer(nil)
        case .double: return .text(TextSchema(length: nil, pattern: nil, expression: nil, allowed: []))
        case .timestamp: return .timestamp
        case .blob: return .blob
        case .structure(let name):
            guard depth < Self.deepest, let structure = structures[name] else {
                return .structure(StructureSchema(name, [], []))
            }
            return .structure(self.structure(name, structure.members, structure.rules, depth: depth + 1))
        case .list(let member, let list): return .list(self.shape(member, depth + 1), list.count)
        case .map: return .ignored
        }
    }

    private mutating func expression(_ pattern: Pattern?) -> NSRegularExpression? {
        guard let pattern else { return nil }
        if let known = expressions[pattern.expression] { return known }
        // `Regex` can't be shared between threads.
        let expression = try? NSRegularExpression(pattern: "\\A(?:\(pattern.expression))\\z")
        expressions[pattern.expression] = expression
        return expression
    }
}
