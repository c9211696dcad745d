import Diff
import SpecCatalog
import SpecModel
import Wire

/// Finds out which needs of the selected cases the endpoint meets, and verifies the run's sender.
struct NeedStage: Sendable {
    let selection: [Case]

    /// What was made for the whole run, to be taken away at its end.
    struct Keeper: Sendable {
        fileprivate var conversations: [Conversation] = []

        mutating func cleanUp() async {
            for index in conversations.indices { await conversations[index].cleanUp([]) }
        }
    }

    func run(_ context: inout RunContext) async -> Keeper {
        context.name()
        var keeper = Keeper()
        for specification in context.catalog.specifications {
            if !context.options.sendsBytes {
                context.unmet[specification.api, default: [:]][.plainHTTP] =
                    "with https a library composes the bytes of requests; the endpoint's http port would do"
            }
            await settleNeeds(specification, &context, &keeper)
        }
        return keeper
    }

    private func settleNeeds(
        _ specification: Specification, _ context: inout RunContext, _ keeper: inout Keeper
    ) async {
        let api = specification.api
        let wanted = Set(selection.filter { $0.api == api }.flatMap(\.needs))
        // The others send mail from the address that this one verifies.
        for need in [.verifiedIdentity] + Need.allCases.filter({ $0 != .verifiedIdentity }) {
            // The user's own sender is tried too: else every case that sends would fail for a typing error.
            let isGiven = context.options.resources[need] != nil && need != .verifiedIdentity
            guard wanted.contains(need), !isGiven, !context.observer.isInterrupted else { continue }
            let isMet = await settle(need, specification, &context, &keeper)
            if need == .verifiedIdentity, isMet { context.readySenders.insert(api) }
        }
    }

    /// Tries the ways to meet a need until one does: what is wrong with one operation is for its own cases to show.
    ///
    /// - Returns: whether a way met it.
    private func settle(
        _ need: Need, _ specification: Specification, _ context: inout RunContext, _ keeper: inout Keeper
    ) async -> Bool {
        var refusal: String?
        for probe in specification.probes where probe.need == need {
            guard let failure = await failure(of: probe, specification.api, &context, &keeper) else {
                context.unmet[specification.api]?[need] = nil
                return true
            }
            if failure.decides(need) { refusal = refusal ?? reason(failure, need) }
        }
        if let refusal { context.unmet[specification.api, default: [:]][need] = refusal }
        return false
    }

    private func failure(
        of probe: NeedProbe, _ api: API, _ context: inout RunContext, _ keeper: inout Keeper
    ) async -> Failure? {
        let frozen = context
        let (attempt, _) = await frozen.retrying { variant in
            let attempt = await self.attempt(probe, api, variant, frozen)
            return (attempt, attempt.failure == nil ? nil : attempt.conversation.fault)
        }
        var conversation = attempt.conversation
        if let key = probe.resource, let value = conversation.resolver.bindings.known["capture:\(key)"] {
            context.known["resource:\(probe.need.rawValue)"] = value
        }
        if probe.need == .verifiedIdentity {
            keeper.conversations.append(conversation)
        } else {
            await conversation.cleanUp([])
        }
        return attempt.failure
    }

    /// What came of a probe; what it may have made is taken away where an answer failed to come.
    private func attempt(
        _ probe: NeedProbe, _ api: API, _ variant: String, _ context: RunContext
    ) async -> (failure: Failure?, conversation: Conversation) {
        let label = "\(variant)need-\(probe.need.rawValue)"
        var conversation = Conversation(context: context, api: api, label: label)
        var failure: Failure?
        for step in probe.steps where failure == nil { failure = await self.failure(of: step, &conversation) }
        if failure != nil, conversation.fault != nil { await conversation.cleanUp([]) }
        return (failure, conversation)
    }

    /// How a step of a probe failed.
    private struct Failure {
        let reason: String
        /// Whether the step was refused in the API's own way, or accepted where a refusal was asked for: faults of
        /// another kind are the operation's, and its cases shall show them.
        var isRefusal = false
        /// Whether the service said that its region does not offer the operation.
        var isUnavailable = false

        func decides(_ need: Need) -> Bool { need == .receivingRegion ? isUnavailable : isRefusal }
    }

    private func failure(of step: Step, _ conversation: inout Conversation) async -> Failure? {
        let before = conversation.sent.count
        let options = conversation.context.options
        let timeout = min(options.timeout, max(options.supportTimeout, .seconds(5)))
        guard let reason = await conversation.prepare(step, case: nil, timeout: timeout) else { return nil }
        guard conversation.sent.count > before, let sign = conversation.sent.last?.sign else {
            return Failure(reason: reason)
        }
        if sign.isUnavailable { return Failure(reason: reason, isRefusal: true, isUnavailable: true) }
        if sign.unknown != nil { return Failure(reason: reason) }
        if case .failure = step.expectation { return Failure(reason: reason, isRefusal: true) }
        return Failure(reason: reason, isRefusal: sign.isRefusal)
    }

