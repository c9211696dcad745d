/// A service as an endpoint, without a wire between.
///
/// The answer is there when the call returns, so that no deadline can cut it short.
public struct InProcessEndpoint: Endpoint {
    private let service: any Service

    /// Answers with what the service says.
    public init(_ service: any Service) { self.service = service }

    /// Answers at once, on the caller's thread.
    public func exchange(_ request: HTTPRequest, within deadline: Duration)
        async throws(EndpointError) -> HTTPResponse
    {
        service.answer(request)
    }
}
