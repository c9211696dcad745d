import Conformance
import Diff
import ReferenceService
import SpecCatalog
import SpecModel
import Wire

/// A case whose answers are to be changed, with a run of it against a right service.
struct Subject: Sendable {
    let `case`: Case
    let answers: [JudgedAnswer]
    /// Why the case can't tell right from wrong, if it can't.
    let obstacle: String?
    private let recording: CaseRecording
    /// The paths of warnings that it reports of right answers, too.
    private let usualWarnings: Set<String>

    /// - Parameter apis: whose answers are to be changed.
    init(_ case: Case, _ trial: Trial, _ catalog: Catalog, _ apis: Set<API>) async {
        self.case = `case`
        let ready = await trial.ready(on: InProcessEndpoint(ReferenceService()), run: "self", for: [`case`])
        recording = await ready.recording(of: `case`, run: "ok00")
        let result = recording.result
        usualWarnings = result.warnings
        guard result.outcome == .passed else {
            obstacle = "\(result.outcome)" + (result.reason.map { ", \($0)" } ?? "")
            answers = []
            return
        }
        answers = recording.exchanges.filter { apis.contains($0.api) }.compactMap {
            JudgedAnswer($0, catalog: catalog)
        }
        obstacle = nil
    }

    /// Every change of its answers, always in the same order.
    func changes() -> [AnswerChange] {
        answers.flatMap { answer in
            // A case that looks at the envelope alone leaves the rest to other cases.
            let faults = answer.faults().filter { `case`.scope != .envelope || $0.part == .envelope }
            return (faults + answer.permittedChanges()).map { AnswerChange(answer: answer, fault: $0) }
        }
    }

    /// Placeholders of its goldens that no right answer met: `v1/A/b: ⟦timestamp⟧ at AResponse/AResult/Time`.
    var idlePlaceholders: [String] {
        let met = answers.reduce(into: Set<String>()) { $0.formUnion($1.metPlaceholders) }
        let held = Set(answers.flatMap(\.heldPlaceholders)).sorted()
        return held.filter { !met.contains($0) }.map { "\(`case`.id): \($0)" }
    }

    /// Makes a change and judges the case again.
    func result(of change: AnswerChange, _ trial: Trial) async -> MutantResult {
        let answer = change.answer
        let changed = change.fault.applied(to: answer.exchange.response)
        guard changed != answer.exchange.response else { return outcome(of: change, .void, "nothing was changed") }
        if let result = await recording.result(answering: answer.exchange, with: changed) {
            return outcome(of: change, fate(change, result), result.summary)
        }
        // What was asked next depended on what was changed, so that only a service can answer it.
        let service = InProcessEndpoint(ReferenceService())
        let ready = await trial.ready(on: service, run: "self", for: [`case`])
        let endpoint = FaultyEndpoint(service, at: answer.exchange.index, change.fault)
        let result = await ready.result(of: `case`, run: "ok00", through: endpoint)
        return outcome(of: change, endpoint.hasChanged ? fate(change, result) : .void, result.summary)
    }

    private func fate(_ change: AnswerChange, _ result: CaseResult) -> Fate {
        if result.outcome == .failed { return .killed }
        if !result.warnings.subtracting(usualWarnings).isEmpty { return .warned }
        return change.fault.faultClass.group == .permitted && result.outcome != .passed ? .killed : .survived
    }

    private func outcome(of change: AnswerChange, _ fate: Fate, _ detail: String) -> MutantResult {
        MutantResult(
            api: change.answer.api, faultClass: change.fault.faultClass, subject: `case`.id,
            what: "\(change.fault.what) in answer to \(change.answer.place)", fate: fate, detail: detail)
    }
}

/// A change of one answer of one case.
struct AnswerChange: Sendable {
    let answer: JudgedAnswer
    let fault: WireFault

    var kind: FaultKind { FaultKind(answer.api, fault.faultClass) }
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
