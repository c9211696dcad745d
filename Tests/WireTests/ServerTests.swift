import Foundation
import Testing

@testable import Wire

@Suite(.ownThread) struct ServerTests {
    static let request = "POST /a?b HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nxyz"
    static let chunkedRequest =
        "POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nxy\r\n1;a=b\r\nz\r\n0\r\nT: 1\r\n\r\n"

    /// The answer to bytes that a client sends on a connection of its own.
    private func answer(to text: String, method: String = "POST", limits: ServerLimits = ServerLimits()) throws
        -> HTTPResponse
    {
        let server = try Server(EchoService(), limits: limits)
        defer { server.stop() }
        var client = try RawClient(port: server.port)
        try client.send(text)
        return try client.answer(to: method)
    }

    @Test("answers with date, length and connection added") func headers() throws {
        let response = try answer(to: Self.request)
        #expect(response.text == "POST /a?b xyz")
        #expect(response.headers.map(\.name) == ["Content-Type", "Date", "Connection", "Content-Length"])
        #expect(response.header("Connection") == "keep-alive")
        let date = try #require(response.header("Date"))
        #expect(
            date.wholeMatch(of: /(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/) != nil)
    }

    @Test("words a date as HTTP does") func date() {
        #expect(HTTPDate.words(for: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test("reads a request that comes in two parts, split anywhere", arguments: [request, chunkedRequest])
    func split(text: String) throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        let bytes = Array(text.utf8)
        let whole = try answer(to: text).text
        var client = try RawClient(port: server.port)
        for place in 1..<bytes.count {
            try client.send(String(decoding: bytes[..<place], as: UTF8.self))
            usleep(300)
            try client.send(String(decoding: bytes[place...], as: UTF8.self))
            #expect(try client.answer().text == whole, "split at \(place)")
        }
    }

