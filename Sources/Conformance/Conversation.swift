import Diff
import Foundation
import SpecModel
import Wire

/// One case's dealings with the endpoint: its names, what it sent, and what must be taken away again.
struct Conversation: Sendable {
    var context: RunContext
    let api: API
    var resolver: Resolver
    private(set) var sent: [Sent] = []
    /// Why nobody is at the endpoint any more.
    private(set) var lost: String?
    private var undo: [Step] = []
    /// Captures whose step succeeded, whether or not there was anything to capture.
    private var captured: Set<String> = []

    /// A request that went out, and what came back.
    struct Sent: Sendable {
        let step: Step
        let request: HTTPRequest
        var response: HTTPResponse?
        /// Whether it went out before the case, and is only repeated by whoever repeats the case.
        var isRecalled = false
    }

    /// What came of a step.
    enum Reply: Sendable {
        /// The answer, and what led to it.
        case answer(Answer, HTTPResponse, Prelude)
        case silence(EndpointError)
    }

    /// What of a step came before its last answer, and is judged with it.
    struct Prelude: Sendable {
        /// Answers to the same request sent before, or the pages before the last, whose members are in the last.
        var earlier: [Answer] = []
        /// What was wrong with the pages.
        var paging: [Difference] = []
    }

    /// - Parameter label: unique within the run; part of every name that the case makes.
    init(context: RunContext, api: API, label: String) {
        self.context = context
        self.api = api
        let prefix = "sc-\(context.options.run)-\(label)"
        resolver = Resolver(prefix: prefix, bindings: Bindings(known: context.known(api)))
    }

    /// - Parameter attempt: 0 for the case itself; others have names of their own.
    init(context: RunContext, case: Case, attempt: Int = 0) {
        let number = String(context.cases.number(of: `case`.id), radix: 36)
        self.init(context: context, api: `case`.api, label: attempt == 0 ? number : "x\(attempt)-\(number)")
    }

    /// Sends a step as often as it says, page by page where it asks for that.
    mutating func send(_ step: Step, timeout: Duration? = nil) async -> Reply {
        guard !context.readySenders.contains(api) || !createsSender(step) else {
            if context.options.sender == nil { recall(step) }
            let done = Answer(status: 200, tree: step.api(in: api).emptySuccess(of: step.operation))
            return .answer(done, HTTPResponse(status: 200), Prelude())
        }
        let timeout = timeout ?? context.options.timeout
        var reply = step.isAtOnce ? await together(step, timeout) : await repeated(step, timeout)
        if let paging = step.paging { reply = await follow(reply, step, paging, timeout) }
        if case .answer(let answer, _, _) = reply { capture(step, answer) }
        return reply
    }

    /// Runs the case's own clean-up (the active rule set must be let go of before it can be deleted), and then takes
    /// away what was created, last first.
    ///
    /// - Parameter timeout: for each exchange; nil for the run's own.
    mutating func cleanUp(_ steps: [Step], timeout: Duration? = nil) async {
        let own = steps.filter { step in
            // Without the answer that it was to restore, a step would clear the account's own setting.
            Value.fields(step.input.fields).texts.flatMap { Template($0).placeholders }
                .allSatisfy { $0.kind != "capture" || captured.contains($0.argument ?? "") }
        }
        let pending = own + undo.reversed()
        undo = []
        for step in pending where !context.isUnsupported(step.api(in: api), step.operation) {
            let reply = await exchange(step, step.input, timeout ?? context.options.timeout)
            if case .silence(.unreachable) = reply { return }
        }
    }

    /// Errors that may be over a moment later.
    private static let passing = [
        "LimitExceeded", "LimitExceededException", "Throttling", "ThrottlingException", "TooManyRequestsException",
    ]

    /// Sends a step again, a little later, where the account has too much of something just now.
    ///
    /// Other cases of this run, and other runs, hold rule sets and use the send rate of the same account.
    mutating func patiently(_ first: Reply, _ step: Step, _ timeout: Duration) async -> Reply {
        var reply = first
        var pause: Duration = .milliseconds(100)
        while case .answer(let answer, _, _) = reply, [400, 429, 503].contains(answer.status),
            Conversation.passing.contains(answer.errorCode(step.api(in: api)) ?? ""),
            pause < .seconds(3), !context.observer.isInterrupted, context.liveness.takesPatience()
        {
            try? await Task.sleep(for: pause * Double.random(in: 0.5...1.5))
            pause *= 2
            reply = await exchange(step, step.input, timeout)
        }
        return reply
    }

