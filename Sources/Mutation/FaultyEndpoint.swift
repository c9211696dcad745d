import Wire

/// Changes one answer of a case on its way; every other exchange passes as it is.
final class FaultyEndpoint: Endpoint {
    private let endpoint: any Endpoint
    private let index: Int
    private let fault: WireFault
    private let state = Guarded(State())

    private struct State: Sendable {
        var exchanges = 0
        var hasChanged = false
    }

    /// - Parameter index: the exchange whose answer is changed, counted from 0.
    init(_ endpoint: any Endpoint, at index: Int, _ fault: WireFault) {
        self.endpoint = endpoint
        self.index = index
        self.fault = fault
    }

    /// Whether the answer came by and was not the same afterwards.
    var hasChanged: Bool { state.withLock { $0.hasChanged } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let response = try await endpoint.exchange(request, within: deadline)
        let place = state.withLock { state in
            defer { state.exchanges += 1 }
            return state.exchanges
        }
        guard place == index else { return response }
        let changed = fault.applied(to: response)
        if changed != response { state.withLock { $0.hasChanged = true } }
        return changed
    }
}
