import SpecModel
import Wire

/// Finds out whether anybody is at the endpoint before anything is asked of it.
struct Greeting: Sendable {
    let selection: [Case]

    /// One harmless request.
    ///
    /// - Returns: why no answer can be had at all; nil if there was one.
    /// - Throws: ``RunError/unreachable(_:)`` if nobody listens there.
    func run(_ context: RunContext) async throws(RunError) -> String? {
        var conversation = Conversation(context: context, api: .v1, label: "hello")
        let options = context.options
        let reply = await conversation.send(Runner.greeting, timeout: max(options.supportTimeout, options.timeout))
        switch reply {
        case .answer: return nil
        case .silence(.unreachable(let reason)):
            throw .unreachable(EndpointError.unreachable(reason).description(of: options.endpointName))
        case .silence(let error):
            guard await !isAnyAnswered(context) else { return nil }
            return "\(error), whatever was asked"
        }
    }

    /// Asks every selected operation once, until one answers: what keeps silent may only lack GetSendQuota.
    private func isAnyAnswered(_ context: RunContext) async -> Bool {
        let ids = Set(selection.map { "\($0.api.rawValue)/\($0.operation)/minimal" })
        let minimal = ids.sorted().compactMap { context.cases[$0] }
        _ = await JobPool(jobs: max(16, context.options.jobs)).map(minimal, alone: { _ in false }) { `case` in
            guard !context.observer.isInterrupted, context.answered.withLock({ $0 }) == 0 else { return }
            let number = String(context.cases.number(of: `case`.id), radix: 36)
            var conversation = Conversation(context: context, api: `case`.api, label: "hello-\(number)")
            _ = await conversation.send(`case`.steps[0], timeout: context.options.supportTimeout)
            if context.answered.withLock({ $0 }) > 0 { await conversation.cleanUp([]) }
        }
        return context.answered.withLock { $0 } > 0
    }
}

extension Runner {
    /// The request that every endpoint should answer and that changes nothing.
    static let greeting = Step("", "GetSendQuota", expect: .ignored)
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
    init(broken case: Case, _ reason: String) {
        self.init(
            id: `case`.id, api: `case`.api, operation: `case`.operation, axis: `case`.axis, rule: `case`.rule,
            title: `case`.title, requirement: `case`.requirement, source: `case`.source, outcome: .broken,
            reason: reason)
    }
}
