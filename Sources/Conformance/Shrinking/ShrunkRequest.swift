/// The smallest request found that still fails as a case's own does.
public struct ShrunkRequest: Sendable, Hashable {
    /// The id of the cause that it shows.
    public let cause: String
    /// What makes it smaller than the case's own: "without Tags".
    public let changes: [String]
    /// Commands that send it, setup first, one a line.
    public let curl: String

    public init(cause: String, changes: [String], curl: String) {
        self.cause = cause
        self.changes = changes
        self.curl = curl
    }
}
