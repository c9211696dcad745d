import Diff
import Foundation
import Golden
import SpecModel
import Wire

/// Runs one case: setup, judged requests, verdict, clean-up.
struct CaseRun: Sendable {
    let context: RunContext
    let `case`: Case
    private var conversation: Conversation
    private var findings: [Finding] = []
    private var records: [ExchangeRecord] = []
    /// The first thing seen that nobody can judge.
    private var unjudged: String?
    private var broken: String?
    /// Whether the run was stopped before the last answer.
    private var isStopped = false
    /// Why there was nothing to judge.
    private var unmet: String?
    /// What the answers showed that were judged.
    private var shown: Set<Shown> = []

    /// What an answer that is as expected shows of the endpoint.
    enum Shown: Sendable, Hashable {
        /// That it knows something: what was written before, or a value of its own.
        case content
        /// That it refuses.
        case refusal
        /// Nothing, though the operation could have said something: nobody has such a thing.
        case absence
    }

    /// A result, and what it shows.
    struct Ending: Sendable {
        var result: CaseResult
        let shown: Set<Shown>
        let hasControl: Bool
        /// Whether only what surrounds the answer was judged.
        let isEnvelope: Bool
    }

    init(context: RunContext, case: Case) {
        self.context = context
        self.case = `case`
        let label = String(context.cases.number(of: `case`.id), radix: 36)
        conversation = Conversation(context: context, api: `case`.api, label: label)
    }

    /// The result; nil if the run was stopped before there was one.
    mutating func execute() async -> Ending? {
        let start = ContinuousClock.now
        if let (outcome, reason) = obstacle() { return ending(outcome, reason, start) }
        let blocked = await prepare()
        if blocked == nil { await judge() }
        await conversation.cleanUp(`case`.cleanup)
        if isStopped { return nil }
        broken = broken ?? conversation.lost
        if let broken { return ending(.broken, broken, start) }
        if let blocked { return ending(.blocked, blocked, start) }
        if let unmet { return ending(.blocked, unmet, start) }
        if findings.contains(where: { $0.difference.severity == .error }) { return ending(.failed, nil, start) }
        if let unjudged { return ending(.observed, unjudged, start) }
        return ending(.passed, nil, start)
    }

    /// The result, where nobody stops the run.
    mutating func executeToTheEnd() async -> Ending {
        await execute() ?? ending(.broken, "interrupted", ContinuousClock.now)
    }

    /// What keeps the case from being run at all.
    private func obstacle() -> (Outcome, String)? {
        let id = "\(`case`.api.rawValue)/\(`case`.operation)"
        if let support = context.support[id], !support.isSupported { return (.unsupported, support.seen) }
        for need in `case`.needs {
            if let reason = context.unmet[need] { return (.blocked, "needs \(need.rawValue): \(reason)") }
        }
        guard let control = `case`.control else { return nil }
        switch context.controls[control.key] {
        case .refused(let reason): return (.blocked, "control: \(reason)")
        case .unreachable(let reason): return (.broken, reason)
        case .accepted, nil: return nil
        }
    }

    /// Runs the setup; why the case is blocked, if it is.
    private mutating func prepare() async -> String? {
        for step in `case`.setup {
            if context.isUnsupported(`case`.api, step.operation) {
                return "setup: \(step.operation) is unsupported"
            }
            if let reason = await conversation.prepare(step, case: `case`) { return "setup: \(reason)" }
        }
        return nil
    }

    private mutating func judge() async {
        for (index, step) in `case`.judged.enumerated() where broken == nil {
            let isEffect = index >= `case`.steps.count
            if context.isUnsupported(`case`.api, step.operation) {
                if isEffect { continue }
                unmet = "\(step.operation) is unsupported"
                return
            }
            guard !context.observer.isInterrupted else {
                isStopped = true
                return
            }
            await judge(step)
            if unmet != nil || findings.contains(where: { $0.difference.severity == .error }) { return }
            if `case`.mayBeRefused, unjudged != nil { return }
        }
    }

    private mutating func judge(_ step: Step) async {
        switch await conversation.send(step) {
        case .silence(.unreachable): return
        case .silence(let error):
            let finding = Judge(context: context, case: `case`).silence(step, error)
            findings.append(finding)
            record(step, golden: context.goldens[`case`.id]?[step.name]?.first)
        case .answer(let answer, let response, let paging):
            judge(step, answer, response, paging)
        }
    }

