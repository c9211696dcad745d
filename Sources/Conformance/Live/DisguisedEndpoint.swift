import Wire

/// Shows answers, and what went wrong where there is none, without what must not be seen.
struct DisguisedEndpoint: Endpoint {
    private let inner: any Endpoint
    private let disguise: Disguise

    init(_ inner: any Endpoint, _ disguise: Disguise) {
        self.inner = inner
        self.disguise = disguise
    }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let secrets = Disguise.secrets(of: request)
        do throws(EndpointError) {
            var response = try await inner.exchange(request, within: deadline)
            response.body = disguise.shown(response.body, secrets)
            response.headers = response.headers.map {
                Header(disguise.shown($0.name, secrets), disguise.shown($0.value, secrets))
            }
            return response
        } catch {
            switch error {
            case .unreachable(let text): throw .unreachable(disguise.shown(text, secrets))
            case .closed(let text): throw .closed(disguise.shown(text, secrets))
            case .malformed(let text): throw .malformed(disguise.shown(text, secrets))
            case .timedOut, .tooLarge: throw error
            }
        }
    }
}