    /// Why a need is not met, and what the user can do about it.
    private func reason(_ failure: Failure, _ need: Need) -> String {
        switch need {
        case .verifiedIdentity: failure.reason + "; name a verified address with --sender"
        case .receivingRegion, .accountDetails, .deliverabilityDashboard: failure.reason
        case .signatureCheck: "the signing axis is not enforced by this endpoint"
        default: failure.reason + "; name one with --resource \(need.rawValue)=VALUE"
        }
    }
}

/// Decides once per operation whether the endpoint knows it, by its minimal valid request.
///
/// A crash over that request is no sign that the operation is missing if one with more parameters is answered.
struct SupportStage: Sendable {
    let selection: [Case]

    /// What came of an operation's minimal request.
    private enum Seen: Sendable {
        case known(accepted: Bool, String)
        case unknown(String)
        case unavailable(String)
        case silent(String)
        /// Nobody was there any more, or the run was stopped before.
        case unasked
    }

    func run(_ context: inout RunContext) async {
        let ids = Set(selection.map { "\($0.api.rawValue)/\($0.operation)/minimal" })
        let minimal = ids.sorted().compactMap { context.cases[$0] }.filter { context.objection(to: $0) == nil }
        context.observer.began("support", count: minimal.count)
        let frozen = context
        let seen = await JobPool(jobs: context.options.jobs, lock: AccountLock(context)).map(
            minimal, alone: \.accountWide
        ) { `case` in
            let first = await SupportStage.look(at: `case`, frozen)
            guard case .unknown(let what) = first, what.hasPrefix("5") else { return first }
            for other in SupportStage.fuller(than: `case`, frozen) {
                if case .known = await SupportStage.look(at: other, frozen) { return .known(accepted: false, what) }
            }
            return first
        }
        let someAnswered = context.answered.withLock { $0 } > 0 && context.liveness.lost == nil
        for (`case`, seen) in zip(minimal, seen) {
            settle(`case`, seen, someAnswered: someAnswered, &context)
        }
    }

    private func settle(_ case: Case, _ seen: Seen, someAnswered: Bool, _ context: inout RunContext) {
        func support(_ isSupported: Bool, _ what: String) {
            context.support["\(`case`.api.rawValue)/\(`case`.operation)"] = OperationSupport(
                api: `case`.api, operation: `case`.operation, isSupported: isSupported, seen: what)
        }
        switch seen {
        case .known(let accepted, let what):
            support(true, what)
            context.controls[SupportStage.control(`case`).key] = accepted ? .accepted : .refused(what)
            if accepted { context.acceptedOperations.insert("\(`case`.api.rawValue)/\(`case`.operation)") }
        case .unknown(let what): support(false, what)
        case .unavailable(let what): context.unmet[`case`.api, default: [:]][.receivingRegion] = what
        case .silent(let what): if someAnswered { support(false, what) }
        case .unasked: break
        }
    }

    /// Valid requests of the same operation with more parameters.
    private static func fuller(than minimal: Case, _ context: RunContext) -> [Case] {
        let others = context.cases.cases(of: minimal.operation, minimal.api)
        return Array(others.filter { ["complete", "optional"].contains($0.rule) }.prefix(3))
    }

    private static func control(_ case: Case) -> Control {
        Control(
            api: `case`.api, operation: `case`.operation, needs: `case`.needs, accountWide: `case`.accountWide,
            setup: `case`.setup, step: `case`.steps[0], cleanup: `case`.cleanup)
    }

    private static func look(at case: Case, _ context: RunContext) async -> Seen {
        await context.retrying { variant in await look(at: `case`, variant, context) }.0
    }

    private static func look(
        at case: Case, _ variant: String, _ context: RunContext
    ) async -> (Seen, EndpointError?) {
        guard !context.observer.isInterrupted else { return (.unasked, nil) }
        let label = "\(variant)s-" + context.cases.label(of: `case`.id)
        var conversation = Conversation(context: context, api: `case`.api, label: label)
        conversation.isNamed = context.options.live?.named.contains(`case`.id) ?? false
        for step in `case`.setup { _ = await conversation.send(step, timeout: context.options.supportTimeout) }
        let reply = await conversation.send(`case`.steps[0], timeout: context.options.supportTimeout)
        let fault = conversation.fault
        await conversation.cleanUp(`case`.cleanup, timeout: context.options.supportTimeout)
        return (seen(in: reply, to: `case`), fault)
    }

    private static func seen(in reply: Conversation.Reply, to case: Case) -> Seen {
        switch reply {
        case .silence(.unreachable): return .unasked
        case .silence(let error): return .silent("\(error)")
        case .answer(let answer, let response, _):
            let summary = SupportDecision.summary(answer, response, `case`.api)
            if SupportDecision.isUnavailable(answer) { return .unavailable(summary) }
            if let unknown = SupportDecision.unknown(answer, response, `case`.api) { return .unknown(unknown) }
            return .known(accepted: answer.isSuccess(of: `case`.operation, `case`.api), summary)
        }
    }
}