    /// A request that is ready to go.
    struct Outgoing: Sendable {
        let step: Step
        let input: Fields
        let request: HTTPRequest
        let signed: HTTPRequest
    }

    mutating func outgoing(_ step: Step, _ input: Fields) -> Outgoing {
        let concrete = resolver.resolve(input)
        let request = composer.request(of: resolver.resolveEnvelope(of: step), input: concrete)
        let signed = context.options.signed(request, as: step.envelope.signature)
        return Outgoing(step: step, input: concrete, request: request, signed: signed)
    }

    mutating func exchange(_ step: Step, _ input: Fields, _ timeout: Duration) async -> Reply {
        if let reason = context.liveness.lost {
            lost = reason
            return .silence(.unreachable(reason))
        }
        if context.isAsking, context.liveness.isMute(step.operation) {
            return .silence(.timedOut(timeout))
        }
        await context.pace.wait()
        let outgoing = outgoing(step, input)
        return await received(await outgoing.result(from: context.endpoint, within: timeout), outgoing)
    }

    /// Takes down what came of a request.
    mutating func received(_ result: Result<HTTPResponse, EndpointError>, _ outgoing: Outgoing) async -> Reply {
        let step = outgoing.step
        switch result {
        case .success(let response):
            context.answered.withLock { $0 += 1 }
            sent.append(Sent(step: step, request: outgoing.request, response: response))
            // What crashed may have done its work before.
            if (200..<300).contains(response.status) || response.status >= 500 { remember(step, outgoing.input) }
            let answer = Answer(reading: response)
            context.liveness.heard(answer, step.api(in: api))
            return .answer(answer, response, Prelude())
        case .failure(let error):
            sent.append(Sent(step: step, request: outgoing.request, response: nil))
            remember(step, outgoing.input)
            if context.isAsking { context.liveness.missed(step.operation) }
            let settled = await context.settled(error)
            if case .unreachable(let reason) = settled { lost = reason }
            return .silence(settled)
        }
    }

    /// Whether the step would verify the address that the whole run sends from, and its undo would delete it.
    private func createsSender(_ step: Step) -> Bool {
        guard let sender = context.senders[api],
            let undo = context.operation(step.api(in: api), step.operation)?.undo
        else { return false }
        var resolver = resolver
        let input = resolver.resolve(step.input)
        return undo.parameters.allSatisfy { input.value(at: $0.from)?.scalarText == sender }
    }

    /// Notes a request as sent that went out before the first case, so that whoever repeats this one sends it too.
    private mutating func recall(_ step: Step) {
        let request = composer.request(of: step, input: resolver.resolve(step.input))
        sent.append(Sent(step: step, request: request, response: HTTPResponse(status: 200), isRecalled: true))
    }

    /// What was seen, if the last answer says that its operation is not known.
    var unknown: String? {
        guard let last = sent.last, let response = last.response else { return nil }
        return SupportDecision.unknown(Answer(reading: response), response, last.step.api(in: api))
    }

    private var composer: RequestComposer { RequestComposer(catalog: context.catalog, api: api) }

    private mutating func remember(_ step: Step, _ input: Fields) {
        guard let rule = context.operation(step.api(in: api), step.operation)?.undo else { return }
        let fields = rule.parameters.compactMap { parameter in
            input.value(at: parameter.from).map { Field(parameter.name, $0.mapTexts(Template.escape)) }
        }
        guard fields.count == rule.parameters.count else { return }
        undo.append(.cleanup(rule.operation, Fields(fields), api: step.api))
    }

    private mutating func capture(_ step: Step, _ answer: Answer) {
        guard (200..<300).contains(answer.status) else { return }
        for (key, path) in step.captures {
            captured.insert(key)
            let result = answer.tree?.result(of: step.operation, step.api(in: api))
            let text = result.flatMap { Conversation.leaf($0, path) }
            resolver.bindings.known["capture:\(key)"] = text.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// The text at a dotted path, list members as `member.2`.
    private static func leaf(_ tree: Tree, _ path: String) -> String? {
        var current = tree
        var parts = path.split(separator: ".").map(String.init)[...]
        while let part = parts.popFirst() {
            if part == "member", let index = parts.popFirst().flatMap({ Int($0) }) {
                guard current.children.indices.contains(index - 1) else { return nil }
                current = current.children[index - 1]
            } else {
                guard let child = current.child(part) else { return nil }
                current = child
            }
        }
        return current.text
    }
}
