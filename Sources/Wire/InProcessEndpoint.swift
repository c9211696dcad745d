/// A service as an endpoint, without a wire between.
///
/// The answer is there when the call returns, so that no deadline can cut it short.
public struct InProcessEndpoint: Endpoint {
    private let service: any Service
    private let host: Header

    /// Answers with what the service says.
    ///
    /// - Parameter host: what requests are told to be for, as those on a wire are.
    public init(_ service: any Service, host: String = "127.0.0.1:8005") {
        self.service = service
        self.host = Header("Host", host)
    }

    /// Answers at once, on the caller's thread.
    public func exchange(_ request: HTTPRequest, within deadline: Duration)
        async throws(EndpointError) -> HTTPResponse
    {
        var request = request
        if request.header("Host") == nil { request.headers.append(host) }
        return service.answer(request)
    }
}
