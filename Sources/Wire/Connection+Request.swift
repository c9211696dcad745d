/// A request, and whether its client wants the connection closed.
struct ReceivedRequest {
    let request: HTTPRequest
    let closes: Bool
}

extension Connection {
    /// Reads a request.
    ///
    /// - Returns: nil when the client closed before the first byte.
    mutating func readRequest(_ limits: ServerLimits, before deadline: Deadline)
        throws(TransportFault) -> ReceivedRequest?
    {
        // Old clients send an empty line after a body (RFC 9112, 2.2).
        while unread.first == 0x0D || unread.first == 0x0A {
            skip(1)
            if isDrained, try !fill(before: deadline) { return nil }
        }
        // Told at once of what will never be a request: a client that speaks TLS sends no line's end, and waits.
        if let first = unread.first, !isTokenByte(first) { throw .malformed("request starts with \(quoted(unread))") }
        let headLimits = HeadLimits(bytes: limits.head, headers: 256, allowsBareLineFeed: false)
        guard let head = try readHead(headLimits, before: deadline) else { return nil }
        let line = try RequestLine(head.startLine)
        try Connection.checkHost(head.headers, isRequired: line.isCurrent)
        let framing = try Connection.framing(of: line, headers: head.headers)
        if case .length(let length) = framing, length > limits.body { throw .bodyTooLarge(limit: limits.body) }
        try answerExpectation(head.headers, isCurrent: line.isCurrent, hasBody: framing != .empty, before: deadline)
        let body = try readBody(framing, limit: limits.body, before: deadline)
        let connection = head.headers.members(named: "connection")
        return ReceivedRequest(
            request: HTTPRequest(method: line.method, target: line.target, headers: head.headers, body: body),
            closes: line.isCurrent ? connection.contains("close") : !connection.contains("keep-alive"))
    }

    /// Source: RFC 9112, 3.2: one `Host`, neither none nor two, and nothing in it that no host has (RFC 3986, 3.2.2).
    private static func checkHost(_ headers: [Header], isRequired: Bool) throws(TransportFault) {
        let count = headers.count { $0.isNamed("host") }
        if count > 1 { throw .malformed("\(count) Host headers") }
        if count == 0 && isRequired { throw .malformed("no Host header") }
        let host = headers.first(named: "host") ?? ""
        guard host.utf8.allSatisfy(isHostByte) else { throw .malformed("bad Host \(quoted(host.utf8))") }
    }

    /// Whether a byte may stand in a host with its port: a name, an address, an IPv6 address in brackets.
    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~%!$&'()*+,;=:[]".utf8.contains(byte)
        }
    }

    /// How the body of a request ends; both ways at once are refused, for that is how requests are smuggled.
    ///
    /// Source: RFC 9112, 6.1 and 6.3.
    static func framing(of line: RequestLine, headers: [Header]) throws(TransportFault) -> BodyFraming {
        let length = try headers.contentLength()
        let codings = headers.members(named: "transfer-encoding")
        if !codings.isEmpty {
            if length != nil { throw .malformed("both Content-Length and Transfer-Encoding") }
            guard line.isCurrent else { throw .malformed("Transfer-Encoding in HTTP/1.0") }
            guard codings == ["chunked"] else {
                throw .notImplemented("Transfer-Encoding \(quoted(codings.joined(separator: ", ").utf8))")
            }
            return .chunked
        }
        if let length { return length == 0 ? .empty : .length(length) }
        // Without a length there is no body, unless the client says what type it has.
        let mayHaveBody = ["POST", "PUT", "PATCH"].contains(line.method)
        if mayHaveBody && headers.contains(where: { $0.isNamed("content-type") }) { throw .lengthMissing }
        return .empty
    }

    /// Source: RFC 9110, 10.1.1; a client of HTTP/1.0 expects nothing.
    private mutating func answerExpectation(
        _ headers: [Header], isCurrent: Bool, hasBody: Bool, before deadline: Deadline
    ) throws(TransportFault) {
        let expected = headers.members(named: "expect")
        guard isCurrent, !expected.isEmpty else { return }
        guard expected == ["100-continue"] else {
            throw .unknownExpectation(quoted(expected.joined(separator: ", ").utf8))
        }
        if hasBody && isDrained { try socket.send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), before: deadline) }
    }
}

/// `POST / HTTP/1.1`.
struct RequestLine {
    let method: String
    /// Path and query, starting with `/`, or `*`.
    let target: String
    /// HTTP/1.1 or a later 1.x, not 1.0.
    let isCurrent: Bool

    /// - Throws: ``TransportFault/malformed(_:)``, ``TransportFault/unknownVersion(_:)`` or, for methods that make
    ///   a server something else, ``TransportFault/notImplemented(_:)``.
    init(_ line: ArraySlice<UInt8>) throws(TransportFault) {
        let parts = line.split(separator: 0x20, maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(isTokenByte) else {
            throw .malformed("bad request line \(quoted(line))")
        }
        method = String(decoding: parts[0], as: UTF8.self)
        isCurrent = try RequestLine.isCurrent(parts[2], in: line)
        if method == "CONNECT" { throw .notImplemented("method \(quoted(parts[0]))") }
        guard parts[1].allSatisfy({ 0x21...0x7E ~= $0 }) else { throw .malformed("bad target in \(quoted(line))") }
        let target = String(decoding: parts[1], as: UTF8.self)
        if target.utf8.first == 0x2F || target == "*" && method == "OPTIONS" {
            self.target = target
        } else {
            self.target = try RequestLine.path(ofAbsolute: target)
        }
    }

    private static func isCurrent(_ version: ArraySlice<UInt8>, in line: ArraySlice<UInt8>) throws(TransportFault)
        -> Bool
    {
        let bytes = Array(version)
        guard bytes.count == 8, bytes.starts(with: "HTTP/".utf8), bytes[6] == 0x2E,
            0x30...0x39 ~= bytes[5], 0x30...0x39 ~= bytes[7]
        else { throw .malformed("bad request line \(quoted(line))") }
        guard bytes[5] == 0x31 else { throw .unknownVersion(quoted(version)) }
        return bytes[7] != 0x30
    }

    /// What a client sends to a proxy, `http://host/path`; a server takes it too (RFC 9112, 3.2.2).
    private static func path(ofAbsolute target: String) throws(TransportFault) -> String {
        guard target.lowercased().hasPrefix("http://") else {
            throw .malformed("bad target \(quoted(target.utf8))")
        }
        let rest = target.dropFirst(7)
        let path = rest.drop { $0 != "/" && $0 != "?" }
        return path.first == "/" ? String(path) : "/" + path
    }
}
