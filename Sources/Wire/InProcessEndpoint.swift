import Foundation

/// A service as an endpoint, without a wire between.
///
/// The answer is there when the call returns, so that no deadline can cut it short. Only what is sent in an unusual
/// way goes through a pair of sockets to the code that serves connections, since the service never sees its bytes.
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
        if request.transmission != nil { return try await unusual(request, within: deadline) }
        var request = request
        if request.header("Host") == nil { request.headers.append(host) }
        return service.answer(request)
    }

    private func unusual(
        _ request: HTTPRequest, within deadline: Duration
    ) async throws(EndpointError) -> HTTPResponse {
        let url: EndpointURL
        do throws(EndpointURLError) {
            url = try EndpointURL("http://\(host.value)")
        } catch {
            throw .malformed("cannot be sent: \(error)")
        }
        return try await UnusualExchange(request, url: url, within: deadline).run { _ throws(TransportFault) in
            let (near, far) = try connectedPair()
            Thread.detachNewThread { [service] in
                var session = ServerSession(Socket(adopting: far), service)
                session.serve()
                session.end()
            }
            return Socket(adopting: near)
        }
    }
}
