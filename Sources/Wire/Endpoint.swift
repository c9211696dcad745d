/// Whoever answers requests: a server behind a socket, the reference service in process, or canned answers.
public protocol Endpoint: Sendable {
    /// Sends a request and waits for the whole answer.
    ///
    /// - Parameter deadline: the time for the whole exchange, connecting included.
    /// - Throws: ``EndpointError`` if no answer could be had.
    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse
}

/// Why there is no answer.
public enum EndpointError: Error, Sendable, Hashable {
    /// Nobody listens there, or the host has no address.
    case unreachable(String)
    case timedOut(Duration)
    /// The connection ended before the answer was complete.
    case closed(String)
    /// What came is not HTTP.
    case malformed(String)
    /// The answer is larger than the cap, in bytes.
    case tooLarge(Int)
}
