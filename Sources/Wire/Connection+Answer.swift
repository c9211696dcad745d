/// An answer, and whether another request may follow on its connection.
package struct ReceivedAnswer: Sendable {
    package let response: HTTPResponse
    package let keepsConnection: Bool
}

extension Connection {
    /// The most bytes that the body of an answer may have, inclusive.
    static let answerLimit = 10_000_000
    /// Interim answers before the one that counts.
    static let interimLimit = 16

    private static let beginning = Array("HTTP/".utf8)

    /// Reads the answer to a request of that method.
    package mutating func readAnswer(to method: String, before deadline: Deadline)
        throws(TransportFault) -> ReceivedAnswer
    {
        for _ in 0...Connection.interimLimit {
            try expectHTTP(before: deadline)
            guard let head = try readHead(.standard, before: deadline) else { throw .endedBeforeMessage }
            let line = try StatusLine(head.startLine)
            guard 100..<200 ~= line.status else { return try finish(line, head, to: method, before: deadline) }
            if line.status == 101 { throw .malformed("status 101, though no other protocol was asked for") }
        }
        throw .malformed("more than \(Connection.interimLimit) interim answers")
    }

    /// Looks at the first bytes alone: what is not HTTP may never have a line's end.
    private mutating func expectHTTP(before deadline: Deadline) throws(TransportFault) {
        let expected = Connection.beginning
        while unread.count < expected.count, unread.elementsEqual(expected.prefix(unread.count)) {
            if try !fill(before: deadline) {
                if unread.isEmpty { throw .endedBeforeMessage }
                throw .ended("closed within the status line, after \(quoted(unread))")
            }
        }
        guard !unread.starts(with: expected) else { return }
        let isSecure = unread.starts(with: [0x15, 0x03]) || unread.starts(with: [0x16, 0x03])
        let hint = isSecure ? ", which is TLS; use https" : ""
        throw .malformed("answer starts with \(quoted(unread))\(hint)")
    }

    private mutating func finish(
        _ line: StatusLine, _ head: MessageHead, to method: String, before deadline: Deadline
    ) throws(TransportFault) -> ReceivedAnswer {
        let framing = try Connection.framing(status: line.status, headers: head.headers, method: method)
        let body = try readBody(framing, limit: Connection.answerLimit, before: deadline)
        let connection = head.headers.members(named: "connection")
        let isKept = line.isCurrent ? !connection.contains("close") : connection.contains("keep-alive")
        // Both framings at once, or bytes beyond the answer: nobody knows where the next one would begin.
        let isAmbiguous = framing == .chunked && head.headers.contains { $0.isNamed("content-length") }
        return ReceivedAnswer(
            response: HTTPResponse(status: line.status, headers: head.headers, body: body),
            keepsConnection: isKept && isDrained && framing != .untilClose && !isAmbiguous)
    }

    /// How the body of an answer ends.
    ///
    /// Source: RFC 9112, 6.3.
    static func framing(status: Int, headers: [Header], method: String) throws(TransportFault) -> BodyFraming {
        if method == "HEAD" || status == 204 || status == 304 { return .empty }
        let codings = headers.members(named: "transfer-encoding")
        if !codings.isEmpty {
            guard codings == ["chunked"] else {
                throw .malformed("unknown Transfer-Encoding \(quoted(codings.joined(separator: ", ").utf8))")
            }
            return .chunked
        }
        return try headers.contentLength().map { .length($0) } ?? .untilClose
    }
}

/// `HTTP/1.1 200 OK`; the words are nobody's concern.
struct StatusLine {
    let status: Int
    /// HTTP/1.1, not 1.0.
    let isCurrent: Bool

    init(_ line: ArraySlice<UInt8>) throws(TransportFault) {
        let bytes = Array(line)
        let version = bytes.prefix(8)
        isCurrent = version.elementsEqual("HTTP/1.1".utf8)
        guard isCurrent || version.elementsEqual("HTTP/1.0".utf8) else {
            throw .malformed("bad HTTP version in status line \(quoted(line))")
        }
        let digits = bytes.dropFirst(9).prefix(3)
        let after = bytes.dropFirst(12).first
        guard bytes.count >= 12, bytes[8] == 0x20, digits.allSatisfy({ 0x30...0x39 ~= $0 }), after ?? 0x20 == 0x20,
            let status = Int(String(decoding: digits, as: UTF8.self)), status >= 100
        else {
            throw .malformed("bad status line \(quoted(line))")
        }
        self.status = status
    }
}
