/// Answers that a test prepares, and a log of what was asked.
public final class CannedEndpoint: Endpoint {
    /// Answers a request; told how many came before it.
    private typealias Answering = @Sendable (HTTPRequest, Int) throws(EndpointError) -> HTTPResponse

    private let answering: Answering
    private let log = Guarded<[HTTPRequest]>([])

    /// Answers with what a closure says; it may be called from many threads at a time.
    public init(_ answering: @escaping @Sendable (HTTPRequest) throws(EndpointError) -> HTTPResponse) {
        self.answering = { request, _ throws(EndpointError) in try answering(request) }
    }

    /// Gives the answers in order, then ``EndpointError/unreachable(_:)``.
    public init(_ answers: [Result<HTTPResponse, EndpointError>]) {
        answering = { _, index throws(EndpointError) in
            guard index < answers.count else {
                throw .unreachable("\(answers.count) canned answers, and this is request \(index + 1)")
            }
            return try answers[index].get()
        }
    }

    /// Gives the answers in order, then ``EndpointError/unreachable(_:)``.
    public convenience init(_ answers: [HTTPResponse]) { self.init(answers.map { .success($0) }) }

    /// The requests so far, in the order in which they came.
    public var requests: [HTTPRequest] { log.withLock { $0 } }

    /// Notes the request and gives its answer, at once.
    ///
    /// - Throws: the canned error, or ``EndpointError/unreachable(_:)`` when no answer is left.
    public func exchange(_ request: HTTPRequest, within deadline: Duration)
        async throws(EndpointError) -> HTTPResponse
    {
        let index = log.withLock { log in
            log.append(request)
            return log.count - 1
        }
        return try answering(request, index)
    }
}
