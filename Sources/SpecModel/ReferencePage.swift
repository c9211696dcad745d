/// Where the API reference describes something: a page of the v1 reference, a section of the v2 pages.
public enum ReferencePage: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// A page of the API reference of v1.
    case number(Int)
    /// What the v2 documents call it: "SendEmail", "Data types, Destination".
    case section(String)

    public init(integerLiteral value: Int) { self = .number(value) }
    public init(stringLiteral value: String) { self = .section(value) }

    /// "API reference p. 49", "API v2 reference, SendEmail".
    public var description: String {
        switch self {
        case .number(let number): "API reference p. \(number)"
        case .section(let name): "API v2 reference, \(name)"
        }
    }

    /// "p. 49", "SendEmail".
    public var brief: String {
        switch self {
        case .number(let number): "p. \(number)"
        case .section(let name): name
        }
    }

    /// As it stands in a table: "49", "SendEmail".
    public var short: String {
        switch self {
        case .number(let number): "\(number)"
        case .section(let name): name
        }
    }
}
