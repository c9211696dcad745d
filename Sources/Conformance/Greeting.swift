import SpecModel
import Wire

/// Finds out whether anybody is at the endpoint before anything is asked of it.
struct Greeting: Sendable {
    let selection: [Case]

    /// One harmless request in each API of the selection, then in the others as long as nobody has spoken: an
    /// endpoint may have another API than the one that is asked for.
    ///
    /// - Returns: why no answer can be had at all; nil if there was one.
    /// - Throws: ``RunError/unreachable(_:)`` if nobody listens there.
    func run(_ context: RunContext) async throws(RunError) -> String? {
        let selected = Set(selection.map(\.api)).sorted()
        var silence: EndpointError?
        for api in selected + API.allCases.filter({ !selected.contains($0) }) {
            guard !context.liveness.hasSpoken, context.catalog.specification(api) != nil else { break }
            guard let error = await greet(context, api) else { continue }
            if case .unreachable = error { throw .unreachable(error.description(of: context.options.endpointName)) }
            silence = silence ?? error
        }
        guard let silence, context.answered.withLock({ $0 }) == 0, await !isAnyAnswered(context) else { return nil }
        return "\(silence), whatever was asked"
    }

    private func greet(_ context: RunContext, _ api: API) async -> EndpointError? {
        var conversation = Conversation(context: context, api: api, label: "hello")
        let timeout = max(context.options.supportTimeout, context.options.timeout)
        guard case .silence(let error) = await conversation.send(Runner.greeting(api), timeout: timeout) else {
            return nil
        }
        return error
    }

    /// Asks every selected operation once, until one answers: what keeps silent may only lack the greeting.
    private func isAnyAnswered(_ context: RunContext) async -> Bool {
        let ids = Set(selection.map { "\($0.api.rawValue)/\($0.operation)/minimal" })
        let minimal = ids.sorted().compactMap { context.cases[$0] }
        _ = await JobPool(jobs: max(16, context.options.jobs)).map(minimal, alone: { _ in false }) { `case` in
            guard !context.observer.isInterrupted, context.answered.withLock({ $0 }) == 0 else { return }
            let label = "hello-" + context.cases.label(of: `case`.id)
            var conversation = Conversation(context: context, api: `case`.api, label: label)
            _ = await conversation.send(`case`.steps[0], timeout: context.options.supportTimeout)
            if context.answered.withLock({ $0 }) > 0 { await conversation.cleanUp([]) }
        }
        return context.answered.withLock { $0 } > 0
    }
}

extension Runner {
    /// The request that every endpoint should answer and that changes nothing.
    static func greeting(_ api: API) -> Step {
        switch api {
        case .v1: Step("", "GetSendQuota", expect: .ignored)
        case .v2: Step("", "GetAccount", expect: .ignored)
        }
    }
}

extension RunContext {
    /// Why nothing at the endpoint can be the service: no operation is known, and no answer was in the API's own
    /// form; nil if one was.
    var speaksNothing: String? {
        guard !liveness.hasSpoken, !support.isEmpty, let first = support.min(by: { $0.key < $1.key })?.value else {
            return nil
        }
        guard support.values.allSatisfy({ !$0.isSupported }) else { return nil }
        return "nothing there speaks SES: \(first.operation) was answered \(first.seen); is the URL right?"
    }
}

extension CaseResult {
    /// The result of a case that was not run, because no answer could be had.
    init(broken case: Case, _ reason: String) { self.init(unrun: `case`, .broken, reason) }

    /// The result of a case that was not run.
    init(unrun case: Case, _ outcome: Outcome, _ reason: String) {
        self.init(
            id: `case`.id, api: `case`.api, operation: `case`.operation, axis: `case`.axis, rule: `case`.rule,
            title: `case`.title, requirement: `case`.requirement, source: `case`.source, outcome: outcome,
            reason: reason)
    }
}
