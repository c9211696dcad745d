import Foundation

extension Score {
    /// The score as text: a table of classes, then what was not noticed and what was noticed wrongly.
    ///
    ///     faults of one answer                  exist    run  killed  warned  survived   killed  noticed
    ///       element dropped                      2103    400     391       9         0   97.7 %  100.0 %
    ///
    /// - Parameter shown: survivors of each class to list; nil for all.
    public func text(shown: Int?) -> String {
        let groups = FaultClass.Group.allCases.map { table($0) }.joined(separator: "\n")
        return groups + "\n" + survivorText(shown) + falseAlarmText(shown) + remarks + closing
    }

    private func table(_ group: FaultClass.Group) -> String {
        let rows = classes.filter { $0.faultClass.group == group }
        let verdicts =
            group == .permitted
            ? ["passed", "failed", "warned"] : ["killed", "warned", "survived", "killed", "noticed"]
        let head = line(group.rawValue, ["exist", "run"] + verdicts)
        let body = rows.map { row in
            let numbers =
                group == .permitted
                ? [row.count(.survived), row.count(.killed), row.count(.warned)]
                : [row.count(.killed), row.count(.warned), row.count(.survived)]
            let rate = group == .permitted ? [] : [row.killRate, row.noticeRate].map(Score.percent)
            return line("  " + row.faultClass.rawValue, ([row.existing, row.tried] + numbers).map(String.init) + rate)
        }
        return ([head] + body).joined()
    }

    private func line(_ name: String, _ cells: [String]) -> String {
        let padded = name + String(repeating: " ", count: max(0, 42 - name.count))
        return padded + cells.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined() + "\n"
    }

    private func survivorText(_ shown: Int?) -> String {
        list("survived: no case failed, nothing was reported", survivors, shown)
    }

    private func falseAlarmText(_ shown: Int?) -> String {
        list("false alarms: no fault, and yet reported", falseAlarms, shown)
    }

    private func list(_ title: String, _ results: [MutantResult], _ shown: Int?) -> String {
        guard !results.isEmpty else { return "" }
        let parts = FaultClass.allCases.compactMap { faultClass -> String? in
            let those = results.filter { $0.faultClass == faultClass }
            guard !those.isEmpty else { return nil }
            let lines = those.prefix(shown ?? those.count).map { "    \($0.subject): \($0.what)\n      \($0.detail)\n" }
            let rest = those.count - lines.count
            return "  \(faultClass.rawValue)\n" + lines.joined() + (rest > 0 ? "    … and \(rest) more\n" : "")
        }
        return "\n\(title)\n" + parts.joined()
    }

    private var remarks: String {
        let void = classes.map { $0.count(.void) }.reduce(0, +)
        var lines: [String] = []
        if void > 0 { lines.append("\(void) changes changed nothing and are not counted") }
        if !leftOut.isEmpty {
            lines.append("\(leftOut.count) cases are not passed by the unchanged service, and left out:")
            lines += leftOut.map { "  \($0)" }
        }
        if !beyondReach.isEmpty {
            lines.append("\(beyondReach.count) faults that no client can notice were not tried:")
            lines += beyondReach.map { "  \($0)" }
        }
        return lines.isEmpty ? "" : "\n" + lines.map { $0 + "\n" }.joined()
    }

    private var closing: String {
        let faults = classes.filter { $0.faultClass.group != .permitted }
        let permitted = classes.filter { $0.faultClass.group == .permitted }
        let (tried, killed) = (faults.map(\.tried).reduce(0, +), faults.map { $0.count(.killed) }.reduce(0, +))
        let warned = faults.map { $0.count(.warned) }.reduce(0, +)
        let rate = tried == 0 ? 1 : Double(killed) / Double(tried)
        return """

            \(tried) of \(faults.map(\.existing).reduce(0, +)) faults on \(cases) cases: \(killed) killed \
            (\(Score.percent(rate))), \(warned) seen as warning, \(survivors.count) survived
            \(permitted.map(\.tried).reduce(0, +)) of \(permitted.map(\.existing).reduce(0, +)) changes that are no \
            fault: \(falseAlarms.count) false alarms

            """
    }

    /// `99.5 %`; never rounded up to 100.
    static func percent(_ rate: Double) -> String {
        let tenths = (rate * 1000).rounded(.down)
        return "\(Int(tenths) / 10).\(Int(tenths) % 10) %"
    }
}
