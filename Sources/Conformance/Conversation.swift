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
    var lost: String?
    /// Why an answer failed to come, the first time that one did.
    private(set) var fault: EndpointError?
    /// Requests that were answered; pages after the first, and what was asked again for the moment's sake, not counted.
    private(set) var answered = 0
    private var undo: [Undoing] = []
    /// The journal's word on the active rule set, if this case changed that.
    var activeRuleSetEntry: Int?
    /// Whether what is otherwise left out with `--live` may be sent, since the user named it.
    var isNamed = false
    /// Captures whose step succeeded, whether or not there was anything to capture.
    private var captured: Set<String> = []

    /// A request that went out, and what came back.
    struct Sent: Sendable {
        let step: Step
        let request: HTTPRequest
        /// Without the most of a long body.
        var response: HTTPResponse?
        /// What the whole answer said of the operation.
        var sign: SupportSign?
        /// Whether it went out before the case, and is only repeated by whoever repeats the case.
        var isRecalled = false
    }

    /// How to take away what a request made, and where the journal says so.
    struct Undoing: Sendable {
        let step: Step
        var entry: Int?
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

    /// - Parameter variant: what tells the names of a further attempt from the case's own: `x2-`.
    init(context: RunContext, case: Case, variant: String = "") {
        let own = `case`.label ?? context.cases.label(of: `case`.id)
        self.init(context: context, api: `case`.api, label: variant + own)
        isNamed = context.options.live?.named.contains(`case`.id) ?? false
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
        if case .answer(let answer, _, let prelude) = reply {
            answered += step.paging == nil ? prelude.earlier.count + 1 : 1
            capture(step, answer)
        }
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
        let pending = own.map { Undoing(step: $0) } + undo.reversed()
        undo = []
        let begin = sent.count
        for undoing in pending {
            let step = undoing.step
            guard !context.isUnsupported(step.api(in: api), step.operation) else {
                await context.settle(undoing.entry)
                continue
            }
            let reply = await patiently(step, timeout)
            if case .answer = reply { answered += 1 }
            if reply.isGone(step, step.api(in: api)) { await context.settle(undoing.entry) }
            // What asks for patience may take the next; who is not there takes none.
            if case .silence(.unreachable) = reply, !context.options.isPatient || context.liveness.lost != nil {
                return
            }
        }
        if isActiveRuleSetBack(since: begin) { await context.settle(activeRuleSetEntry) }
    }

    /// Whether the active rule set is as the case found it: nothing that changes it was accepted, or the clean-up, which
    /// began behind so many requests, had the last word.
    private func isActiveRuleSetBack(since begin: Int) -> Bool {
        func isRefused(_ sent: Sent) -> Bool { sent.response.map { 400..<500 ~= $0.status } ?? false }
        let changes = sent.indices.filter { sent[$0].step.operation == "SetActiveReceiptRuleSet" }
        guard let last = changes.last, !changes.allSatisfy({ isRefused(sent[$0]) }) else { return true }
        return last >= begin && sent[last].response?.status == 200
    }

    /// Sends a step once, or again where the account has too much of something just now.
    mutating func patiently(_ step: Step, _ timeout: Duration? = nil) async -> Reply {
        let timeout = timeout ?? context.options.timeout
        return await patiently(await exchange(step, step.input, timeout), step, timeout)
    }

    /// Errors that may be over a moment later.
    static let passing = [
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

    mutating func exchange(_ step: Step, _ input: Fields, _ timeout: Duration) async -> Reply {
        if let reason = context.liveness.lost {
            lost = reason
            return .silence(.unreachable(reason))
        }
        if context.isAsking, context.liveness.isMute(step.operation) {
            return .silence(.timedOut(timeout))
        }
        var pauses = context.options.isPatient ? context.options.pauses : []
        while true {
            await context.pace.wait()
            guard let outgoing = await ready(step, input) else { return .silence(.unreachable(lost ?? "")) }
            let reply = await received(await outgoing.result(from: context.endpoint, within: timeout), outgoing)
            guard context.options.isPatient, let throttled = reply.throttled(step.api(in: api)) else { return reply }
            sent.removeLast()
            guard !throttled.isOfTheDay, let pause = pauses.popFirst() else {
                lost = "the account's limit was reached: \(throttled.message)"
                return .silence(.unreachable(lost ?? ""))
            }
            context.pace.hold(for: pause)
        }
    }

    /// Takes down what came of a request.
    mutating func received(_ result: Result<HTTPResponse, EndpointError>, _ outgoing: Outgoing) async -> Reply {
        let step = outgoing.step
        switch result {
        case .success(let response):
            context.answered.withLock { $0 += 1 }
            let answer = Answer(reading: response)
            let response = response.beginning
            let api = step.api(in: api)
            sent.append(
                Sent(
                    step: step, request: outgoing.request, response: response,
                    sign: SupportSign(answer, response, api)))
            // What crashed may have done its work before.
            if (200..<300).contains(response.status) || response.status >= 500 {
                remember(outgoing)
            } else {
                await context.settle(outgoing.undoing?.entry)
            }
            context.liveness.heard(answer, api, to: step.operation)
            return .answer(answer, response, Prelude())
        case .failure(let error):
            sent.append(Sent(step: step, request: outgoing.request, response: nil))
            fault = fault ?? error
            remember(outgoing)
            if context.isAsking { context.liveness.missed(step.operation) }
            let settled = await context.settled(error)
            if case .unreachable(let reason) = settled { lost = reason }
            return .silence(settled)
        }
    }

    /// Whether the step would verify the address that the whole run sends from, and its undo would delete it.
    func createsSender(_ step: Step) -> Bool {
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

    private mutating func remember(_ outgoing: Outgoing) { if let undoing = outgoing.undoing { undo.append(undoing) } }

    private mutating func capture(_ step: Step, _ answer: Answer) {
        guard (200..<300).contains(answer.status) else { return }
        for (key, path) in step.captures {
            captured.insert(key)
            let result = answer.tree?.result(of: step.operation, step.api(in: api))
            let text = result.flatMap { $0.leafText(at: path) }
            resolver.bindings.known["capture:\(key)"] = text.flatMap {
                1...Conversation.longestEcho ~= $0.utf8.count ? $0 : nil
            }
        }
    }

    /// The longest text of an answer that is sent back to the endpoint, in bytes: reports hold what is sent.
    static let longestEcho = 65_536
}
