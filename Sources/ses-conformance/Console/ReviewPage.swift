import Diff
import Golden
import SpecModel

/// What somebody sees who decides on a golden.
struct ReviewPage {
    let hasColour: Bool

    /// A group as a whole: what differs in its first golden, and every golden's id and tiers.
    func group(_ group: PendingGroup, _ number: Int, of count: Int) -> String {
        guard let first = group.members.first else { return "" }
        let ids = group.members.map { "  \($0.pending.id): \(tiers($0))\n" + volatile($0.pending) }
        return head(group, number, of: count) + changes(first) + ids.joined()
    }

    func head(_ group: PendingGroup, _ number: Int, of count: Int) -> String {
        let members = group.members.count
        let alike = members > 1 ? " that differ alike" : ""
        return "group \(number) of \(count): \(Wording.count(members, "golden"))\(alike)\n"
    }

    /// One golden: what is there, what is new, what differs, and what both rest on.
    func golden(_ member: PendingGroup.Member) -> String {
        let pending = member.pending
        var page = "\(pending.id)\n"
        if let golden = member.golden { page += part("golden", origin(golden), golden.answerText) }
        page += part("new answer", origin(pending.golden), pending.proposed.answerText)
        return page + "changes\n" + changes(member) + volatile(pending)
    }

    private func part(_ title: String, _ origin: String, _ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            "    \(Wording.visible(String($0)))"
        }
        return "\(title): \(origin)\n\(lines.joined(separator: "\n").trimmed)\n"
    }

    private func changes(_ member: PendingGroup.Member) -> String {
        guard member.golden != nil else { return "  + there is no golden yet\n" }
        guard !member.changes.isEmpty else { return "  the same answer, seen again\n" }
        return ChangeLines(hasColour: hasColour).text(member.changes, indent: 2)
    }

    private func tiers(_ member: PendingGroup.Member) -> String {
        let new = origin(member.pending.golden)
        return member.golden.map { "\($0.provenance.rawValue) -> \(new)" } ?? new
    }

    private func origin(_ golden: Golden) -> String {
        let date = golden.recording.map { ", \($0.date)" } ?? ""
        return "\(golden.provenance.rawValue), \(Wording.visible(golden.source))\(date)"
    }

    private func volatile(_ pending: PendingGolden) -> String {
        pending.volatile.map { one in
            "  ? \(Wording.visible(one.path)): \(Wording.quoted(one.first)), then \(Wording.quoted(one.second)); "
                + "proposed: \(one.proposal)\n"
        }.joined()
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }
}