    private mutating func judge(_ step: Step, _ answer: Answer, _ response: HTTPResponse, _ paging: [Difference]) {
        switch step.expectation {
        case .observed:
            unjudged = unjudged ?? "answered \(SupportDecision.summary(answer, response))"
            record(step, golden: nil)
            return
        case .accepted:
            if !Conversation.isAccepted(answer, step) {
                unjudged = unjudged ?? "\(step.operation) answered \(SupportDecision.summary(answer, response))"
            }
            return
        case .ignored: return
        case .result, .failure, .anyOf, .modelled: break
        }
        if `case`.mayBeRefused, step.operation == `case`.operation, Conversation.isRefused(answer) {
            unjudged = unjudged ?? "answered \(SupportDecision.summary(answer, response))"
            record(step, golden: nil)
            return
        }
        if step.operation != `case`.operation, let seen = SupportDecision.unknown(answer, response) {
            unmet = "\(step.operation) is unsupported: \(seen)"
            return
        }
        let verdict = Judge(context: context, case: `case`).judge(
            step, answer, paging: paging, resolver: &conversation.resolver)
        if `case`.scope == .envelope, let other = verdict.findings.first(where: { $0.difference.kind.isAnotherAnswer })
        {
            unmet = "the answer was another than the one to look at: \(other.difference.actual ?? "none")"
            return
        }
        if `case`.scope == .envelope, let golden = verdict.golden, golden.tree.says(step),
            answer.tree?.says(step) != true
        {
            unmet = "the answer was an empty one, which shows nothing"
            return
        }
        findings += verdict.findings
        if let golden = verdict.golden { show(golden, step) }
        if verdict.rests, let golden = verdict.golden {
            unjudged = unjudged ?? "differs from what is only \(golden.provenance.rawValue)"
        }
        if !verdict.findings.isEmpty { record(step, golden: verdict.golden) }
    }

    /// Notes what the expected answer that came closest shows.
    private mutating func show(_ golden: Golden, _ step: Step) {
        if golden.tree.name == "ErrorResponse" {
            shown.insert(.refusal)
        } else if golden.tree.says(step) {
            shown.insert(.content)
        } else if context.operation(`case`.api, step.operation)?.result?.isEmpty == false {
            shown.insert(.absence)
        }
    }

    private mutating func record(_ step: Step, golden: Golden?) {
        let options = context.options
        let lines = conversation.sent.map { sent in
            CurlCommand.text(
                for: sent.request, baseURL: options.baseURL, region: options.signer.region,
                service: options.signer.service, signed: sent.step.envelope.isSigned,
                hasSessionToken: options.signer.credentials.sessionToken != nil)
        }
        let actual = conversation.sent.last?.response.map { Conversation.text(of: $0) } ?? "no answer"
        records.append(
            ExchangeRecord(
                step: step.name, curl: lines.joined(separator: "\n"),
                expected: golden.map { "\($0.status)\n" + XMLWriter.document($0.tree) } ?? "", actual: actual))
    }

    private func ending(_ outcome: Outcome, _ reason: String?, _ start: ContinuousClock.Instant) -> Ending {
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let result = CaseResult(
            id: `case`.id, api: `case`.api, operation: `case`.operation, axis: `case`.axis, rule: `case`.rule,
            title: `case`.title, requirement: `case`.requirement, source: `case`.source, outcome: outcome,
            reason: reason, findings: findings, exchanges: records, duration: seconds)
        return Ending(
            result: result, shown: shown, hasControl: `case`.control != nil, isEnvelope: `case`.scope == .envelope)
    }
}

extension Tree {
    /// Whether any text stands in the result of the step's operation.
    fileprivate func says(_ step: Step) -> Bool { child("\(step.operation)Result")?.hasText == true }

    private var hasText: Bool { !text.isEmpty || children.contains { $0.hasText } }
}

extension Difference.Kind {
    /// Whether the answer is a success for an error or an error for a success.
    fileprivate var isAnotherAnswer: Bool { self == .accepted || self == .rejected }
}
