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
        /// The answer, and what was wrong with the pages that led to it.
        case answer(Answer, HTTPResponse, paging: [Difference])
        case silence(EndpointError)
    }

    /// - Parameter label: unique within the run; part of every name that the case makes.
    init(context: RunContext, api: API, label: String) {
        self.context = context
        self.api = api
        let prefix = "sc-\(context.options.run)-\(label)"
        resolver = Resolver(prefix: prefix, bindings: Bindings(known: context.known))
    }

    /// Sends a step as often as it says, page by page where it asks for that.
    mutating func send(_ step: Step, timeout: Duration? = nil) async -> Reply {
        guard !context.isSenderReady || !createsSender(step) else {
            if context.options.sender == nil { recall(step) }
            let done = Answer(status: 200, tree: Tree("\(step.operation)Response", namespace: API.namespace))
            return .answer(done, HTTPResponse(status: 200), paging: [])
        }
        let timeout = timeout ?? context.options.timeout
        var reply = await patiently(step, timeout)
        for _ in 1..<max(1, step.times) { reply = await patiently(step, timeout) }
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
        for step in pending where !context.isUnsupported(api, step.operation) {
            let reply = await exchange(step, step.input, timeout ?? context.options.timeout)
            if case .silence(.unreachable) = reply { return }
        }
    }

    /// Sends a step again, a little later, where the account has too much of something just now.
    ///
    /// Other cases of this run, and other runs, hold rule sets and use the send rate of the same account.
    private mutating func patiently(_ step: Step, _ timeout: Duration) async -> Reply {
        var reply = await exchange(step, step.input, timeout)
        var pause: Duration = .milliseconds(100)
        while case .answer(let answer, _, _) = reply, answer.status == 400 || answer.status == 503,
            ["LimitExceeded", "Throttling", "ThrottlingException"].contains(SupportDecision.errorCode(answer)),
            pause < .seconds(3), !context.observer.isInterrupted, context.liveness.takesPatience()
        {
            try? await Task.sleep(for: pause * Double.random(in: 0.5...1.5))
            pause *= 2
            reply = await exchange(step, step.input, timeout)
        }
        return reply
    }

    private mutating func exchange(_ step: Step, _ input: Fields, _ timeout: Duration) async -> Reply {
        let concrete = resolver.resolve(input)
        let request = RequestComposer(api: api).request(of: step, input: concrete)
        let options = context.options
        if let reason = context.liveness.lost {
            lost = reason
            return .silence(.unreachable(reason))
        }
        if context.isAsking, context.liveness.isMute(step.operation) {
            return .silence(.timedOut(timeout))
        }
        await context.pace.wait()
        let signed = step.envelope.isSigned ? options.signed(request) : request
        do throws(EndpointError) {
            let response = try await context.endpoint.exchange(signed, within: timeout)
            context.answered.withLock { $0 += 1 }
            sent.append(Sent(step: step, request: request, response: response))
            // What crashed may have done its work before.
            if (200..<300).contains(response.status) || response.status >= 500 { remember(step, concrete) }
            let answer = Answer(reading: response)
            context.liveness.heard(answer)
            return .answer(answer, response, paging: [])
        } catch {
            sent.append(Sent(step: step, request: request, response: nil))
            remember(step, concrete)
            if context.isAsking { context.liveness.missed(step.operation) }
            let settled = await context.settled(error)
            if case .unreachable(let reason) = settled { lost = reason }
            return .silence(settled)
        }
    }

    /// Whether the step would verify the address that the whole run sends from, and its undo would delete it.
    private func createsSender(_ step: Step) -> Bool {
        guard let sender = context.known["sender"], let undo = context.operation(api, step.operation)?.undo else {
            return false
        }
        var resolver = resolver
        let input = resolver.resolve(step.input)
        return undo.parameters.allSatisfy { input.value(at: $0.from)?.scalarText == sender }
    }

    /// Notes a request as sent that went out before the first case, so that whoever repeats this one sends it too.
    private mutating func recall(_ step: Step) {
        let request = RequestComposer(api: api).request(of: step, input: resolver.resolve(step.input))
        sent.append(Sent(step: step, request: request, response: HTTPResponse(status: 200), isRecalled: true))
    }

    private mutating func remember(_ step: Step, _ input: Fields) {
        guard let rule = context.operation(api, step.operation)?.undo else { return }
        let fields = rule.parameters.compactMap { parameter in
            input.value(at: parameter.from).map { Field(parameter.name, $0.mapTexts(Template.escape)) }
        }
        guard fields.count == rule.parameters.count else { return }
        undo.append(.cleanup(rule.operation, Fields(fields)))
    }

    private mutating func capture(_ step: Step, _ answer: Answer) {
        guard (200..<300).contains(answer.status) else { return }
        for (key, path) in step.captures {
            captured.insert(key)
            let result = answer.tree?.child("\(step.operation)Result")
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

extension Conversation {
    /// Follows the token to the end and joins the pages into one answer.
    private mutating func follow(_ first: Reply, _ step: Step, _ paging: Paging, _ timeout: Duration) async -> Reply {
        guard let pages = context.operation(api, step.operation)?.pages else { return first }
        var book = PageBook(operation: step.operation, pages: pages, size: paging.size)
        var reply = first
        while case .answer(let answer, let response, _) = reply {
            guard let token = book.add(answer) else {
                return .answer(book.joined(answer), response, paging: book.differences)
            }
            let input = step.input.setting(pages.token, to: .text(Template.escape(token)))
            reply = await exchange(step, input, timeout)
        }
        return reply
    }
}

/// The pages of one list as they come in.
private struct PageBook {
    let operation: String
    let pages: Pages
    let size: Int?
    private(set) var differences: [Difference] = []
    private var members: [Tree] = []
    private var tokens: Set<String> = []

    /// Pages that are read of one list at most.
    private static let limit = 1000

    init(operation: String, pages: Pages, size: Int?) {
        self.operation = operation
        self.pages = pages
        self.size = size
    }

    /// Takes a page in; the token of the next one, or nil at the end.
    mutating func add(_ answer: Answer) -> String? {
        guard let result = answer.tree?.child("\(operation)Result") else { return nil }
        let page = result.child(pages.items)?.children ?? []
        members += page
        if let size, page.count > size { note("a page of at most \(size)", "a page of \(page.count)") }
        guard let token = result.child(pages.token)?.text, !token.isEmpty else { return nil }
        guard tokens.insert(token).inserted else {
            note("a new token on each page", "the same token twice")
            return nil
        }
        guard tokens.count < PageBook.limit else {
            note("an end of the pages", "\(PageBook.limit) pages without one")
            return nil
        }
        return token
    }

    /// The last page's answer with the members of all pages and no token.
    func joined(_ answer: Answer) -> Answer {
        var joined = answer
        guard var root = joined.tree, let place = root.children.firstIndex(where: { $0.name == "\(operation)Result" })
        else { return joined }
        var result = root.children[place]
        result.children.removeAll { $0.name == pages.token }
        if let list = result.children.firstIndex(where: { $0.name == pages.items }) {
            result.children[list].children = members
        }
        root.children[place] = result
        joined.tree = root
        return joined
    }

    private mutating func note(_ expected: String, _ actual: String) {
        let path = "\(operation)Response/\(operation)Result/\(pages.items)"
        guard !differences.contains(where: { $0.path == path && $0.expected == expected }) else { return }
        differences.append(
            Difference(path: path, kind: .paging, expected: expected, actual: actual, severity: .error))
    }
}
