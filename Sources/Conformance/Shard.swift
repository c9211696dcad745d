/// One of several equal parts of a selection, for runs that share it out: `2/5`.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// 1...count.
    public let index: Int
    /// 1...10,000.
    public let count: Int

    /// nil unless the index is within the count, and that within its bounds.
    public init?(index: Int, count: Int) {
        guard 1...10_000 ~= count, 1...count ~= index else { return nil }
        self.index = index
        self.count = count
    }

    /// Reads `2/5`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
        self.init(index: index, count: count)
    }

    public var description: String { "\(index)/\(count)" }

    /// The members of the part: every so many-th, so that what takes long and stands together is spread.
    public func part<Element>(of whole: [Element]) -> [Element] {
        whole.enumerated().filter { $0.offset % count == index - 1 }.map(\.element)
    }
}

/// What a shard's results say beside those of its cases, so that all shards can be joined into one run's results.
public struct ShardRecord: Sendable, Hashable {
    public let shard: Shard
    /// Filters and options that decided on cases and judgement, as they are written on the command line.
    public let selection: [String]
    /// SHA-256 over every selected case and golden, those of other shards too, in hexadecimal.
    public let suite: String
    /// How many cases all shards have.
    public let total: Int
    /// Operations that took their minimal request: `v1/SendEmail`.
    public let accepted: [String]
    /// What concerns the endpoint, and is found out by every shard.
    public let remarks: [String]
    /// What cases show that matter to those of other shards, by id.
    public let evidence: [String: Evidence]

    /// What one case shows.
    public struct Evidence: Sendable, Hashable {
        /// What the answers of a case showed that passed, by itself; nil for one that did not.
        public let shown: Set<Shown>?
        /// The smaller requests that were found, for each cause that the case is this shard's smallest of.
        public let shrunk: [ShrunkRequest]

        public init(shown: Set<Shown>?, shrunk: [ShrunkRequest]) {
            self.shown = shown
            self.shrunk = shrunk
        }
    }

    public init(
        shard: Shard, selection: [String], suite: String, total: Int, accepted: [String], remarks: [String],
        evidence: [String: Evidence]
    ) {
        self.shard = shard
        self.selection = selection
        self.suite = suite
        self.total = total
        self.accepted = accepted
        self.remarks = remarks
        self.evidence = evidence
    }
}
