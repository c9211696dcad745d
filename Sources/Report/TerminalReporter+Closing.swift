import Conformance

/// What is not a failure of a case, and the verdict.
extension TerminalReporter {
    /// Names beyond this many are only counted, unless everything is asked for.
    private var mostNames: Int { options.verbose ? .max : 10 }

    func broken(of result: RunResult, on page: inout TerminalPage) {
        reasons("broken: no answer could be had", result, .broken, .red, on: &page)
    }

    func blocked(of result: RunResult, on page: inout TerminalPage) {
        reasons("blocked: not judged, because something before them failed", result, .blocked, nil, on: &page)
        reasons("observed: reported, not judged", result, .observed, nil, on: &page)
    }

    /// The cases of an outcome, grouped by reason, most first.
    private func reasons(
        _ title: String, _ result: RunResult, _ outcome: Outcome, _ ink: TerminalPage.Ink?,
        on page: inout TerminalPage
    ) {
        let cases = result.cases.filter { $0.outcome == outcome }
        guard !cases.isEmpty else { return }
        let groups = Dictionary(grouping: cases) { VisibleText.line($0.reason ?? "no reason given", limit: 200) }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        page.gap()
        page.paragraph("\(title) (\(Wording.count(cases.count, "case")))", ink ?? .bold)
        if outcome == .observed, !options.verbose { return }
        for (reason, members) in groups.prefix(mostNames) {
            let ids = members.map { VisibleText.line($0.id) }.sorted()
            let shown = options.verbose ? ids[...] : ids.prefix(2)
            let rest = ids.count - shown.count
            let more = rest > 0 ? " and \(rest) more" : ""
            page.paragraph("\(reason): \(shown.joined(separator: ", "))\(more)", indent: 2, hanging: 4)
        }
        if groups.count > mostNames { page.line("  \(groups.count - mostNames) more reasons (--verbose shows them)") }
    }

    func newCases(of result: RunResult, on page: inout TerminalPage) {
        let new = result.cases.filter(\.isNew).sorted { $0.id < $1.id }
        guard !new.isEmpty else { return }
        let failing = new.filter { $0.differs(from: options.verdict.failOn) }
        page.gap()
        let effect = options.verdict.isStrict || failing.isEmpty ? "" : "; they fail the run only with --strict"
        page.paragraph(
            "newer than the baseline: \(Wording.count(new.count, "case")), \(failing.count) failed\(effect)", .bold)
        for one in failing.prefix(mostNames) {
            let member = CauseGroup.Member(result: one, findings: one.findings.filter(isOpen))
            if options.verbose, !options.verdict.isStrict {
                show(member, on: &page)
                if let curl = member.exchange?.curl { page.line(VisibleText.lines(curl)) }
            } else {
                let title = member.findings.first?.cause.title ?? one.reason ?? "failed"
                let text = "\(VisibleText.line(one.id)): \(VisibleText.line(title, limit: 200))"
                page.paragraph(text, indent: 2, hanging: 4)
            }
        }
        if failing.count > mostNames { page.line("  \(failing.count - mostNames) more (--verbose shows them)") }
    }

    func baseline(of result: RunResult, _ verdict: Verdict, on page: inout TerminalPage) {
        let differences = result.cases.flatMap(\.findings).count { $0.baseline != nil }
        guard options.baseline != nil || differences > 0 || verdict.stale > 0 else { return }
        page.gap()
        let name = options.baseline.map { " \(VisibleText.line($0))" } ?? ""
        page.paragraph(
            "baseline\(name): \(Wording.count(differences, "known difference")), "
                + "\(Wording.count(verdict.stale, "stale entry", "stale entries"))", .bold)
        for entry in result.staleBaseline.prefix(mostNames) {
            page.paragraph("stale, nothing matches it: \(VisibleText.line(entry, limit: 300))", indent: 2, hanging: 4)
        }
        if verdict.stale > mostNames { page.line("  \(verdict.stale - mostNames) more (--verbose shows them)") }
        if verdict.stale > 0 {
            page.paragraph(
                "take stale entries out, or write the file anew with --update-baseline", indent: 2, hanging: 4)
        }
    }

    func remarks(of result: RunResult, on page: inout TerminalPage) {
        guard !result.remarks.isEmpty else { return }
        page.gap()
        for remark in result.remarks {
            page.paragraph("remark: \(VisibleText.line(remark, limit: 1_000))", hanging: 2, .yellow)
        }
    }

    func closing(of result: RunResult, _ verdict: Verdict, on page: inout TerminalPage) {
        page.gap()
        let ink: TerminalPage.Ink = verdict.exitCode == 0 ? .green : verdict.exitCode == 4 ? .yellow : .red
        page.list(Self.counts(verdict), hanging: 2, ink)
        if verdict.wasInterrupted { page.line("the run was interrupted: this is not the whole of it", .yellow) }
        if verdict.judgedNothing {
            page.paragraph("no case was judged: this run says nothing about the endpoint", hanging: 2, .yellow)
        }
        if result.isEmbedded {
            page.paragraph(
                "nothing of yours was tested: this was the embedded reference service; pass --endpoint URL", hanging: 2)
        }
    }

    /// "42 failed", "310 passed", "13 operations unsupported".
    static func counts(_ verdict: Verdict) -> [String] {
        let failed = verdict.failing + (verdict.options.isStrict ? verdict.newFailing : 0)
        var parts = ["\(Wording.number(failed)) failed"]
        func add(_ count: Int, _ text: String) {
            if count > 0 { parts.append(text) }
        }
        let newer = verdict.options.isStrict ? 0 : verdict.newFailing
        add(newer, "\(Wording.number(newer)) failed but new")
        add(verdict.known, "\(Wording.number(verdict.known)) failed as known")
        add(verdict.count(.broken), "\(Wording.number(verdict.count(.broken))) broken")
        let warned = verdict.warned > 0 ? " (\(Wording.number(verdict.warned)) with warnings)" : ""
        parts.append("\(Wording.number(verdict.passed)) passed\(warned)")
        let operations = Wording.count(verdict.unsupportedOperations, "operation")
        add(verdict.unsupportedOperations, "\(operations) unsupported")
        add(verdict.count(.blocked), "\(Wording.number(verdict.count(.blocked))) blocked")
        add(verdict.count(.observed), "\(Wording.number(verdict.count(.observed))) observed")
        add(verdict.stale, Wording.count(verdict.stale, "stale baseline entry", "stale baseline entries"))
        return parts
    }
}
