import Wire

/// What an answer is held against: one golden, as far as the differ needs it.
public struct ExpectedAnswer: Sendable, Hashable {
    public var status: Int
    /// The media type, such as `text/xml`; parameters are ignored. Empty: not judged.
    public var contentType: String
    /// A template of the error's type where a header names it, as in v2.
    public var errorType: String?
    /// The answer with templates in its texts.
    public var tree: Tree

    public init(status: Int, contentType: String = "text/xml", errorType: String? = nil, tree: Tree) {
        self.status = status
        self.contentType = contentType
        self.errorType = errorType
        self.tree = tree
    }

    var isSuccess: Bool { 200..<300 ~= status }

    var isJSON: Bool { tree.kind != .element }

    /// `200 SendEmailResponse`, `400 ⟦one-of:MissingParameter|ValidationError⟧`.
    public var headline: String {
        if !isSuccess, let code = errorType ?? tree.descendant("Error.Code")?.text, !code.isEmpty {
            return "\(status) \(code)"
        }
        return "\(status) \(tree.name)"
    }
}
