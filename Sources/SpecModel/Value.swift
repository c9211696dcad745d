/// A value that a request sends or an answer is expected to hold, before it is encoded for an API.
///
/// Texts are templates: they may hold placeholders in `⟦…⟧`; see ``Template``.
public indirect enum Value: Sendable, Hashable {
    /// A text, or any scalar as its exact spelling on the wire.
    case text(String)
    case integer(Int)
    case boolean(Bool)
    /// Text whose UTF-8 bytes are sent in base64.
    case blob(String)
    case list([Value])
    /// Members of a structure, or entries of a map, in order.
    case fields([Field])
    /// In an expectation: the value that the same case sent in the parameter at this dotted path
    /// (`Rule`, `Filter.Name`), with the defaults of what was left out.
    case echo(String)
}

/// A named value.
public struct Field: Sendable, Hashable {
    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, Value)...) {
        self = .fields(elements.map { Field($0.0, $0.1) })
    }
}

/// The parameters of a request, or the members of a result, in order; written as a dictionary literal.
public struct Fields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    public var fields: [Field]

    public init(_ fields: [Field] = []) { self.fields = fields }

    public init(dictionaryLiteral elements: (String, Value)...) {
        fields = elements.map { Field($0.0, $0.1) }
    }

    /// The first value of that name.
    public subscript(name: String) -> Value? { fields.first { $0.name == name }?.value }

    public var isEmpty: Bool { fields.isEmpty }
}
