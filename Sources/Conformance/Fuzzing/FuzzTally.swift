import SpecModel

/// What was sent to one operation at random, and what came of it.
public struct FuzzTally: Sendable, Hashable {
    /// `v1/SendEmail`.
    public let operation: String
    /// By kind of request.
    public private(set) var sent: [FuzzKind: Int] = [:]
    public private(set) var accepted: [FuzzKind: Int] = [:]
    /// Errors below 500.
    public private(set) var refused: [FuzzKind: Int] = [:]
    /// Requests that were not sent: the operation is not supported, or what goes before was refused.
    public private(set) var unsent = 0

    init(_ operation: String) { self.operation = operation }

    /// - Parameter status: of the answer; nil for silence.
    mutating func count(_ kind: FuzzKind, answered status: Int?) {
        sent[kind, default: 0] += 1
        guard let status else { return }
        if 200..<300 ~= status { accepted[kind, default: 0] += 1 }
        if 400..<500 ~= status { refused[kind, default: 0] += 1 }
    }

    mutating func countUnsent() { unsent += 1 }
}

/// What a run with random requests came to.
public struct FuzzResult: Sendable {
    public var result: RunResult
    /// In the order of the catalogue.
    public let tallies: [FuzzTally]

    /// Requests of a kind that were sent, over all operations.
    public func sent(_ kind: FuzzKind) -> Int { tallies.reduce(0) { $0 + ($1.sent[kind] ?? 0) } }

    public func accepted(_ kind: FuzzKind) -> Int { tallies.reduce(0) { $0 + ($1.accepted[kind] ?? 0) } }

    public func refused(_ kind: FuzzKind) -> Int { tallies.reduce(0) { $0 + ($1.refused[kind] ?? 0) } }
}
