import Wire

/// What an answer is held against: one golden, as far as the differ needs it.
public struct ExpectedAnswer: Sendable, Hashable {
    public var status: Int
    /// The media type, such as `text/xml`; parameters are ignored. Empty: not judged.
    public var contentType: String
    /// The answer with templates in its texts.
    public var tree: Tree

    public init(status: Int, contentType: String = "text/xml", tree: Tree) {
        self.status = status
        self.contentType = contentType
        self.tree = tree
    }

    var isSuccess: Bool { 200..<300 ~= status }

    /// `200 SendEmailResponse`, `400 ⟦one-of:MissingParameter|ValidationError⟧`.
    var headline: String {
        if !isSuccess, let code = tree.descendant("Error.Code")?.text, !code.isEmpty { return "\(status) \(code)" }
        return "\(status) \(tree.name)"
    }
}
