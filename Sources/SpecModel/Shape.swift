/// The type of a member with its constraints.
public indirect enum Shape: Sendable, Hashable {
    case text(Text)
    case boolean
    case integer(Bound?)
    case long
    case double
    case timestamp
    /// Bytes; base64 on the wire.
    case blob
    /// A data type by its name in the catalogue.
    case structure(String)
    case list(Shape, List)
    /// Keys are texts.
    case map(Shape)

    /// The constraints of a text.
    public struct Text: Sendable, Hashable {
        /// In characters.
        public let length: Bound?
        public let pattern: Pattern?
        /// The allowed values in the reference's order; empty where any is.
        public let allowed: [String]
        public let format: Format

        public init(
            length: Bound? = nil, pattern: Pattern? = nil, allowed: [String] = [], format: Format = .text
        ) {
            self.length = length
            self.pattern = pattern
            self.allowed = allowed
            self.format = format
        }
    }

    /// How a list is bounded and compared.
    public struct List: Sendable, Hashable {
        /// In members.
        public let count: Bound?
        /// Whether the reference promises an order (receipt rules and their actions).
        public let ordered: Bool
        /// The member by which two structures are known to be the same thing.
        public let key: String?
        /// Whether the list holds things of the whole account, so that it may hold more than a case made.
        public let accountWide: Bool

        public init(count: Bound? = nil, ordered: Bool = false, key: String? = nil, accountWide: Bool = false) {
            self.count = count
            self.ordered = ordered
            self.key = key
            self.accountWide = accountWide
        }
    }

    public static func string(
        length: Bound? = nil, pattern: Pattern? = nil, format: Format = .text
    ) -> Shape {
        .text(Text(length: length, pattern: pattern, format: format))
    }

    /// A text that is one of the given values.
    public static func enumeration(_ allowed: [String]) -> Shape { .text(Text(allowed: allowed)) }

    public static func list(
        of member: Shape, count: Bound? = nil, ordered: Bool = false, key: String? = nil,
        accountWide: Bool = false
    ) -> Shape {
        .list(member, List(count: count, ordered: ordered, key: key, accountWide: accountWide))
    }

    /// The type as the reference names it: "String", "String list", "String to Content map".
    public var typeName: String {
        switch self {
        case .text: "String"
        case .boolean: "Boolean"
        case .integer: "Integer"
        case .long: "Long"
        case .double: "Double"
        case .timestamp: "DateTime"
        case .blob: "Blob"
        case .structure(let name): name
        case .list(let member, _): "\(member.typeName) list"
        case .map(let value): "String to \(value.typeName) map"
        }
    }
}
