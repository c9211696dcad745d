import Foundation
import Testing

@testable import Wire

/// A wrong answer, and what a client must make of it.
struct BadAnswer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let error: EndpointError

    init(_ name: String, _ text: String, _ error: EndpointError) { self.init(name, Array(text.utf8), error) }

    init(_ name: String, _ bytes: [UInt8], _ error: EndpointError) {
        testDescription = name
        self.bytes = bytes
        self.error = error
    }
}

/// Servers that misbehave: each must end in its error, in time.
@Suite(.ownThread) struct SocketEndpointFaultTests {
    static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    static let closedAnswers: [BadAnswer] = [
        BadAnswer("nothing", "", .closed("closed before the first byte of an answer")),
        BadAnswer("part of the status line", "HTT", .closed("closed within the status line, after \"HTT\"")),
        BadAnswer(
            "part of the headers", "HTTP/1.1 200 OK\r\nA: b\r\n",
            .closed("closed within the headers, after \"HTTP/1.1 200 OK\\x0d\\x0aA: b\\x0d\\x0a\"")),
        BadAnswer(
            "part of the body", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
            .closed("closed after 3 of 5 bytes of the body")),
        BadAnswer("no first chunk", chunked, .closed("closed within a chunk size")),
        BadAnswer("part of a chunk", chunked + "5\r\nab", .closed("closed after 2 of 5 bytes of the body")),
        BadAnswer("no last chunk", chunked + "1\r\na\r\n", .closed("closed within a chunk size")),
        BadAnswer("no end of trailers", chunked + "0\r\n", .closed("closed within the trailers")),
    ]

