/// Whoever answers requests at once, without a wire between.
public protocol Service: Sendable {
    /// Answers a request; may be called from many threads at a time.
    func answer(_ request: HTTPRequest) -> HTTPResponse
}
