import Golden
import SpecModel
import Wire

/// One run of a case that can be judged again with another answer in the place of one that was given.
///
/// Only what follows the other answer is gone through again, and by what was answered the first time, so that no
/// service is asked.
public struct CaseRecording: Sendable {
    public let result: CaseResult
    /// Those whose answers are judged, in order.
    public let exchanges: [JudgedExchange]
    private let recorded: [RecordingEndpoint.Exchange]
    private let stands: [Stand]

    /// The run before a judged step.
    private struct Stand: Sendable {
        let run: CaseRun
        /// How many exchanges there were before.
        let exchanges: Int
    }

    /// - Parameter recorder: the endpoint of the run's context.
    init(_ run: CaseRun, _ recorder: RecordingEndpoint) async {
        var run = run
        var stands: [Stand] = []
        // What a conversation only recalls was not sent by it.
        result = await run.executeToTheEnd { run in
            stands.append(Stand(run: run, exchanges: run.conversation.sent.count { !$0.isRecalled }))
        }.result
        recorded = recorder.exchanges
        exchanges = CaseRecording.judged(of: run.case, recorded, stands)
        self.stands = stands
    }

    /// Judges the case with another answer to one exchange.
    ///
    /// - Returns: the result; nil where the case went on to ask what was not asked before, so that only a service
    ///   could say how it ends.
    public func result(answering exchange: JudgedExchange, with response: HTTPResponse) async -> CaseResult? {
        let stand = stands[exchange.judged]
        let endpoint = ReplayingEndpoint(
            recorded, from: stand.exchanges, answering: exchange.index, with: response)
        var run = stand.run
        let ending = await run.resume(at: exchange.judged, through: endpoint)
        return endpoint.hasDiverged ? nil : ending.result
    }

    private static func judged(
        of case: Case, _ recorded: [RecordingEndpoint.Exchange], _ stands: [Stand]
    ) -> [JudgedExchange] {
        `case`.judged.indices.flatMap { index -> [JudgedExchange] in
            let step = `case`.judged[index]
            guard index + 1 < stands.count, step.expectation.hasGolden else { return [] }
            let run = stands[index + 1].run
            return recorded.indices.clamped(to: stands[index].exchanges..<stands[index + 1].exchanges).map { place in
                JudgedExchange(
                    index: place, judged: index, step: step.name, api: step.api(in: `case`.api),
                    operation: step.operation,
                    isPage: step.paging != nil, isKept: !step.captures.isEmpty,
                    response: recorded[place].response,
                    goldens: run.context.goldens[`case`.id]?[step.name] ?? [],
                    ownPrefix: run.conversation.resolver.prefix + "-")
            }
        }
    }
}

/// An exchange of a case whose answer is judged, as it went with an endpoint that answers rightly.
public struct JudgedExchange: Sendable {
    /// Its place among all requests of the case, setup included, from 0.
    public let index: Int
    /// The place of its step among the judged ones, from 0.
    let judged: Int
    /// The step's name; empty where the case has one judged step.
    public let step: String
    public let api: API
    public let operation: String
    /// Whether it is one of the pages of a list, which are judged together.
    public let isPage: Bool
    /// Whether later requests or expectations hold something of the answer.
    public let isKept: Bool
    public let response: HTTPResponse
    /// What the answer is held against.
    public let goldens: [Golden]
    /// What every name that the case made begins with.
    public let ownPrefix: String
}

/// Passes requests on, and keeps what was asked and answered.
final class RecordingEndpoint: Endpoint {
    struct Exchange: Sendable {
        let request: HTTPRequest
        let response: HTTPResponse
    }

    private let endpoint: any Endpoint
    private let log = Guarded<[Exchange]>([])

    init(_ endpoint: any Endpoint) { self.endpoint = endpoint }

    var exchanges: [Exchange] { log.withLock { $0 } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let response = try await endpoint.exchange(request, within: deadline)
        log.withLock { $0.append(Exchange(request: request, response: response)) }
        return response
    }
}

/// Answers as was recorded, but for one answer, as long as nothing else is asked.
final class ReplayingEndpoint: Endpoint {
    private let recorded: [RecordingEndpoint.Exchange]
    private let changed: Int
    private let other: HTTPResponse
    private let state: Guarded<State>

    private struct State: Sendable {
        /// Exchanges that are still to come; those that were under way together may come in any order.
        var left: [Int]
        var hasDiverged = false
    }

    /// - Parameters:
    ///   - start: the exchange that is asked for first.
    ///   - changed: the exchange whose answer is another.
    init(
        _ recorded: [RecordingEndpoint.Exchange], from start: Int, answering changed: Int,
        with other: HTTPResponse
    ) {
        self.recorded = recorded
        self.changed = changed
        self.other = other
        state = Guarded(State(left: Array(recorded.indices.dropFirst(start))))
    }

    /// Whether something was asked that was not asked when the answers were recorded.
    var hasDiverged: Bool { state.withLock { $0.hasDiverged } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let place = state.withLock { state -> Int? in
            let next = state.left.firstIndex { request.asksTheSame(as: recorded[$0].request) }
            guard !state.hasDiverged, let next else {
                state.hasDiverged = true
                return nil
            }
            return state.left.remove(at: next)
        }
        guard let place else { throw .unreachable("nobody has answered this before") }
        return place == changed ? other : recorded[place].response
    }
}

extension HTTPRequest {
    /// Whether two requests differ in their signatures at most.
    fileprivate func asksTheSame(as other: HTTPRequest) -> Bool {
        method == other.method && target == other.target && body == other.body
    }
}
