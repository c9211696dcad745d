import Diff
import Foundation
import Golden
import SpecModel
import Wire

/// Runs one case: setup, judged requests, verdict, clean-up.
struct CaseRun: Sendable {
    private(set) var context: RunContext
    let `case`: Case
    private(set) var conversation: Conversation
    var findings: [Finding] = []
    private(set) var records: [ExchangeRecord] = []
    /// What answers were held against.
    private(set) var goldens: [Golden] = []
    /// The first thing seen that nobody can judge.
    var unjudged: String?
    private var broken: String?
    /// Whether the run was stopped before the last answer.
    private var isStopped = false
    /// Why there was nothing to judge.
    private var unmet: String?
    /// What was seen of the other API where the case needs it too, and the endpoint does not know it.
    private var unsupported: String?
    /// What the answers showed that were judged.
    var shown: Set<Shown> = []

    /// - Parameter variant: what tells the names of a further attempt from the case's own: `x2-`.
    init(context: RunContext, case: Case, variant: String = "") {
        self.context = context
        self.case = `case`
        conversation = Conversation(context: context, case: `case`, variant: variant)
    }

    /// The result; nil if the run was stopped before there was one.
    ///
    /// - Parameter look: is shown the run before each judged step that is reached, and after the last.
    mutating func execute(look: (CaseRun) -> Void = { _ in }) async -> Ending? {
        let start = ContinuousClock.now
        if let (outcome, reason) = obstacle() { return ending(outcome, reason, start) }
        let blocked = await prepare()
        if blocked == nil { await judge(from: 0, look: look) }
        // What happens to the clean-up says nothing of the case.
        let fault = conversation.fault
        await conversation.cleanUp(`case`.cleanup)
        guard !isStopped else { return nil }
        var ending = ending(blocked: blocked, start)
        ending.fault = fault
        return ending
    }

    /// The result, where nobody stops the run.
    mutating func executeToTheEnd(look: (CaseRun) -> Void = { _ in }) async -> Ending {
        await execute(look: look) ?? ending(.broken, "interrupted", ContinuousClock.now)
    }

    /// Goes on from where the run stands to the end of what is judged, and leaves what it made where it is.
    mutating func resume(at index: Int, through endpoint: any Endpoint) async -> Ending {
        context.endpoint = endpoint
        conversation.context.endpoint = endpoint
        await judge(from: index)
        return ending(blocked: nil, ContinuousClock.now)
    }

    private mutating func ending(blocked: String?, _ start: ContinuousClock.Instant) -> Ending {
        broken = broken ?? conversation.lost
        if let broken { return ending(.broken, broken, start) }
        if let unsupported { return ending(.unsupported, unsupported, start) }
        if let blocked { return ending(.blocked, blocked, start) }
        if let unmet { return ending(.blocked, unmet, start) }
        if findings.contains(where: { $0.difference.severity == .error }) { return ending(.failed, nil, start) }
        if let unjudged { return ending(.observed, unjudged, start) }
        return ending(.passed, nil, start)
    }

    /// What keeps the case from being run at all.
    private func obstacle() -> (Outcome, String)? {
        let id = "\(`case`.api.rawValue)/\(`case`.operation)"
        if let support = context.support[id], !support.isSupported { return (.unsupported, support.seen) }
        for need in `case`.needs {
            if let reason = context.unmet[`case`.api]?[need] { return (.blocked, "needs \(need.rawValue): \(reason)") }
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
            if context.isUnsupported(step.api(in: `case`.api), step.operation) {
                lacks(step, "unsupported")
                return "setup: \(step.operation) is unsupported"
            }
            if let reason = await conversation.prepare(step, case: `case`) {
                if let seen = conversation.unknown { lacks(step, seen) }
                return "setup: \(reason)"
            }
        }
        return nil
    }

    /// Whether anything further is to be judged: one fault is enough, since what follows may come of it.
    private var isGoing: Bool {
        broken == nil && unmet == nil && !isStopped && !(`case`.mayBeRefused && unjudged != nil)
            && !findings.contains { $0.difference.severity == .error }
            && !(`case`.scope == .soundness && unjudged != nil)
    }

    private mutating func judge(from first: Int, look: (CaseRun) -> Void = { _ in }) async {
        for index in `case`.judged.indices.dropFirst(first) where isGoing {
            look(self)
            await judge(at: index)
        }
        look(self)
    }

    private mutating func judge(at index: Int) async {
        let step = `case`.judged[index]
        if context.isUnsupported(step.api(in: `case`.api), step.operation) {
            // What reads back is left out where it is not there.
            guard index < `case`.steps.count else { return }
            lacks(step, "unsupported")
            unmet = "\(step.operation) is unsupported"
        } else if context.observer.isInterrupted {
            isStopped = true
        } else {
            await judge(step)
        }
    }