    @Test("reads a request that comes a byte at a time", arguments: [request, chunkedRequest])
    func bytewise(text: String) throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        var client = try RawClient(port: server.port)
        for character in text.unicodeScalars {
            try client.send(String(character))
            usleep(100)
        }
        #expect(try client.answer().text.hasSuffix(" xyz"))
    }

    @Test("answers pipelined requests in order") func pipelined() throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        var client = try RawClient(port: server.port)
        let texts = (0..<50).map { "POST /\($0) HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx" }
        try client.send(texts.joined())
        for number in 0..<50 { #expect(try client.answer().text == "POST /\(number) x") }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let status: Int

        init(_ name: String, _ text: String, _ status: Int = 400) {
            testDescription = name
            self.text = text
            self.status = status
        }
    }

    static let refused: [Refused] = [
        Refused("no version", "GET /\r\n\r\n"),
        Refused("words", "hello there\r\n\r\n"),
        Refused("TLS", "\u{16}\u{3}\u{1}"),
        Refused("line feeds alone", "GET / HTTP/1.1\nHost: h\n\n"),
        Refused("two blanks", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n"),
        Refused("blank in the target", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"),
        Refused("relative target", "GET a HTTP/1.1\r\nHost: h\r\n\r\n"),
        Refused("target not ASCII", "GET /é HTTP/1.1\r\nHost: h\r\n\r\n"),
        Refused("bad method", "G(T / HTTP/1.1\r\nHost: h\r\n\r\n"),
        Refused("no Host", "GET / HTTP/1.1\r\n\r\n"),
        Refused("two Hosts", "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n"),
        Refused("blank in the Host", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
        Refused("path in the Host", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
        Refused("folded header", "GET / HTTP/1.1\r\nHost: h\r\nA: b\r\n c\r\n\r\n"),
        Refused("blank before the colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n"),
        Refused("negative length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n"),
        Refused("two lengths", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        Refused(
            "length and chunks",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Refused("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Refused("bad chunk", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n"),
        Refused("no length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\n\r\nabc", 411),
        Refused("length over the limit", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 12000001\r\n\r\n", 413),
        Refused(
            "chunk over the limit", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nB71B01\r\n", 413),
        Refused("long target", "GET /" + String(repeating: "a", count: 70_000), 414),
        Refused(
            "unknown expectation", "POST / HTTP/1.1\r\nHost: h\r\nExpect: x\r\nContent-Length: 1\r\n\r\na", 417),
        Refused("large headers", "GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: 70_000), 431),
        Refused("unknown coding", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        Refused("proxy", "CONNECT a:1 HTTP/1.1\r\nHost: h\r\n\r\n", 501),
        Refused("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    ]

    @Test("refuses what is no right request, and closes", arguments: refused)
    func refuses(_ refused: Refused) throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        var client = try RawClient(port: server.port)
        try client.send(refused.text)
        let response = try client.answer()
        #expect(response.status == refused.status)
        #expect(response.header("Connection") == "close")
        #expect(response.text.hasPrefix("\(refused.status) \(reasonPhrase(refused.status)): "))
        #expect(try client.rest() == "")
    }

    @Test("says what is wrong") func words() throws {
        #expect(try answer(to: "\u{16}\u{3}").text == "400 Bad Request: request starts with \"\\x16\\x03\"\n")
        #expect(try answer(to: "hello\r\n\r\n").text == "400 Bad Request: bad request line \"hello\"\n")
    }

    @Test("takes a request that ends early for a bad one") func early() throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        var client = try RawClient(port: server.port)
        try client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nab")
        client.endWriting()
        #expect(try client.answer().text == "400 Bad Request: closed after 2 of 5 bytes of the body\n")
    }

    @Test("takes a body of exactly the limit, in chunks too") func atLimit() throws {
        var limits = ServerLimits()
        limits.body = 10
        let plain = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n0123456789"
        #expect(try answer(to: plain, limits: limits).text == "POST / 0123456789")
        let head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
        #expect(try answer(to: head + "9\r\n012345678\r\n1\r\n9\r\n0\r\n\r\n", limits: limits).status == 200)
        #expect(try answer(to: head + "9\r\n012345678\r\n2\r\n9a\r\n0\r\n\r\n", limits: limits).status == 413)
    }

    @Test("answers HEAD with the length and no body") func head() throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        var client = try RawClient(port: server.port)
        try client.send("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        let text = try client.rest()
        #expect(text.contains("\r\nContent-Length: 7\r\n"))
        #expect(text.contains("\r\nConnection: close\r\n"))
        #expect(text.hasSuffix("\r\n\r\n"))
    }

    @Test("tells a client that waits to go on") func expectation() throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        var client = try RawClient(port: server.port)
        try client.send(
            "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n")
        #expect(try client.line() == "HTTP/1.1 100 Continue")
        #expect(try client.line().isEmpty)
        try client.send("ab")
        let text = try client.rest()
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(text.hasSuffix("POST / ab"))
    }

    @Test("keeps an HTTP/1.0 connection only if asked") func version10() throws {
        #expect(try answer(to: "GET / HTTP/1.0\r\n\r\n").header("Connection") == "close")
        let kept = try answer(to: "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(kept.header("Connection") == "keep-alive")
    }

    @Test("takes an absolute target and an empty line before a request") func tolerant() throws {
        #expect(try answer(to: "\r\n\r\nGET http://h:1/a?b HTTP/1.1\r\nHost: h\r\n\r\n").text == "GET /a?b ")
        #expect(try answer(to: "GET http://h HTTP/1.1\r\nHost: h\r\n\r\n").text == "GET / ")
    }

    @Test("no value of the service can pass for a header or a body") func injection() {
        let response = HTTPResponse(
            status: 204, headers: [Header("A", "b\r\nC: d"), Header("Bad name", "x"), Header("Content-Length", "9")],
            body: [65])
        let text = String(decoding: ReplyBytes.reply(response, to: "GET", closes: false, date: "now"), as: UTF8.self)
        #expect(text == "HTTP/1.1 204 No Content\r\nA: b  C: d\r\nDate: now\r\nConnection: keep-alive\r\n\r\n")
    }
}
