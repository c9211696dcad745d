/// An answer made ready to be judged: status, headers, and the body as a tree where it is one.
public struct Answer: Sendable, Hashable {
    public var status: Int
    public var headers: [Header]
    /// The body; nil where it is not well-formed XML or JSON.
    public var tree: Tree?
    /// Why there is no tree: "empty body", "not well-formed at line 3", "refused: nested deeper than 64".
    public var problem: String?

    public init(status: Int, headers: [Header] = [], tree: Tree?, problem: String? = nil) {
        self.status = status
        self.headers = headers
        self.tree = tree
        self.problem = problem
    }

    public func header(_ name: String) -> String? { headers.first(named: name) }

    /// The media type of a Content-Type, without parameters, in lower case.
    public static func mediaType(_ value: String) -> String {
        let head = value.utf8.prefix { $0 != UInt8(ascii: ";") }
        // What nearly all servers write.
        if head.allSatisfy({ 0x21...0x40 ~= $0 || 0x5B...0x7E ~= $0 }) { return String(Substring(head)) }
        return Substring(head).split(whereSeparator: \.isWhitespace).joined().lowercased()
    }
}
