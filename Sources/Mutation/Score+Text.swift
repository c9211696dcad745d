import Foundation
import SpecModel

extension Score {
    /// The score as text: a table of classes, then what was not noticed and what was noticed wrongly.
    ///
    ///     faults of one answer                  exist    run  killed  elsewhere  warned  survived   killed
    ///       element dropped                      2103    400     380         11       9         0   97.7 %
    ///
    /// - Parameter shown: results of each class to list; nil for all.
    public func text(shown: Int?) -> String {
        apis.map(tables).joined(separator: "\n") + "\n" + namedFaults
            + list("survived: no case failed, nothing was reported", survivors, shown)
            + list("only warned of, though a case should fail", onlyWarned, shown)
            + list("false alarms: no fault, and yet reported", falseAlarms, shown) + remarks + closing
    }

    private func tables(_ api: API) -> String {
        FaultClass.Group.allCases.map { table($0, api) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func table(_ group: FaultClass.Group, _ api: API) -> String {
        let rows = classes(of: group, api)
        guard !rows.isEmpty else { return "" }
        let verdicts =
            group == .permitted
            ? ["passed", "failed", "warned"] : ["killed", "elsewhere", "warned", "survived", "killed"]
        let head = line("\(api.rawValue): \(group.rawValue)", ["exist", "run"] + verdicts)
        let body = rows.map { row in
            let numbers =
                group == .permitted
                ? [row.count(.survived), row.killed, row.count(.warned)]
                : [row.count(.killed), row.count(.killedElsewhere), row.count(.warned), row.count(.survived)]
            let rate = group == .permitted ? [] : [Score.percent(row.killRate)]
            return line("  " + row.faultClass.rawValue, ([row.existing, row.tried] + numbers).map(String.init) + rate)
        }
        return ([head] + body).joined()
    }

    private func line(_ name: String, _ cells: [String]) -> String {
        let padded = name + String(repeating: " ", count: max(0, 42 - name.count))
        return padded + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined() + "\n"
    }

    private var namedFaults: String {
        guard !published.isEmpty else { return "" }
        return "\nfaults that emulators had\n"
            + published.map { "  \($0.fate.rawValue): \($0.what)\n    \($0.detail)\n" }.joined()
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
        func add(_ items: [String], _ title: String) {
            if !items.isEmpty { lines += ["\(items.count) \(title):"] + items.map { "  \($0)" } }
        }
        add(leftOut, "cases are not passed by the unchanged service, and left out")
        add(idle, "placeholders of goldens met no answer of the unchanged service")
        add(excused.map { "\($0.what): \($0.excuse ?? "")" }, "faults survived, each for its reason")
        add(outdated.map { "\($0.what): \($0.detail)" }, "faults were noticed that no client was thought to notice")
        return lines.isEmpty ? "" : "\n" + lines.map { $0 + "\n" }.joined()
    }

    private var closing: String {
        "\non \(cases) cases, seed \(seed):\n"
            + apis.flatMap { api in FaultClass.Group.allCases.map { "\(sum($0, api))\n" } }.joined()
    }

    /// `v1: 400 of 2103 faults of one answer: 380 killed (95.0 %), 11 killed elsewhere, 9 seen as warning, 0 survived`.
    private func sum(_ group: FaultClass.Group, _ api: API) -> String {
        let rows = classes(of: group, api)
        func count(_ fate: Fate) -> Int { rows.map { $0.count(fate) }.reduce(0, +) }
        let (tried, killed) = (rows.map(\.tried).reduce(0, +), rows.map(\.killed).reduce(0, +))
        let head = "\(api.rawValue): \(tried) of \(rows.map(\.existing).reduce(0, +)) \(group.rawValue): "
        guard group != .permitted else { return head + "\(rows.flatMap(\.told).count) false alarms" }
        return head + "\(killed) killed "
            + "(\(Score.percent(Score.rate(killed, of: tried)))), \(count(.killedElsewhere)) of them elsewhere, "
            + "\(count(.warned)) seen as warning, \(count(.survived)) survived"
    }

    /// `99.5 %`; never rounded up to 100.
    static func percent(_ rate: Double) -> String {
        let tenths = (rate * 1000).rounded(.down)
        return "\(Int(tenths) / 10).\(Int(tenths) % 10) %"
    }
}
