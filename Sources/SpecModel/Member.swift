/// A parameter of an operation, an element of its answer, or a part of a data type.
public struct Member: Sendable {
    public let name: String
    public let shape: Shape
    public let required: Bool
    /// Whether every derived request holds it although the reference does not require it: without it the request
    /// is refused, or means something else.
    public let isUsual: Bool
    /// One line in this project's own words.
    public let summary: String
    /// The value that cases send. A member without one is left out of derived requests.
    ///
    /// Within a request, `⟦name:…⟧` stands for a name unique to the case; see ``Template``.
    public let example: Value?
    /// What the service takes when the member is absent, where the reference says so.
    public let defaultValue: Value?
    /// What the endpoint must offer for the example to be accepted.
    public let need: Need?
    /// Came with a later version of the service than the reference: tolerated, never required.
    public let isLater: Bool
    /// Why the member has no example, or cannot be exercised from outside.
    public let note: String?

    public init(
        _ name: String, _ shape: Shape, required: Bool = false, isUsual: Bool = false, _ summary: String,
        example: Value? = nil, defaultValue: Value? = nil, need: Need? = nil, isLater: Bool = false,
        note: String? = nil
    ) {
        self.name = name
        self.shape = shape
        self.required = required
        self.isUsual = isUsual
        self.summary = summary
        self.example = example
        self.defaultValue = defaultValue
        self.need = need
        self.isLater = isLater
        self.note = note
    }
}

/// A data type: a named structure with the rules that bind its members together.
public struct Structure: Sendable {
    public let name: String
    public let summary: String
    /// Where the API reference describes it.
    public let page: ReferencePage
    public let members: [Member]
    public let rules: [MemberRule]
    public let isLater: Bool

    public init(
        _ name: String, _ summary: String, page: ReferencePage, members: [Member], rules: [MemberRule] = [],
        isLater: Bool = false
    ) {
        self.name = name
        self.summary = summary
        self.page = page
        self.members = members
        self.rules = rules
        self.isLater = isLater
    }
}

/// A rule over several members of one structure or operation.
public enum MemberRule: Sendable, Hashable {
    /// At least one of the members is given ("either … or …").
    case atLeastOne([String], source: String)
    /// Exactly one of the members is given.
    case exactlyOne([String], source: String)

    public var members: [String] {
        switch self {
        case .atLeastOne(let names, _), .exactlyOne(let names, _): names
        }
    }

    public var source: String {
        switch self {
        case .atLeastOne(_, let source), .exactlyOne(_, let source): source
        }
    }
}
