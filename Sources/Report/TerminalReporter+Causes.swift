import Conformance
import Diff

/// Failures and warnings, grouped by what caused them.
extension TerminalReporter {
    /// Causes beyond this many are only counted, unless everything is asked for.
    private static let mostCauses = 10

    func failures(of result: RunResult, on page: inout TerminalPage) {
        let failing = failing(in: result)
        guard !failing.isEmpty else { return }
        let groups = CauseGroup.groups(of: failing, where: isOpen)
        let shown = options.verbose ? groups[...] : groups.prefix(Self.mostCauses)
        page.gap()
        let causes = Wording.count(groups.count, "cause")
        let rest = shown.count < groups.count ? ", the \(shown.count) largest with one example each" : ""
        page.line("failures: \(Wording.count(failing.count, "case")), \(causes)\(rest)", .bold)
        for group in shown { show(group, in: result, on: &page) }
        if shown.count < groups.count {
            page.gap()
            page.paragraph(
                "\(groups.count - shown.count) more causes (--verbose shows them with an example each):", hanging: 2)
            for group in groups.dropFirst(shown.count) { page.paragraph(heading(group), indent: 2, hanging: 4) }
        }
    }

    /// Warnings that do not fail the run: a line for each cause.
    func warnings(of result: RunResult, on page: inout TerminalPage) {
        guard options.verdict.failOn > .warning else { return }
        let groups = CauseGroup.groups(of: result.cases.filter { $0.outcome == .passed || $0.outcome == .failed }) {
            $0.baseline == nil && $0.difference.severity == .warning
        }.filter { $0.members.contains { !$0.findings.isEmpty } }
        guard !groups.isEmpty else { return }
        page.gap()
        page.paragraph(
            "warnings: off the wire format, most clients cope (--fail-on warning makes them failures)", hanging: 2,
            .bold)
        for group in groups {
            if options.verbose {
                show(group, in: result, on: &page)
            } else {
                page.paragraph(heading(group), indent: 2, hanging: 4)
            }
        }
    }

    /// "missing required parameter accepted: 37 cases, 14 operations".
    private func heading(_ group: CauseGroup) -> String {
        let cases = Wording.count(group.members.count, "case")
        let operations = Wording.count(group.operations.count, "operation")
        return "\(VisibleText.line(group.cause.title, limit: 200)): \(cases), \(operations)"
    }

    private func show(_ group: CauseGroup, in result: RunResult, on page: inout TerminalPage) {
        page.gap()
        page.paragraph(heading(group), hanging: 2, .red)
        if options.verbose { page.row("cause", VisibleText.line(group.cause.id)) }
        guard let example = group.example else { return }
        show(example, on: &page)
        alsoIn(group, example, in: result, on: &page)
        answer(of: example, on: &page)
        if let curl = example.exchange?.curl { command(curl, on: &page) }
        guard let shrunk = example.shrunk else { return }
        page.paragraph(FindingWording.words(on: shrunk), indent: 2, hanging: 4)
        command(shrunk.curl, on: &page)
    }

    private func command(_ curl: String, on page: inout TerminalPage) {
        guard !curl.isEmpty else { return }
        for line in VisibleText.lines(curl).split(separator: "\n", omittingEmptySubsequences: false) {
            page.line(String(line))
        }
    }

    /// One case: what it does, where it differs and how.
    func show(_ member: CauseGroup.Member, on page: inout TerminalPage) {
        let one = member.result
        let limit = options.verbose ? 2_000 : max(60, page.width - 14)
        page.row("case", "\(VisibleText.line(one.id)): \(VisibleText.line(one.title, limit: 300))")
        if let finding = member.findings.first {
            let difference = finding.difference
            let more = member.findings.count - 1
            let others = more > 0 ? " (and \(Wording.count(more, "more difference")) alike)" : ""
            page.row("path", VisibleText.line(difference.path, limit: 300) + others)
            page.row("expected", difference.expected.map { told(FindingWording.readable($0), limit) } ?? "(nothing)")
            page.row("actual", difference.actual.map { told($0, limit) } ?? "(absent)")
            if !finding.golden.isEmpty { page.row("golden", "golden/\(VisibleText.line(finding.golden))") }
        } else if let reason = one.reason {
            page.row("reason", VisibleText.line(reason, limit: limit))
        }
        let source = one.source
        page.row("source", "\(VisibleText.line(source.source, limit: 200)) (\(source.provenance.rawValue))")
    }

    private func told(_ text: String, _ limit: Int) -> String {
        text.isEmpty ? "(empty)" : VisibleText.line(text, limit: limit)
    }

    /// The answer as it came, as far as a screen has room for it; only if everything is asked for.
    private func answer(of member: CauseGroup.Member, on page: inout TerminalPage) {
        guard options.verbose, let actual = member.exchange?.actual, !actual.isEmpty else { return }
        let lines = VisibleText.lines(actual.replacing("\r\n", with: "\n"), limit: 2_000).split(separator: "\n")
        page.line("  answer", .dim)
        for line in lines.prefix(20) { page.line("    \(line)") }
        if lines.count > 20 { page.line("    … (\(Wording.count(lines.count - 20, "more line")))") }
    }

    /// Where else: a few operations with their numbers, all of them if everything is asked for.
    private func alsoIn(
        _ group: CauseGroup, _ example: CauseGroup.Member, in result: RunResult, on page: inout TerminalPage
    ) {
        guard group.members.count > 1 else { return }
        let own = "\(example.result.api.rawValue)/\(example.result.operation)"
        let others = group.operations.map { (id: $0.id, count: $0.id == own ? $0.count - 1 : $0.count) }
            .filter { $0.count > 0 }
        let most = options.verbose ? others.count : 3
        let names = others.prefix(most).map { other in
            let short = group.members.first { "\($0.result.api.rawValue)/\($0.result.operation)" == other.id }
            let label = short.map { name($0.result.api, $0.result.operation, in: result) } ?? other.id
            return "\(label) \(other.count)"
        }
        let rest = others.count - names.count
        let more = rest > 0 ? ", \(Wording.count(rest, "more operation"))" : ""
        page.row("also in", names.joined(separator: ", ") + more)
    }
}
