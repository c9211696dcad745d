import Diff
import Foundation

extension Baseline {
    /// The baseline that makes this run pass: what `--update-baseline` writes.
    ///
    /// Entries of the previous baseline keep their globs, reasons and days of expiry as long as they match
    /// or the run can't tell; stale ones go. An expired entry that still matches loses its day, since
    /// writing the baseline anew accepts the difference again. Applying the outcome to the same run leaves
    /// no open difference, and making it again from the same run gives the same baseline.
    ///
    /// - Parameters:
    ///   - threshold: the least severity that is written; what `--fail-on` says.
    ///   - selection: see ``apply(to:today:selection:)``.
    public static func make(
        from result: RunResult, target: String?, previous: Baseline?, today: Day, threshold: Severity = .error,
        selection: BaselineSelection = .everything
    ) -> Baseline {
        let matcher = BaselineMatcher(previous?.rules ?? [])
        var used: Set<Int> = []
        var added: Set<BaselineRule> = []
        for one in result.cases where one.outcome == .failed || one.outcome == .passed {
            let candidates = matcher.rules(for: one.id)
            for finding in one.findings {
                let matching = candidates.filter { matcher.rules[$0].matches(finding) }
                used.formUnion(matching)
                guard matching.isEmpty, finding.difference.severity >= threshold else { continue }
                added.insert(rule(for: finding, of: one, today))
            }
        }
        let coverage = BaselineCoverage(result, selection)
        let kept: [BaselineRule] = matcher.rules.enumerated().compactMap { number, rule in
            if used.contains(number) { return rule.isExpired(on: today) ? rule.withoutExpiry : rule }
            return coverage.showsStale(rule) ? nil : rule
        }
        var cases = Set(result.cases.map(\.id))
        if !coverage.coversEverything {
            let old = Set(previous?.cases ?? [])
            cases.formUnion(selection.existing.map { old.intersection($0) } ?? old)
        }
        return Baseline(
            target: target ?? previous?.target, known: grouped(kept + added), cases: cases.sorted())
    }

    private static func rule(for finding: Finding, of one: CaseResult, _ today: Day) -> BaselineRule {
        BaselineRule(
            caseGlob: Glob(Glob.escaping(one.id)), pathGlob: Glob(Glob.escaping(finding.difference.path)),
            causeGlob: Glob(Glob.escaping(finding.cause.id)),
            reason: "recorded \(today): \(finding.cause.title)", expires: nil)
    }

    /// What rules must share to stand in one entry, beside their paths.
    private struct Heading: Hashable {
        let cause: String?
        let reason: String
        let expires: Day?
        let hasPaths: Bool
    }

    /// Puts rules into as few entries as say exactly the same: cases with equal paths stand together.
    private static func grouped(_ rules: [BaselineRule]) -> [Entry] {
        var byHeading: [Heading: [String: Set<String>]] = [:]
        for rule in rules {
            let heading = Heading(
                cause: rule.causeGlob?.pattern, reason: rule.reason, expires: rule.expires,
                hasPaths: rule.pathGlob != nil)
            byHeading[heading, default: [:]][rule.caseGlob.pattern, default: []]
                .formUnion(rule.pathGlob.map { [$0.pattern] } ?? [])
        }
        var entries: [Entry] = []
        for (heading, cases) in byHeading {
            let byPaths = Dictionary(grouping: cases, by: \.value)
            for (paths, members) in byPaths {
                entries.append(
                    Entry(
                        cases: members.map(\.key).sorted(), paths: paths.sorted(), cause: heading.cause,
                        reason: heading.reason, expires: heading.expires))
            }
        }
        return entries.sorted { $0.sortingKey.lexicographicallyPrecedes($1.sortingKey) }
    }
}

extension Baseline.Entry {
    fileprivate var sortingKey: [String] {
        let lists = [cases, paths].map { $0.joined(separator: "\n") }
        return [cause ?? ""] + lists + [reason, expires?.description ?? ""]
    }
}

extension BaselineRule {
    fileprivate var withoutExpiry: BaselineRule {
        BaselineRule(caseGlob: caseGlob, pathGlob: pathGlob, causeGlob: causeGlob, reason: reason, expires: nil)
    }
}
