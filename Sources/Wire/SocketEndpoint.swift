import Glibc

/// A server behind a plain socket, for `http` URLs.
///
/// Sends the bytes of a request as they are and shows the answer's as they came: no redirects, no decoding,
/// headers in order with names as received, which URLSession does not give. Connections are kept and used again;
/// each exchange has one to itself.
///
/// An exchange blocks its thread. Within a task that prefers an executor (``JobThread``) that is that executor's
/// thread; else the exchange gets a thread of its own, never one of the shared pool. Cancelling a task does not end
/// an exchange, for clean-up goes on after an interruption: the deadline does.
public final class SocketEndpoint: Endpoint {
    /// Where the server is.
    public let url: EndpointURL
    /// Descriptors of connections that wait for the next exchange.
    private let idle = Guarded<[Int32]>([])
    private let addresses = Guarded<[SocketAddress]>([])

    /// Remembers where the server is; nothing is connected yet.
    ///
    /// - Throws: ``EndpointURLError/unknownScheme(_:allowed:)`` for anything but `http`.
    public init(url: EndpointURL) throws(EndpointURLError) {
        guard url.scheme == .http else { throw .unknownScheme(url.scheme.rawValue, allowed: ["http"]) }
        self.url = url
    }

    deinit {
        for descriptor in idle.withLock({ $0 }) { close(descriptor) }
    }

    /// Sends a request and waits for the whole answer.
    ///
    /// The URL's path goes before the request's target. `Host`, `User-Agent` and `Content-Length` are added unless the
    /// request names them. Limits: 10,000,000 bytes of body, 65,536 bytes and 256 lines of headers, all inclusive.
    ///
    /// - Throws: ``EndpointError`` if no answer could be had within `duration`.
    public func exchange(_ request: HTTPRequest, within duration: Duration)
        async throws(EndpointError) -> HTTPResponse
    {
        if request.transmission != nil {
            return try await UnusualExchange(request, url: url, within: duration).run {
                deadline throws(TransportFault) in
                try self.connect(before: deadline)
            }
        }
        let bytes = try request.bytes(for: url)
        return try await onOwnThread { () throws(EndpointError) in
            try self.exchange(bytes, method: request.method, isFresh: false, within: duration)
        }
    }

    /// Sends bytes as they are on a connection of their own and waits for one answer; for malformed requests.
    ///
    /// - Parameter method: the method that the bytes have; the answer to `HEAD` has no body.
    /// - Throws: ``EndpointError`` if no answer could be had within `duration`.
    public func exchange(bytes: [UInt8], method: String = "POST", within duration: Duration)
        async throws(EndpointError) -> HTTPResponse
    {
        try await onOwnThread { () throws(EndpointError) in
            try self.exchange(bytes, method: method, isFresh: true, within: duration)
        }
    }

    private func exchange(_ bytes: [UInt8], method: String, isFresh: Bool, within duration: Duration)
        throws(EndpointError) -> HTTPResponse
    {
        let deadline = Deadline(duration)
        do throws(TransportFault) {
            if !isFresh, let kept = takeIdle() {
                do throws(TransportFault) {
                    return try exchange(bytes, method: method, isFresh: false, on: kept, before: deadline)
                } catch .endedBeforeMessage {
                    // The server may close a kept connection at any time, even as a request is on its way. Nothing of
                    // an answer came, so the request is sent once more, on a connection that can't be stale.
                }
            }
            return try exchange(
                bytes, method: method, isFresh: isFresh, on: try connect(before: deadline), before: deadline)
        } catch {
            throw EndpointError(error, within: duration)
        }
    }

    private func exchange(
        _ bytes: [UInt8], method: String, isFresh: Bool, on socket: consuming Socket, before deadline: Deadline
    ) throws(TransportFault) -> HTTPResponse {
        var connection = Connection(socket)
        var isSent = true
        do throws(TransportFault) {
            try connection.socket.send(bytes, before: deadline)
        } catch {
            // A server that refuses a large request answers and hangs up before it has read it all.
            guard error.isHangUp else { throw error }
            isSent = false
        }
        let answer: ReceivedAnswer
        do throws(TransportFault) {
            answer = try connection.readAnswer(to: method, before: deadline)
        } catch .failed(_, let code) where code == ECONNRESET && !connection.hasReceived {
            throw .endedBeforeMessage
        }
        if answer.keepsConnection && isSent && !isFresh { keep(connection.releaseSocket()) }
        return answer.response
    }

    private func connect(before deadline: Deadline) throws(TransportFault) -> Socket {
        var known = addresses.withLock { $0 }
        if known.isEmpty {
            known = try SocketAddress.addresses(of: url.host, port: url.port, before: deadline)
            addresses.withLock { [known] in $0 = known }
        }
        do throws(TransportFault) {
            return try Socket(connectingTo: known, before: deadline)
        } catch {
            // The host may have moved.
            addresses.withLock { $0 = [] }
            throw error
        }
    }

    /// A kept connection that the server has neither closed nor written to since.
    private func takeIdle() -> Socket? {
        while let descriptor = idle.withLock({ $0.popLast() }) {
            let socket = Socket(adopting: descriptor, isPatient: true)
            if !socket.isReadable { return socket }
        }
        return nil
    }

    private func keep(_ socket: consuming Socket) {
        let descriptor = socket.release()
        idle.withLock { $0.append(descriptor) }
    }
}

/// Runs an exchange where it may block: on the thread of the task's own executor, or else on one of its own.
func onOwnThread(
    _ work: @Sendable () throws(EndpointError) -> HTTPResponse
) async throws(EndpointError) -> HTTPResponse {
    if withUnsafeCurrentTask(body: { $0?.unownedTaskExecutor }) != nil { return try work() }
    return try await withTaskExecutorPreference(JobThread(name: "exchange")) { () throws(EndpointError) in
        try work()
    }
}

extension EndpointError {
    init(_ fault: TransportFault, within duration: Duration) {
        self =
            switch fault {
            case .timedOut: .timedOut(duration)
            case .endedBeforeMessage: .closed("closed before the first byte of an answer")
            case .ended(let place): .closed(place)
            case .unreachable(let reason): .unreachable(reason)
            case .failed(let call, let code): .closed("\(call): \(systemWords(code))")
            case .malformed(let problem): .malformed(problem)
            case .headTooLarge(let limit, _), .bodyTooLarge(let limit): .tooLarge(limit)
            case .unknownVersion(let text), .notImplemented(let text), .unknownExpectation(let text): .malformed(text)
            case .lengthMissing: .malformed("length missing")
            }
    }
}
