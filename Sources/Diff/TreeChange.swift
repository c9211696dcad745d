/// One thing in which a document differs from another.
public struct TreeChange: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Only the first document has it.
        case gone
        /// Only the second one has it.
        case new
        case changed
    }

    /// Where: `Response/Identities/member[2]`, `Response/@version`, `Response/namespace()`, `Response/text()`.
    public let path: String
    public let kind: Kind
    /// As the first document has it; nil where it is new.
    public let before: String?
    /// As the second document has it; nil where it is gone.
    public let after: String?

    public init(path: String, before: String?, after: String?) {
        self.path = path
        self.before = before
        self.after = after
        kind = before == nil ? .new : after == nil ? .gone : .changed
    }
}
