import Glibc

/// One connection of a server, from its first request to its end.
struct ServerSession: ~Copyable {
    private var connection: Connection
    private let service: any Service
    private let limits: ServerLimits
    private let isStopping: @Sendable () -> Bool
    private var date: HTTPDate

    /// - Parameters:
    ///   - clock: seconds since 1970, for the `Date` of what the service does not answer itself.
    ///   - isStopping: whether the connection should end after the answer in hand.
    init(
        _ socket: consuming Socket, _ service: any Service, _ limits: ServerLimits = ServerLimits(),
        clock: @escaping @Sendable () -> Int = { time(nil) },
        isStopping: @escaping @Sendable () -> Bool = { false }
    ) {
        connection = Connection(socket)
        self.service = service
        self.limits = limits
        date = HTTPDate(clock)
        self.isStopping = isStopping
    }

    /// Closes the connection.
    consuming func end() {}

    /// Answers requests until one side wants no more.
    mutating func serve() {
        do throws(TransportFault) {
            while try serveOne() {}
        } catch {
            guard let (status, reason) = error.refusal else { return }
            refuse(status, reason)
        }
    }

    /// Answers the next request.
    ///
    /// - Returns: whether another may follow.
    private mutating func serveOne() throws(TransportFault) -> Bool {
        guard try waitForRequest() else { return false }
        let deadline = Deadline(limits.transfer)
        guard let request = try connection.readRequest(limits, before: deadline) else { return false }
        let response = service.answer(request.request)
        let closes =
            isStopping() || request.closes || response.headers.members(named: "connection").contains("close")
        let bytes = ReplyBytes.reply(response, to: request.request.method, closes: closes, date: date.text())
        try connection.socket.send(bytes, before: Deadline(limits.transfer))
        return !closes
    }

    /// Waits for the first byte, which may take as long as a connection may idle.
    private mutating func waitForRequest() throws(TransportFault) -> Bool {
        guard connection.isDrained else { return true }
        do throws(TransportFault) {
            return try connection.fill(before: Deadline(limits.idle))
        } catch {
            // Nothing was asked, so nothing is answered.
            return false
        }
    }

    /// Answers with an error, and waits a little for the client to take it.
    ///
    /// Closing at once while the client still sends would make its system throw the answer away (RFC 9112, 9.6).
    private mutating func refuse(_ status: Int, _ reason: String) {
        let deadline = Deadline(.seconds(1))
        do throws(TransportFault) {
            try connection.socket.send(ReplyBytes.refusal(status, reason, date: date.text()), before: deadline)
            connection.socket.endWriting()
            while !isStopping() {
                connection.skip(.max)
                guard try connection.fill(before: deadline) else { return }
            }
        } catch {
            // The client had its second.
        }
    }
}

extension TransportFault {
    /// The status and words for a request that cannot be served; nil where nobody is there to be told.
    fileprivate var refusal: (Int, String)? {
        switch self {
        case .timedOut: (408, "the request did not arrive in time")
        case .endedBeforeMessage, .failed, .unreachable: nil
        case .ended(let place): (400, place)
        case .malformed(let problem): (400, problem)
        case .headTooLarge(let limit, true): (414, "request line of more than \(limit) bytes")
        case .headTooLarge(let limit, false): (431, "headers of more than \(limit) bytes")
        case .bodyTooLarge(let limit): (413, "body of more than \(limit) bytes")
        case .unknownVersion(let version): (505, "not HTTP/1: \(version)")
        case .notImplemented(let what): (501, "not implemented: \(what)")
        case .lengthMissing: (411, "body without Content-Length")
        case .unknownExpectation(let expectation): (417, "unknown expectation \(expectation)")
        }
    }
}
