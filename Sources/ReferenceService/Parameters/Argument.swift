import SpecModel

/// A typed value of a request.
indirect enum Argument: Sendable, Hashable {
    /// Also enumerations, and timestamps as they were sent.
    case text(String)
    case boolean(Bool)
    case integer(Int)
    case blob([UInt8])
    case list([Argument])
    case structure(Arguments)

    /// A default of the catalogue; nil where it does not fit the shape.
    init?(_ value: Value, _ shape: ShapeSchema) {
        switch (value, shape) {
        case (.text(let text), .text), (.text(let text), .timestamp): self = .text(text)
        case (.text(let text), .boolean): self = .boolean(text == "true")
        case (.text(let text), .integer): self = .integer(Int(text) ?? 0)
        case (.boolean(let flag), .boolean): self = .boolean(flag)
        case (.integer(let number), .integer): self = .integer(number)
        case (.list(let members), .list(let member, _)):
            self = .list(members.compactMap { Argument($0, member) })
        default: return nil
        }
    }
}

/// The members of a structure that a request gave, or that have a default.
struct Arguments: Sendable, Hashable {
    let schema: StructureSchema
    /// One for each member of the schema, in its order.
    var values: [Argument?]

    init(_ schema: StructureSchema) {
        self.schema = schema
        values = Array(repeating: nil, count: schema.members.count)
    }

    /// What was given for the member; nil if it was left out or the catalogue does not know it.
    subscript(_ name: String) -> Argument? { schema.position(name).flatMap { values[$0] } }

    func text(_ name: String) -> String? {
        if case .text(let text)? = self[name] { text } else { nil }
    }

    /// The text, or an empty one: what is required is for the catalogue to say.
    func required(_ name: String) -> String { text(name) ?? "" }

    /// The text, if there is one that is not empty.
    func given(_ name: String) -> String? { text(name).flatMap { $0.isEmpty ? nil : $0 } }

    func boolean(_ name: String) -> Bool? {
        if case .boolean(let flag)? = self[name] { flag } else { nil }
    }

    func integer(_ name: String) -> Int? {
        if case .integer(let number)? = self[name] { number } else { nil }
    }

    func blob(_ name: String) -> [UInt8]? {
        if case .blob(let bytes)? = self[name] { bytes } else { nil }
    }

    func structure(_ name: String) -> Arguments? {
        if case .structure(let members)? = self[name] { members } else { nil }
    }

    func texts(_ name: String) -> [String] {
        guard case .list(let members)? = self[name] else { return [] }
        return members.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    func structures(_ name: String) -> [Arguments] {
        guard case .list(let members)? = self[name] else { return [] }
        return members.compactMap { if case .structure(let members) = $0 { members } else { nil } }
    }

    static func == (left: Arguments, right: Arguments) -> Bool {
        left.schema === right.schema && left.values == right.values
    }

    func hash(into hasher: inout Hasher) { hasher.combine(values) }
}
