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
        let matcher = BaselineMatcher(rules)
        var used: Set<Int> = []
        for index in result.cases.indices {
            let candidates = matcher.rules(for: result.cases[index].id)
            for (place, finding) in result.cases[index].findings.enumerated() {
                for number in candidates where matcher.rules[number].matches(finding) {
                    guard !matcher.rules[number].isExpired(on: today) else { continue }
                    used.insert(number)
                    if result.cases[index].findings[place].baseline == nil {
                        result.cases[index].findings[place].baseline = matcher.rules[number].reason
                    }
                }
            }
        }
        if let cases {
            let old = Set(cases)
            for index in result.cases.indices { result.cases[index].isNew = !old.contains(result.cases[index].id) }
        }
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

/// Finds the rules that may concern a case without asking every one.
struct BaselineMatcher {
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
