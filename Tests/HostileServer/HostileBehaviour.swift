import Wire

/// One way in which a server misbehaves, and what must come of it.
package struct HostileBehaviour: Sendable, CustomStringConvertible {
    /// What the client makes of it.
    package enum Reception: Sendable {
        /// The time-out.
        case silence
        /// An error, worded as for the run.
        case fault
        /// An answer without a document.
        case unreadable
        /// An answer with a document.
        case document
    }

    package let description: String
    package let act: @Sendable (HostileExchange) -> HostileAct
    package let reception: Reception
    /// What a run says of the case: its outcome, and words that its reason or its gravest difference holds.
    package let outcome: String
    package let words: String

    package init(
        _ description: String, _ reception: Reception, run outcome: String = "failed", _ words: String,
        _ act: @escaping @Sendable (HostileExchange) -> HostileAct
    ) {
        self.description = description
        self.act = act
        self.reception = reception
        self.outcome = outcome
        self.words = words
    }

    /// Those that are about HTTP, whatever the answer says.
    package static let wire = connection + framing + heads
    /// Those that are about what the answer says.
    package static let documents = encodings + shapes + texts
}
