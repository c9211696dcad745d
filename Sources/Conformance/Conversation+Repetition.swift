import Diff
import SpecModel
import Wire

/// Requests that are sent more than once: as they are, all at once, or page by page.
extension Conversation {
    /// Sends a step as often as it says, up to the first answer that is no success.
    mutating func repeated(_ step: Step, _ timeout: Duration) async -> Reply {
        var earlier: [Answer] = []
        for number in 1..<max(1, step.times) {
            let reply = await numbered(number, step, timeout)
            guard case .answer(let answer, _, _) = reply, 200..<300 ~= answer.status else {
                return reply.after(earlier)
            }
            earlier.append(answer)
        }
        return await numbered(max(1, step.times), step, timeout).after(earlier)
    }

    private mutating func numbered(_ number: Int, _ step: Step, _ timeout: Duration) async -> Reply {
        resolver.bindings.known["serial"] = String(number)
        return await patiently(await exchange(step, step.input, timeout), step, timeout)
    }

    /// Sends a step as often as it says, each time before the others are answered.
    ///
    /// What is refused because of the account's limits is sent again alone.
    mutating func together(_ step: Step, _ timeout: Duration) async -> Reply {
        if let reason = context.liveness.lost { return .silence(.unreachable(reason)) }
        var requests: [Outgoing] = []
        for number in 1...max(1, step.times) {
            await context.pace.wait()
            resolver.bindings.known["serial"] = String(number)
            guard let outgoing = await ready(step, step.input) else {
                for request in requests { await context.settle(request.undoing?.entry) }
                return .silence(.unreachable(lost ?? ""))
            }
            requests.append(outgoing)
        }
        let endpoint = context.endpoint
        let results = await JobPool(jobs: requests.count).map(requests, alone: { _ in false }) { request in
            await request.result(from: endpoint, within: timeout)
        }
        var replies: [Reply] = []
        for (number, (request, result)) in zip(requests, results).enumerated() {
            resolver.bindings.known["serial"] = String(number + 1)
            replies.append(await patiently(await received(result, request), step, timeout))
        }
        // An answer that is no success is the one to look at.
        let last = replies.firstIndex { $0.success == nil } ?? replies.count - 1
        let reply = replies.remove(at: last)
        return reply.after(replies.compactMap(\.success))
    }

    /// Follows the token to the end and joins the pages into one answer.
    mutating func follow(_ first: Reply, _ step: Step, _ paging: Paging, _ timeout: Duration) async -> Reply {
        let api = step.api(in: api)
        guard let pages = context.operation(api, step.operation)?.pages else { return first }
        var book = PageBook(api: api, operation: step.operation, pages: pages, size: paging.size)
        var reply = first
        while case .answer(let answer, let response, _) = reply {
            guard let token = book.add(answer) else {
                return .answer(book.joined(answer), response, book.prelude)
            }
            let input = step.input.setting(pages.token, to: .text(Template.escape(token)))
            reply = await exchange(step, input, timeout)
        }
        return reply
    }
}

extension Conversation.Outgoing {
    func result(from endpoint: any Endpoint, within timeout: Duration) async -> Result<HTTPResponse, EndpointError> {
        do throws(EndpointError) {
            return .success(try await endpoint.exchange(signed, within: timeout))
        } catch {
            return .failure(error)
        }
    }
}

extension Conversation.Reply {
    /// The answer, if it is a success.
    fileprivate var success: Answer? {
        guard case .answer(let answer, _, _) = self, 200..<300 ~= answer.status else { return nil }
        return answer
    }

    /// The reply with the answers before it.
    fileprivate func after(_ earlier: [Answer]) -> Conversation.Reply {
        guard case .answer(let answer, let response, var prelude) = self else { return self }
        prelude.earlier = earlier
        return .answer(answer, response, prelude)
    }
}
