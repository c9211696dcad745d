import Glibc

/// An exchange of a request that is put on the wire in an unusual way, on a connection of its own.
struct UnusualExchange: Sendable {
    private let request: HTTPRequest
    private let url: EndpointURL
    private let duration: Duration

    init(_ request: HTTPRequest, url: EndpointURL, within duration: Duration) {
        self.request = request
        self.url = url
        self.duration = duration
    }

    /// Sends the request and what goes ahead of it, and waits for all answers.
    ///
    /// A server may close a connection after any answer. The request is then sent again alone, as a client does
    /// whose pipelined requests were not all answered (RFC 9112, 9.3.2).
    ///
    /// - Returns: the answer to the request, or the first before it that is no success.
    func run(
        connecting connect: @escaping @Sendable (Deadline) throws(TransportFault) -> Socket
    ) async throws(EndpointError) -> HTTPResponse {
        let rendered = try RenderedRequest(request, for: url)
        var alone = request
        alone.ahead = []
        let again = try RenderedRequest(alone, for: url)
        return try await onOwnThread { () throws(EndpointError) in
            let deadline = Deadline(self.duration)
            do throws(TransportFault) {
                if let answer = try rendered.exchange(on: try connect(deadline), before: deadline) { return answer }
                guard let answer = try again.exchange(on: try connect(deadline), before: deadline) else {
                    throw .endedBeforeMessage
                }
                return answer
            } catch {
                throw EndpointError(error, within: self.duration)
            }
        }
    }
}

extension RenderedRequest {
    /// Between two pieces, in microseconds: long enough for a server to read one before the next comes.
    private static let pause: UInt32 = 10_000

    /// - Returns: nil where the server closed the connection between two answers.
    fileprivate func exchange(
        on socket: consuming Socket, before deadline: Deadline
    ) throws(TransportFault) -> HTTPResponse? {
        var connection = Connection(socket)
        do throws(TransportFault) {
            for (index, piece) in pieces.enumerated() {
                if index > 0 { usleep(RenderedRequest.pause) }
                try connection.socket.send(piece, before: deadline)
            }
            if endsWriting { connection.socket.endWriting() }
        } catch {
            // Whoever refuses the beginning need not wait for the rest.
            guard error.isHangUp else { throw error }
        }
        for (index, method) in methods.enumerated() {
            let answer: HTTPResponse
            do throws(TransportFault) {
                answer = try connection.readAnswer(to: method, before: deadline).response
            } catch {
                guard error.isBetweenAnswers else { throw error }
                if index == 0 { throw .endedBeforeMessage }
                return nil
            }
            let counts = index == methods.count - 1 || !(200..<300 ~= answer.status) && method != "HEAD"
            if counts { return answer }
            if answer.headers.members(named: "connection").contains("close") { return nil }
        }
        return nil
    }
}

extension TransportFault {
    /// Whether the other end hung up where an answer could have begun.
    fileprivate var isBetweenAnswers: Bool {
        switch self {
        case .endedBeforeMessage: true
        case .failed(_, let code): code == ECONNRESET
        default: false
        }
    }
}
