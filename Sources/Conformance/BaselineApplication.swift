import Foundation

/// Out of which cases a run's cases were chosen; decides what may be called stale.
public struct BaselineSelection: Sendable, Hashable {
    /// The ids of all cases that there are, chosen or not; nil where the run had every one.
    public let existing: Set<String>?

    /// The run had every case that there is.
    public static let everything = BaselineSelection(existing: nil)

    private init(existing: Set<String>?) { self.existing = existing }

    /// The run's cases were chosen out of these, by filters, axes or shards.
    public init(outOf ids: some Sequence<String>) { existing = Set(ids) }
}

extension Baseline {
    /// Marks what is known, and says which entries are stale or expired and which cases are new.
    ///
    /// An entry is stale only if the run can tell: every case that it covers was in the run, none of them
    /// was blocked or broken, at least one was judged, and no difference matched. An entry that covers no
    /// case at all is stale in a run of every case. Of an interrupted run nothing is called stale.
    ///
    /// - Parameter today: entries that expired before this day match nothing and are named in the remarks.
    public func apply(to result: inout RunResult, today: Day, selection: BaselineSelection = .everything) {
        let marker = BaselineMarker(self, today: today)
        let matcher = marker.matcher
        var used: Set<Int> = []
        for index in result.cases.indices { used.formUnion(marker.mark(&result.cases[index])) }
        result.remarks += expiryRemarks(today)
        let coverage = BaselineCoverage(result, selection)
        for (number, rule) in matcher.rules.enumerated() where !used.contains(number) && !rule.isExpired(on: today) {
            if coverage.showsStale(rule) { result.staleBaseline.append(rule.description) }
        }
    }

    private func expiryRemarks(_ today: Day) -> [String] {
        known.compactMap { entry in
            guard let expires = entry.expires, expires < today else { return nil }
            let first = entry.cases.first ?? "cause \(entry.cause ?? "*")"
            let more = entry.cases.count > 1 ? " and \(entry.cases.count - 1) more" : ""
            return "baseline entry expired on \(expires) and no longer counts: \(first)\(more) (\(entry.reason))"
        }
    }
}

/// Says of one result after the other what a baseline knows, while a run still goes on, too.
public struct BaselineMarker: Sendable {
    let matcher: BaselineMatcher
    private let today: Day
    /// The cases that the baseline is not older than; nil where it does not say.
    private let old: Set<String>?

    /// - Parameter today: entries that expired before this day match nothing.
    public init(_ baseline: Baseline, today: Day) {
        matcher = BaselineMatcher(baseline.rules)
        self.today = today
        old = baseline.cases.map { Set($0) }
    }

    /// The result with the reasons for what is known.
    public func marked(_ result: CaseResult) -> CaseResult {
        var result = result
        mark(&result)
        return result
    }

    /// - Returns: the numbers of the rules that matched.
    @discardableResult func mark(_ result: inout CaseResult) -> Set<Int> {
        var used: Set<Int> = []
        let candidates = matcher.rules(for: result.id)
        for (place, finding) in result.findings.enumerated() {
            for number in candidates where matcher.rules[number].matches(finding) {
                guard !matcher.rules[number].isExpired(on: today) else { continue }
                used.insert(number)
                if result.findings[place].baseline == nil {
                    result.findings[place].baseline = matcher.rules[number].reason
                }
            }
        }
        if let old { result.isNew = !old.contains(result.id) }
        return used
    }
}

/// Finds the rules that may concern a case without asking every one.
struct BaselineMatcher: Sendable {
    let rules: [BaselineRule]
    private var exact: [String: [Int]] = [:]
    private var open: [Int] = []

    init(_ rules: [BaselineRule]) {
        self.rules = rules
        for (number, rule) in rules.enumerated() {
            if let literal = rule.caseGlob.literal {
                exact[literal, default: []].append(number)
            } else {
                open.append(number)
            }
        }
    }

    /// The numbers of the rules whose case is this one, exact ones first.
    func rules(for id: String) -> [Int] {
        (exact[id] ?? []) + open.filter { rules[$0].caseGlob.matches(id) }
    }
}

/// What a run can tell of the rules that matched nothing.
struct BaselineCoverage {
    private let outcomes: [String: Outcome]
    private let existing: [String]
    private let isWhole: Bool
    private let wasInterrupted: Bool

    init(_ result: RunResult, _ selection: BaselineSelection) {
        outcomes = Dictionary(result.cases.map { ($0.id, $0.outcome) }, uniquingKeysWith: { first, _ in first })
        let ids = selection.existing ?? Set(outcomes.keys)
        existing = ids.sorted()
        let run = outcomes
        isWhole = ids.allSatisfy { run[$0] != nil }
        wasInterrupted = result.wasInterrupted
    }

    /// Whether the run had every case that there is.
    var coversEverything: Bool { isWhole && !wasInterrupted }

    /// Whether a rule that nothing matched is known to be of no use any more.
    func showsStale(_ rule: BaselineRule) -> Bool {
        guard !wasInterrupted else { return false }
        let covered: [String]
        if let literal = rule.caseGlob.literal, outcomes[literal] != nil {
            covered = [literal]
        } else {
            covered = existing.filter { rule.caseGlob.matches($0) }
        }
        guard !covered.isEmpty else { return isWhole }
        let seen = covered.compactMap { outcomes[$0] }
        guard seen.count == covered.count, !seen.contains(.blocked), !seen.contains(.broken) else { return false }
        return seen.contains { $0 == .passed || $0 == .failed || $0 == .observed }
    }
}
