/// One tree for XML and JSON, so that one differ judges both.
public struct Tree: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// An XML element: text or children.
        case element
        case object, array, string, number, boolean, null
    }

    public struct Attribute: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var kind: Kind
    /// The local name of the element or the name of the object's member; empty for an array's member.
    public var name: String
    /// The namespace that the element is in, whether by default or by prefix.
    public var namespace: String?
    /// Attributes other than namespace declarations.
    public var attributes: [Attribute]
    /// The text of a leaf; numbers exactly as written. Of an element with children, what text stands
    /// between them, white space at the ends removed.
    public var text: String
    public var children: [Tree]

    public init(
        _ name: String, kind: Kind = .element, namespace: String? = nil, attributes: [Attribute] = [],
        text: String = "", children: [Tree] = []
    ) {
        self.name = name
        self.kind = kind
        self.namespace = namespace
        self.attributes = attributes
        self.text = text
        self.children = children
    }

    /// The first child of that name.
    public func child(_ name: String) -> Tree? { children.first { $0.name == name } }

    /// What a dotted path leads to, first children only (`SendEmailResult.MessageId`).
    public func descendant(_ path: String) -> Tree? {
        var current: Tree? = self
        for part in path.utf8.split(separator: UInt8(ascii: ".")) { current = current?.child(String(Substring(part))) }
        return current
    }
}
