/// A mail that the service accepted; it is kept, never delivered.
public struct AcceptedMessage: Sendable, Hashable, Encodable {
    public let id: String
    /// Milliseconds since 1970.
    public let accepted: Int64
    /// The operation that brought it: `SendEmail`, `SendRawEmail` or `SendBounce`.
    public let operation: String
    /// As it was given, display name and all.
    public let source: String
    /// Addresses without display names, in the order of the request.
    public let recipients: [String]
    /// Empty where there is none.
    public let subject: String
    /// In bytes: of the body and the subject, or of the raw message.
    public let size: Int
}

/// The latest mails, oldest first; how many is bounded, so that a long run does not fill the memory.
struct Mailbox: Sendable {
    static let capacity = 1000
    private var slots: [AcceptedMessage] = []
    private var oldest = 0

    /// Oldest first.
    var messages: [AcceptedMessage] { Array(slots[oldest...] + slots[..<oldest]) }

    mutating func add(_ message: AcceptedMessage) {
        if slots.count < Self.capacity {
            slots.append(message)
        } else {
            slots[oldest] = message
            oldest = (oldest + 1) % Self.capacity
        }
    }

    func message(_ id: String) -> AcceptedMessage? { slots.first { $0.id == id } }
}
