import Conformance
import Diff
import SpecModel

/// What is wrong, grouped by what caused it.
extension HTMLPage {
    /// Causes beyond this many are folded.
    private static let mostCauses = 8

    /// Whether a finding is one that fails the run.
    func isOpen(_ finding: Finding) -> Bool {
        finding.baseline == nil && finding.difference.severity >= options.verdict.failOn
    }

    var failing: [CaseResult] { result.cases.filter { standing($0) == .failed } }

    func causes(_ html: inout HTMLWriter) {
        html.element("section", ["id": "causes"]) { html in
            html.element("h2", "What is broken, by cause")
            if failing.isEmpty { html.element("p", "No case fails this run.") }
            tier("failed", nil, of: failing, on: &html, where: isOpen)
            let new = result.cases.filter { standing($0) == .new }
            tier("new", "Newer than the baseline", of: new, on: &html, where: isOpen)
            tier("known", "Known from the baseline", of: result.cases, on: &html) { $0.baseline != nil }
            tier("warned", "Warnings: off the wire format, most clients cope", of: judged, on: &html) {
                $0.baseline == nil && $0.difference.severity == .warning && options.verdict.failOn > .warning
            }
            tier("noted", "Notes: worth knowing, not faults", of: judged, on: &html) {
                $0.baseline == nil && $0.difference.severity == .note && options.verdict.failOn > .note
            }
            unjudged(&html)
        }
        html.line()
    }

    private var judged: [CaseResult] { result.cases.filter { $0.outcome == .passed || $0.outcome == .failed } }

    /// The causes of one gravity; those without a heading of their own come first and open.
    private func tier(
        _ kind: String, _ title: String?, of cases: [CaseResult], on html: inout HTMLWriter,
        where isWanted: (Finding) -> Bool
    ) {
        let groups = CauseGroup.groups(of: cases, where: isWanted).filter { group in
            title == nil || group.members.contains { !$0.findings.isEmpty }
        }
        guard !groups.isEmpty else { return }
        let shown = title == nil ? groups.prefix(Self.mostCauses) : []
        if !shown.isEmpty { list(shown, kind, on: &html) }
        guard groups.count > shown.count else { return }
        let rest = Wording.count(groups.count - shown.count, shown.isEmpty ? "cause" : "more cause")
        html.element("details", ["class": "tier"]) { html in
            html.element("summary", title.map { "\($0) (\(rest))" } ?? rest)
            list(groups.dropFirst(shown.count), kind, on: &html)
        }
        html.line()
    }

    private func list(_ groups: ArraySlice<CauseGroup>, _ kind: String, on html: inout HTMLWriter) {
        html.element("ul", ["class": "causes \(kind)"]) { html in
            for group in groups {
                html.line()
                html.element("li") { html in
                    html.element("details") { cause(group, hasLinks: kind == "failed" || kind == "new", on: &$0) }
                }
            }
        }
        html.line()
    }

    /// - Parameter hasLinks: whether each case has a link of its own; otherwise only its operation.
    private func cause(_ group: CauseGroup, hasLinks: Bool, on html: inout HTMLWriter) {
        let operations = group.operations
        html.element("summary") { html in
            html.element("b", ["class": "count"], Wording.number(group.members.count))
            html.element("span", ["class": "title"], group.cause.title)
            html.element("span", ["class": "where"], Wording.count(operations.count, "operation"))
        }
        if let example = group.example { self.example(example, on: &html) }
        let byOperation = Dictionary(grouping: group.members) { "\($0.result.api.rawValue)/\($0.result.operation)" }
        html.element("ul", ["class": "members"]) { html in
            for operation in operations {
                guard let members = byOperation[operation.id], let first = members.first?.result else { continue }
                html.element("li") { html in
                    html.element("a", ["href": "#\(operation.id)"], name(first.api, first.operation))
                    html.write(" \(members.count)")
                    guard hasLinks else { return }
                    html.write(": ")
                    links(members.map(\.result), on: &html)
                }
            }
        }
    }

    private func example(_ member: CauseGroup.Member, on html: inout HTMLWriter) {
        html.element("p", ["class": "label"]) { html in
            html.write("Example: ")
            html.element("a", ["href": "#\(member.result.id)"], member.result.id)
            html.write(", \(member.result.title)")
        }
        findings(member.findings.prefix(1), on: &html)
        if let curl = member.exchange?.curl { command(curl, on: &html) }
        if let shrunk = member.shrunk { smaller(shrunk, on: &html) }
    }

    /// Links to cases by their own names.
    private func links(_ cases: [CaseResult], on html: inout HTMLWriter) {
        for (index, one) in cases.enumerated() {
            html.write(index > 0 ? ", " : "")
            html.element("a", ["href": "#\(one.id)"], one.ownName)
        }
    }

    /// Cases that could not be judged, by the reason.
    private func unjudged(_ html: inout HTMLWriter) {
        let cases = Dictionary(grouping: result.cases, by: standing)
        for standing in [Standing.broken, .blocked, .observed] {
            guard let cases = cases[standing] else { continue }
            html.element("details", ["class": "tier"]) { html in
                let count = Wording.count(cases.count, "case")
                html.element("summary", "Not judged: \(count) \(standing.rawValue)")
                html.element("p", ["class": "label"], Wording.sentence(standing.meaning))
                reasons(cases, on: &html)
            }
            html.line()
        }
    }

    private func reasons(_ cases: [CaseResult], on html: inout HTMLWriter) {
        let groups = Dictionary(grouping: cases) { $0.reason ?? "no reason given" }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        html.element("ul", ["class": "members"]) { html in
            for (reason, cases) in groups {
                html.element("li") { html in
                    html.write("\(cut(reason)): ")
                    for (index, one) in cases.enumerated() {
                        html.write(index > 0 ? ", " : "")
                        html.element(
                            "a", ["href": "#\(one.id)"], "\(name(one.api, one.operation))/\(one.ownName)")
                    }
                }
            }
        }
    }
}
