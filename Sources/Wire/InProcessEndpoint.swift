import Foundation

/// A service as an endpoint, without a wire between.
///
/// The answer is there when the call returns, so that no deadline can cut it short. Only what is sent in an unusual
/// way goes through a pair of sockets to the code that serves connections, since the service never sees its bytes.
public struct InProcessEndpoint: Endpoint {
    private let service: any Service
    private let host: Header
    private let clock: @Sendable () -> Int

    /// Answers with what the service says.
    ///
    /// - Parameters:
    ///   - host: what requests are told to be for, as those on a wire are.
    ///   - clock: the service's own, in seconds since 1970.
    public init(
        _ service: any Service, host: String = "127.0.0.1:8005", clock: @escaping @Sendable () -> Int = { time(nil) }
    ) {
        self.service = service
        self.clock = clock
        self.host = Header("Host", host)
    }

    /// Answers at once, on the caller's thread.
    public func exchange(_ request: HTTPRequest, within deadline: Duration)
        async throws(EndpointError) -> HTTPResponse
    {
        if request.transmission != nil { return try await unusual(request) }
        var request = request
        if request.header("Host") == nil { request.headers.append(host) }
        return service.answer(request)
    }

    private func unusual(_ request: HTTPRequest) async throws(EndpointError) -> HTTPResponse {
        let url: EndpointURL
        do throws(EndpointURLError) {
            url = try EndpointURL("http://\(host.value)")
        } catch {
            throw .malformed("cannot be sent: \(error)")
        }
        // Only against hanging: nobody here is slow, but for a machine that has much else to do.
        return try await UnusualExchange(request, url: url, within: .seconds(60)).run { _ throws(TransportFault) in
            let (near, far) = try connectedPair()
            Thread.detachNewThread { [service, clock] in
                var session = ServerSession(Socket(adopting: far), service, clock: clock)
                session.serve()
                session.end()
            }
            return Socket(adopting: near)
        }
    }
}