    /// An operation of the case's own API that is not there blocks the case; without the other API it can't be run.
    private mutating func lacks(_ step: Step, _ seen: String) {
        guard let api = step.api, api != `case`.api else { return }
        unsupported = "\(api.rawValue)/\(step.operation): \(seen)"
    }

    private mutating func judge(_ step: Step, readings: Int = 3) async {
        switch await conversation.send(step) {
        case .silence(.unreachable): return
        case .silence(let error) where step.mayStayUnanswered:
            if case .observed = step.expectation { unjudged = unjudged ?? "no answer: \(error)" }
            record(step, golden: nil)
        case .silence(let error):
            let finding = Judge(context: context, case: `case`).silence(step, error)
            findings.append(finding)
            record(step, golden: context.goldens[`case`.id]?[step.name]?.first)
        case .answer(let answer, let response, let prelude):
            var judged = self
            judged.judge(step, answer, response, prelude)
            // What other cases make and delete meanwhile moves the pages of an endpoint that counts: not its fault.
            let hasMoved = !judged.isGoing && step.paging != nil && !prelude.earlier.isEmpty && !`case`.accountWide
            if hasMoved, readings > 1 { return await judge(step, readings: readings - 1) }
            self = judged
        }
    }

    private mutating func judge(
        _ step: Step, _ answer: Answer, _ response: HTTPResponse, _ prelude: Conversation.Prelude
    ) {
        let api = step.api(in: `case`.api)
        switch step.expectation {
        case .observed where `case`.scope == .soundness:
            judgeSoundness(step, answer, response)
            return
        case .observed:
            unjudged = unjudged ?? "answered \(SupportDecision.summary(answer, response, api))"
            record(step, golden: nil)
            return
        case .accepted:
            if !answer.isSuccess(of: step.operation, api) {
                unjudged = unjudged ?? "\(step.operation) answered \(SupportDecision.summary(answer, response, api))"
            }
            return
        case .ignored: return
        case .result, .failure, .status, .anyOf, .modelled: break
        }
        if `case`.mayBeRefused, step.operation == `case`.operation, answer.isRefusal(api) {
            unjudged = unjudged ?? "answered \(SupportDecision.summary(answer, response, api))"
            record(step, golden: nil)
            return
        }
        if step.operation != `case`.operation || api != `case`.api,
            let seen = SupportDecision.unknown(answer, response, api)
        {
            lacks(step, seen)
            unmet = "\(step.operation) is unsupported: \(seen)"
            return
        }
        let verdict = Judge(context: context, case: `case`).judge(
            step, answer, after: prelude, resolver: &conversation.resolver)
        if let golden = verdict.golden {
            goldens.append(golden)
            context.observer.saw(
                SeenAnswer(
                    case: `case`, step: step, answer: answer, golden: golden, differs: !verdict.findings.isEmpty,
                    bindings: conversation.resolver.bindings, prefix: conversation.resolver.prefix))
        }
        if `case`.scope == .envelope, let other = verdict.findings.first(where: { $0.difference.kind.isAnotherAnswer })
        {
            unmet = "the answer was another than the one to look at: \(other.difference.actual ?? "none")"
            return
        }
        findings += verdict.findings
        if `case`.scope == .envelope, !verdict.fails, let golden = verdict.golden,
            verdict.isAnothers || golden.says(step) && answer.tree?.says(step, api) != true
        {
            unmet = "the answer was an empty or another one, which shows nothing"
            return
        }
        if let seen = verdict.golden.flatMap({ Shown($0, step, of: `case`, context) }) { shown.insert(seen) }
        if verdict.golden == nil, !verdict.fails { shown.insert(.refusal) }
        if verdict.rests, let golden = verdict.golden {
            unjudged = unjudged ?? "differs from what is only \(golden.provenance.rawValue)"
        }
        if !verdict.findings.isEmpty { record(step, golden: verdict.golden) }
    }

    mutating func record(_ step: Step, golden: Golden?) {
        let options = context.options
        let lines = conversation.sent.map { sent in
            CurlCommand.text(
                for: sent.request, baseURL: options.baseURL, region: options.signer.region,
                service: options.signer.service, signature: sent.step.envelope.signature,
                hasSessionToken: options.signer.credentials.sessionToken != nil)
        }
        let actual = conversation.sent.last?.response.map { Conversation.text(of: $0) } ?? "no answer"
        records.append(
            ExchangeRecord(
                step: step.name, curl: lines.joined(separator: "\n"),
                expected: golden?.answerText ?? "", actual: actual))
    }
}

extension Difference.Kind {
    /// Whether the answer is a success for an error or an error for a success.
    fileprivate var isAnotherAnswer: Bool { self == .accepted || self == .rejected }
}
