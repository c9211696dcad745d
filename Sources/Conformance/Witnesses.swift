import Diff

/// Settles what shows too little by itself to pass.
///
/// A server that says yes to everything, or no to everything, or the same to everything, must pass nothing. So a success
/// without a result whose effect nothing could read back passes only if the operation showed in another case of the
/// same run that it does or refuses something; one whose answer could be given by heart only if the operation
/// refused something that it should refuse; and a refusal without a control only if the operation accepted something.
struct Witnesses: Sendable {
    private let endings: [CaseRun.Ending]
    /// Operations that accepted a valid request, or whose answers were seen to be right.
    private let accepted: Set<String>
    /// Operations with a case that told a right request from a wrong one, or showed what the endpoint remembers.
    private let discerning: Set<String>
    /// Operations with a case that showed content of any kind.
    private let telling: Set<String>
    /// Operations that refused nothing that they should refuse, if only because no such request could be judged.
    private let yielding: Set<String>

    init(_ endings: [CaseRun.Ending], accepted: Set<String>) {
        self.endings = endings
        let passed = endings.filter { $0.result.outcome == .passed && (!$0.isEnvelope || $0.hasControl) }
        self.accepted = accepted.union(passed.filter { $0.shown != [.refusal] }.map(Witnesses.key))
        discerning = Set(
            passed.filter { $0.shown.contains(.knowledge) || $0.shown.contains(.refusal) && $0.hasControl }
                .map(Witnesses.key))
        telling = Set(passed.filter { $0.shown.contains(.content) }.map(Witnesses.key))
        let negatives = endings.filter { $0.hasControl && [.passed, .failed, .blocked].contains($0.result.outcome) }
        let byOperation = Dictionary(grouping: negatives, by: Witnesses.key)
        yielding = Set(byOperation.filter { $0.value.allSatisfy { !$0.result.isRefused } }.keys)
    }

    /// The results in the order of their ids.
    var settled: [CaseResult] {
        endings.map { ending in
            var result = ending.result
            guard result.outcome == .passed, let reason = doubt(ending) else { return result }
            result.outcome = .blocked
            result.reason = reason
            return result
        }
        .sorted { $0.id < $1.id }
    }

    /// Why a case that passed shows nothing; nil if it does.
    private func doubt(_ ending: CaseRun.Ending) -> String? {
        let key = Witnesses.key(ending)
        let operation = ending.result.operation
        if ending.hasControl { return nil }
        if ending.shown == [.refusal] {
            return accepted.contains(key) ? nil : "no valid request of \(operation) was accepted in this run"
        }
        if ending.shown.contains(.knowledge) || discerning.contains(key) { return nil }
        if ending.shown.isEmpty, !telling.contains(key) {
            return "its effect could not be read back, and no other case of \(operation) in this run "
                + "showed that it does or refuses anything"
        }
        guard yielding.contains(key) else { return nil }
        return "its answer may be the same whatever is asked: \(operation) refused nothing that it should refuse"
    }

    private static func key(_ ending: CaseRun.Ending) -> String {
        "\(ending.result.api.rawValue)/\(ending.result.operation)"
    }
}

extension CaseResult {
    /// Whether what should be refused was refused, if not in the right way.
    fileprivate var isRefused: Bool {
        outcome != .blocked && !findings.contains { $0.difference.kind == .accepted }
    }
}
