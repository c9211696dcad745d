import SpecModel

extension Score {
    /// The score as a section of a document: a table of each group of classes, and every survivor with its reason.
    ///
    ///     | v1: faults of one answer | exist | run | killed | of them elsewhere | only warned | survived | rate |
    public var markdown: String {
        let tables = apis.flatMap { api in
            FaultClass.Group.allCases.filter { !classes(of: $0, api).isEmpty }.map { markdownTable($0, api) }
        }.joined(separator: "\n")
        let named = published.map { "- \(Score.shielded($0.what)): \($0.fate.rawValue)\n" }.joined()
        return tables + section("Faults that emulators had", named)
            + section("Survivors", rows(survivors) { $0.detail })
            + section("Only warned of", rows(onlyWarned) { $0.detail })
            + section("Survivors, and why", rows(excused) { $0.excuse ?? "" })
            + section("False alarms", rows(falseAlarms) { $0.detail })
    }

    private func markdownTable(_ group: FaultClass.Group, _ api: API) -> String {
        let isPermitted = group == .permitted
        let head =
            ["\(api.rawValue): \(group.rawValue)", "exist", "run"]
            + (isPermitted
                ? ["reported"] : ["killed", "of them elsewhere", "only warned", "survived", "rate"])
        let body = classes(of: group, api).map { row -> [String] in
            let numbers =
                isPermitted
                ? [row.killed + row.count(.warned)]
                : [row.killed, row.count(.killedElsewhere), row.count(.warned), row.count(.survived)]
            return [row.faultClass.rawValue] + ([row.existing, row.tried] + numbers).map(String.init)
                + (isPermitted ? [] : [Score.percent(row.killRate)])
        }
        let rule = head.indices.map { $0 == 0 ? "---" : "--:" }
        return ([head, rule] + body).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    private func section(_ title: String, _ body: String) -> String {
        body.isEmpty ? "" : "\n**\(title)**\n\n\(body)"
    }

    private func rows(_ results: [MutantResult], _ reason: (MutantResult) -> String) -> String {
        let byReason = Dictionary(grouping: results) { reason($0) }
        let sorted = byReason.sorted {
            ($0.value[0].faultClass.rawValue, $0.key) < ($1.value[0].faultClass.rawValue, $1.key)
        }
        return sorted.map { reason, results in
            "- " + results.map { Score.shielded($0.what) }.joined(separator: "; ") + ": "
                + Score.shielded(reason) + "\n"
        }.joined()
    }

    private static func shielded(_ text: String) -> String {
        text.replacing("\n", with: " ").replacing("|", with: "\\|").replacing("<", with: "&lt;")
    }
}
