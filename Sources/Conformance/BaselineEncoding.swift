import Foundation

extension Baseline {
    /// The file's bytes: the same for equal baselines, one key a line, lists broken where the operation changes.
    public func encoded() -> Data {
        var lines = ["{", "  \"format\": \(JSONText.quoted(Baseline.format)),"]
        if let target { lines.append("  \"target\": \(JSONText.quoted(target)),") }
        if known.isEmpty {
            lines.append("  \"known\": []" + (cases == nil ? "" : ","))
        } else {
            lines.append("  \"known\": [")
            for (index, entry) in known.enumerated() {
                lines += Baseline.lines(of: entry, isLast: index == known.count - 1)
            }
            lines.append("  ]" + (cases == nil ? "" : ","))
        }
        if let cases { lines += Baseline.list("cases", cases, indent: "  ", isLast: true, folds: false) }
        lines.append("}")
        return Data((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func lines(of entry: Entry, isLast: Bool) -> [String] {
        let indent = "      "
        var lines = ["    {"]
        if !entry.cases.isEmpty { lines += list("case", entry.cases, indent: indent, isLast: false, folds: true) }
        if !entry.paths.isEmpty { lines += list("path", entry.paths, indent: indent, isLast: false, folds: true) }
        if let cause = entry.cause { lines.append("\(indent)\"cause\": \(JSONText.quoted(cause)),") }
        lines.append("\(indent)\"reason\": \(JSONText.quoted(entry.reason))" + (entry.expires == nil ? "" : ","))
        if let expires = entry.expires { lines.append("\(indent)\"expires\": \"\(expires)\"") }
        return lines + [isLast ? "    }" : "    },"]
    }

    /// A key with its list; a list of one is written as a text where the reader takes either.
    private static func list(
        _ key: String, _ members: [String], indent: String, isLast: Bool, folds: Bool
    ) -> [String] {
        let end = isLast ? "" : ","
        if folds, members.count == 1 { return ["\(indent)\"\(key)\": \(JSONText.quoted(members[0]))\(end)"] }
        guard !members.isEmpty else { return ["\(indent)\"\(key)\": []\(end)"] }
        let rows = rows(of: members, width: 116 - indent.count)
        return ["\(indent)\"\(key)\": ["] + rows.map { "\(indent)  \($0)" } + ["\(indent)]\(end)"]
    }

    /// Members side by side as far as they fit and belong to one operation.
    private static func rows(of members: [String], width: Int) -> [String] {
        var rows: [String] = []
        var row = ""
        var heading: Substring?
        for (index, member) in members.enumerated() {
            let text = JSONText.quoted(member) + (index == members.count - 1 ? "" : ",")
            let own = member.lastIndex(of: "/").map { member[..<$0] }
            if !row.isEmpty, own == nil || own != heading || row.count + 1 + text.count > width {
                rows.append(row)
                row = ""
            }
            row += (row.isEmpty ? "" : " ") + text
            heading = own
        }
        return rows + [row]
    }
}
