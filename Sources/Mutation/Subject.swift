import Conformance
import Diff
import ReferenceService
import SpecCatalog
import Wire

/// A case whose answers are to be changed, with the right answers.
struct Subject: Sendable {
    let `case`: Case
    let answers: [JudgedAnswer]
    /// Why the case can't tell right from wrong, if it can't.
    let obstacle: String?
    /// The paths of warnings that it reports of right answers, too.
    private let usualWarnings: Set<String>

    /// Runs the case against a right service.
    init(_ case: Case, _ trial: Trial, _ catalog: Catalog) async {
        self.case = `case`
        let ready = await Subject.ready(trial, for: `case`)
        let result = await ready.result(of: `case`, run: "ok00")
        guard result.outcome == .passed else {
            obstacle = "\(result.outcome)" + (result.reason.map { ", \($0)" } ?? "")
            answers = []
            usualWarnings = []
            return
        }
        let exchanges = await ready.judgedExchanges(of: `case`, run: "ok01")
        answers = exchanges.compactMap { JudgedAnswer($0, catalog: catalog) }
        obstacle = nil
        usualWarnings = result.warnings
    }

    /// Every change of its answers.
    func changes(at index: Int) -> [AnswerChange] {
        answers.enumerated().flatMap { place, answer in
            (answer.faults() + answer.permittedChanges()).map {
                AnswerChange(subject: index, answer: place, fault: $0)
            }
        }
    }

    /// Makes one change after the other, each under a name of its own.
    func results(of changes: [AnswerChange], _ trial: Trial, _ counter: ProgressCounter) async -> [MutantResult] {
        let service = await Subject.ready(trial, for: `case`)
        var results: [MutantResult] = []
        for (number, change) in changes.enumerated() {
            results.append(await result(of: change, number, service))
            counter.advance()
        }
        // What a faulty answer kept from being tidied up must not be what made a later one fail.
        guard await service.result(of: `case`, run: "last").outcome != .passed else { return results }
        results = []
        for (number, change) in changes.enumerated() {
            results.append(await result(of: change, number, await Subject.ready(trial, for: `case`)))
        }
        return results
    }

    private func result(of change: AnswerChange, _ number: Int, _ service: ReadyService) async -> MutantResult {
        let answer = answers[change.answer]
        let endpoint = FaultyEndpoint(service.endpoint, at: answer.index, change.fault)
        let name = "m" + String(String(number + 46_656, radix: 36).suffix(4))
        let result = await service.trial.result(of: `case`, run: name, through: endpoint)
        let fate: Fate =
            if !endpoint.hasChanged {
                .void
            } else if result.outcome == .failed {
                .killed
            } else if !result.warnings.subtracting(usualWarnings).isEmpty {
                .warned
            } else {
                change.fault.faultClass.group == .permitted && result.outcome != .passed ? .killed : .survived
            }
        return MutantResult(
            faultClass: change.fault.faultClass, subject: `case`.id,
            what: "\(change.fault.what) in answer to \(answer.place)", fate: fate, detail: result.summary)
    }

    private static func ready(_ trial: Trial, for case: Case) async -> ReadyService {
        let endpoint = InProcessEndpoint(ReferenceService())
        return ReadyService(endpoint: endpoint, trial: await trial.ready(on: endpoint, run: "self", for: [`case`]))
    }
}

/// A service of one's own and a trial that is ready on it.
struct ReadyService: Sendable {
    let endpoint: any Endpoint
    let trial: Trial

    func result(of case: Case, run: String) async -> CaseResult { await trial.result(of: `case`, run: run) }

    func judgedExchanges(of case: Case, run: String) async -> [JudgedExchange] {
        await trial.judgedExchanges(of: `case`, run: run)
    }
}

/// A change of one answer of one case.
struct AnswerChange: Sendable {
    /// The position of the case among the subjects.
    let subject: Int
    /// The position of the answer among the case's judged ones.
    let answer: Int
    let fault: WireFault
}

extension CaseResult {
    /// Where it warns.
    var warnings: Set<String> {
        Set(findings.filter { $0.difference.severity == .warning }.map { "\($0.step) \($0.difference.path)" })
    }

    /// How it ended, and the gravest finding.
    var summary: String {
        let gravest = findings.max { $0.difference.severity < $1.difference.severity }
        let finding = gravest.map { finding in
            let difference = finding.difference
            return "\(difference.severity) at \(difference.path): expected \(difference.expected ?? "nothing"), "
                + "got \(difference.actual ?? "nothing")"
        }
        return ([outcome.rawValue] + [reason, finding].compactMap { $0 }).joined(separator: "; ")
    }
}
