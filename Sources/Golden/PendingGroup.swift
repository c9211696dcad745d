import Diff

/// Pending answers that differ from their goldens in the same way.
public struct PendingGroup: Sendable {
    public struct Member: Sendable {
        public let pending: PendingGolden
        /// What is there now; nil where there is no golden yet.
        public let golden: Golden?
        /// What would become of the answer, proposals in place.
        public let changes: [TreeChange]
    }

    /// At least one.
    public let members: [Member]

    /// The groups, largest first.
    ///
    /// - Throws: what reading the goldens throws.
    public static func groups(of pending: [PendingGolden], in store: GoldenStore) throws(GoldenError) -> [PendingGroup]
    {
        var order: [String] = []
        var members: [String: [Member]] = [:]
        for one in pending {
            let golden = try store.read(one.id)
            let changes = golden?.changes(to: one.proposed, answerOnly: true) ?? []
            let member = Member(pending: one, golden: golden, changes: changes)
            if members[member.likeness] == nil { order.append(member.likeness) }
            members[member.likeness, default: []].append(member)
        }
        return order.map { PendingGroup(members: members[$0] ?? []) }
            .enumerated().sorted { ($1.element.members.count, $0.offset) < ($0.element.members.count, $1.offset) }
            .map(\.element)
    }
}

extension PendingGroup.Member {
    /// The same for changes that only the operation's name tells apart.
    ///
    /// What an answer lacks is another thing in each golden, and lacking it is one change.
    fileprivate var likeness: String {
        guard let golden else { return "new" }
        guard !changes.isEmpty else { return "confirmed \(golden.provenance.rawValue)" }
        let operation = String(pending.id.caseID.split(separator: "/").dropFirst().first ?? "")
        return changes.map { change in
            let values = change.kind == .gone ? [] : [change.before, change.after].map { $0 ?? "" }
            return ([change.kind.rawValue, change.path] + values).joined(separator: "\t")
                .replacing(operation, with: "*")
        }.joined(separator: "\n")
    }
}
