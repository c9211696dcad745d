import SpecModel
import Wire

/// Whether the endpoint still answers, and ever spoke the API, seen over all jobs of a run.
///
/// An endpoint that stops answering in the middle of a run would cost a time-out for every request that is left.
final class Liveness: Sendable {
    private struct State: Sendable {
        var silences = 0
        var hasSpoken = false
        var patience = 200
        /// Requests without an answer by operation, while it is found out what there is.
        var missed: [String: Int] = [:]
        var lost: String?
    }

    /// Requests in a row, over all jobs, that may stay without an answer before a look is taken.
    private let limit: Int
    /// Requests to one operation that stay without an answer before it is taken for one that never answers.
    private let mostMissed: Int
    private let state = Guarded(State())

    /// - Parameter retries: how often what is not answered may be asked again.
    init(jobs: Int, retries: Int = 0) {
        limit = max(8, 2 * jobs)
        mostMissed = 2 + retries * jobs
    }

    /// Why nothing more is sent; nil while the endpoint is there.
    var lost: String? { state.withLock { $0.lost } }

    /// Whether any answer was in the API's own form, and more than that an operation is not known.
    var hasSpoken: Bool { state.withLock { $0.hasSpoken } }

    /// - Parameter operation: which one was answered; nil where that is of no account.
    func heard(_ answer: Answer, _ api: API, to operation: String? = nil) {
        let isOwnForm = SupportDecision.speaks(answer, api)
        state.withLock { state in
            state.silences = 0
            if let operation { state.missed[operation] = nil }
            state.hasSpoken = state.hasSpoken || isOwnForm
        }
    }

    /// Whether a request that met a limit of the account may be sent again; a run has 200 such tries.
    func takesPatience() -> Bool {
        state.withLock { state in
            state.patience -= 1
            return state.patience >= 0
        }
    }

    func missed(_ operation: String) { state.withLock { $0.missed[operation, default: 0] += 1 } }

    /// Whether it is known well enough that the operation is never answered: two requests or more were not.
    func isMute(_ operation: String) -> Bool { state.withLock { $0.missed[operation, default: 0] >= mostMissed } }

    /// Counts a request without an answer; whether it is time to see if anybody is there at all.
    func missed() -> Bool {
        state.withLock { state in
            state.silences += 1
            return state.lost == nil && state.silences >= limit
        }
    }

    func lose(_ error: EndpointError) {
        state.withLock { state in
            state.lost =
                "it stopped answering: \(state.silences) requests in a row without an answer, "
                + "the last of them \(error)"
        }
    }
}

extension RunContext {
    /// What a request without an answer means for the run: after many in a row, one more tells whether the
    /// endpoint is still there.
    func settled(_ error: EndpointError) async -> EndpointError {
        if case .unreachable = error { return error }
        guard liveness.missed() else { return error }
        let request = RequestComposer(catalog: catalog, api: .v1).request(of: Runner.greeting(.v1), input: Fields())
        do throws(EndpointError) {
            let response = try await endpoint.exchange(options.signed(request), within: options.supportTimeout)
            liveness.heard(Answer(reading: response), .v1)
            return error
        } catch {
            liveness.lose(error)
            return .unreachable(liveness.lost ?? "\(error)")
        }
    }
}