    static let malformedAnswers: [BadAnswer] = [
        BadAnswer("HTTP/0.9", "<html>hello", .malformed("answer starts with \"<html>hello\"")),
        BadAnswer("garbage", [0, 1, 2, 0xFF], .malformed("answer starts with \"\\x00\\x01\\x02\\xff\"")),
        BadAnswer("TLS", [0x15, 3, 1], .malformed("answer starts with \"\\x15\\x03\\x01\", which is TLS; use https")),
        BadAnswer("HTTP/2", "HTTP/2 200\r\n\r\n", .malformed("bad HTTP version in status line \"HTTP/2 200\"")),
        BadAnswer("status of two digits", "HTTP/1.1 20 OK\r\n\r\n", .malformed("bad status line \"HTTP/1.1 20 OK\"")),
        BadAnswer("status of four", "HTTP/1.1 2000 OK\r\n\r\n", .malformed("bad status line \"HTTP/1.1 2000 OK\"")),
        BadAnswer("status below 100", "HTTP/1.1 099 OK\r\n\r\n", .malformed("bad status line \"HTTP/1.1 099 OK\"")),
        BadAnswer("no status", "HTTP/1.1\r\n\r\n", .malformed("bad status line \"HTTP/1.1\"")),
        header("no colon", "Abc", "header without a colon: \"Abc\""),
        header("folded line", "A: b\r\n c", "folded header line \" c\""),
        header("blank before the colon", "A : b", "bad header name in \"A : b\""),
        header("no name", ": b", "bad header name in \": b\""),
        header("control character", "A: b\u{1}", "control character in header \"A: b\\x01\""),
        header("carriage return", "A: b\rC: d", "control character in header \"A: b\\x0dC: d\""),
        header("negative length", "Content-Length: -1", "bad Content-Length \"-1\""),
        header("length in words", "Content-Length: many", "bad Content-Length \"many\""),
        header("signed length", "Content-Length: +1", "bad Content-Length \"+1\""),
        header("no length", "Content-Length:", "bad Content-Length \"\""),
        header("length too long", "Content-Length: 1111111111111111111", "bad Content-Length \"1111111111111111111\""),
        header("two lengths", "Content-Length: 1\r\nContent-Length: 2", "Content-Length is both 1 and 2"),
        header("unknown coding", "Transfer-Encoding: gzip, chunked", "unknown Transfer-Encoding \"gzip, chunked\""),
        chunk("in words", "zz", "bad chunk size \"zz\""),
        chunk("empty", "", "bad chunk size \"\""),
        chunk("negative", "-1", "bad chunk size \"-1\""),
        chunk("prefixed", "0x1", "bad chunk size \"0x1\""),
        chunk("too long", "1000000000000000", "bad chunk size \"1000000000000000\""),
        chunk("too small", "1\r\nab", "chunk of 1 bytes goes on: \"b\""),
        chunk("bad trailer", "0\r\nAbc", "header without a colon: \"Abc\""),
        BadAnswer(
            "other protocol", "HTTP/1.1 101 Switching\r\n\r\n",
            .malformed("status 101, though no other protocol was asked for")),
        BadAnswer(
            "storm of interim answers", String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 20_000),
            .malformed("more than 16 interim answers")),
        BadAnswer(
            "many headers", "HTTP/1.1 200 OK\r\n" + String(repeating: "A: b\r\n", count: 257) + "\r\n",
            .malformed("more than 256 headers")),
        BadAnswer(
            "stated length over the cap", "HTTP/1.1 200 OK\r\nContent-Length: 10000001\r\n\r\n", .tooLarge(10_000_000)),
        BadAnswer("chunk over the cap", chunked + "989681\r\n", .tooLarge(10_000_000)),
    ]

    static func header(_ name: String, _ line: String, _ words: String) -> BadAnswer {
        BadAnswer(name, "HTTP/1.1 200 OK\r\n\(line)\r\n\r\n", .malformed(words))
    }

    static func chunk(_ name: String, _ lines: String, _ words: String) -> BadAnswer {
        BadAnswer("chunk: " + name, chunked + lines + "\r\n", .malformed(words))
    }

    @Test("a connection that closes early is closed", arguments: closedAnswers)
    func closes(answer: BadAnswer) async throws {
        #expect(await fault(of: try RawServer(answer: answer.bytes).endpoint) == answer.error)
    }

    @Test("what is not HTTP is told at once, though the connection stays open", arguments: malformedAnswers)
    func malformed(answer: BadAnswer) async throws {
        #expect(await fault(of: try RawServer(answer: answer.bytes, closes: false).endpoint) == answer.error)
    }

    struct Endless: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let head: String
        let part: String
        let error: EndpointError
    }

    @Test(
        "what never ends is cut off at the cap",
        arguments: [
            Endless(
                testDescription: "body", head: "HTTP/1.1 200 OK\r\n\r\n", part: String(repeating: "a", count: 9_999),
                error: .tooLarge(10_000_000)),
            Endless(
                testDescription: "chunks", head: chunked,
                part: "fff\r\n" + String(repeating: "a", count: 4095) + "\r\n",
                error: .tooLarge(10_000_000)),
            Endless(
                testDescription: "header", head: "HTTP/1.1 200 OK\r\nA: ", part: "aaaaaaaa", error: .tooLarge(65_536)),
            Endless(testDescription: "status line", head: "HTTP/1.1 200 ", part: "aaaaa", error: .tooLarge(65_536)),
            Endless(
                testDescription: "trailers", head: chunked + "0\r\n", part: "A: b\r\n", error: .tooLarge(65_536)),
            Endless(
                testDescription: "chunk extension", head: chunked + "1;", part: "aaaaaaaa",
                error: .malformed("line of more than 4096 bytes in a chunk size")),
        ])
    func endless(answer: Endless) async throws {
        let server = try RawServer { connection, _ in
            try connection.takeRequest()
            try connection.say(answer.head)
            while true { try connection.say(answer.part) }
        }
        #expect(await fault(of: try server.endpoint) == answer.error)
    }

    @Test("a body of exactly the cap is taken") func atCap() async throws {
        let server = try RawServer { connection, _ in
            try connection.takeRequest()
            try connection.say("HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n")
            try connection.say([UInt8](repeating: 65, count: 10_000_000))
        }
        #expect(try await server.endpoint.exchange(HTTPRequest(), within: .seconds(20)).body.count == 10_000_000)
    }

    @Test(
        "a server that is too slow ends at the deadline",
        arguments: [
            "", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
        ])
    func silent(start: String) async throws {
        let endpoint = try RawServer(answer: Array(start.utf8), closes: false).endpoint
        let error = await fault(of: endpoint, within: .milliseconds(250))
        #expect(error == .timedOut(.milliseconds(250)))
    }

    @Test(
        "a byte now and then does not extend the deadline",
        arguments: ["HTTP/1.1 200 OK\r\nA: ", "HTTP/1.1 200 OK\r\n\r\n"])
    func drip(start: String) async throws {
        let server = try RawServer { connection, _ in
            try connection.takeRequest()
            try connection.say(start)
            // Were each byte to extend the deadline, the end of the answer would come first.
            for _ in 0..<600 {
                try connection.say("a")
                usleep(50_000)
            }
        }
        let error = await fault(of: try server.endpoint, within: .milliseconds(400))
        #expect(error == .timedOut(.milliseconds(400)))
    }

    @Test("a server that does not read a large request ends at the deadline") func deaf() async throws {
        let server = try RawServer { _, _ in sleep(30) }
        let request = HTTPRequest(body: [UInt8](repeating: 65, count: 12_000_000))
        let error = await fault(of: try server.endpoint, request, within: .milliseconds(400))
        #expect(error == .timedOut(.milliseconds(400)))
    }

    @Test("an answer that comes while a large request is still being sent is taken") func earlyAnswer() async throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        let endpoint = try SocketEndpoint(url: EndpointURL("http://127.0.0.1:\(server.port)"))
        let request = HTTPRequest(body: [UInt8](repeating: 65, count: 13_000_000))
        #expect(try await endpoint.exchange(request, within: .seconds(20)).status == 413)
    }

    @Test("nobody there, or no such host, is unreachable") func unreachable() async throws {
        let server = try Server(EchoService())
        let port = server.port
        server.stop()
        let refused = await fault(of: try SocketEndpoint(url: EndpointURL("http://127.0.0.1:\(port)")))
        #expect(refused == .unreachable("connection refused"))
        let nowhere = await fault(of: try SocketEndpoint(url: EndpointURL("http://nowhere.invalid")))
        guard case .unreachable(let words) = nowhere else {
            Issue.record("\(String(describing: nowhere))")
            return
        }
        #expect(words.hasPrefix("host \"nowhere.invalid\" has no address"))
    }
}
