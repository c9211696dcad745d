import Foundation
import Testing

@testable import Wire

@Suite(.ownThread) struct SocketEndpointTests {
    @Test("sends the request as it is, with host, agent and length added") func request() async throws {
        let seen = Guarded("")
        let server = try RawServer { connection, _ in
            _ = try connection.fill(before: Deadline(.seconds(20)))
            let text = String(decoding: connection.unread, as: UTF8.self)
            seen.withLock { $0 = text }
            try connection.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        }
        let url = try EndpointURL("\(try server.url)/prefix/")
        let request = HTTPRequest(
            target: "/a%20b?c=d", headers: [Header("x-B", "1"), Header("X-b", "2")], body: [65, 66])
        _ = try await SocketEndpoint(url: url).exchange(request, within: .seconds(20))
        let expected = [
            "POST /prefix/a%20b?c=d HTTP/1.1", "Host: 127.0.0.1:\(url.port)", "x-B: 1", "X-b: 2",
            "User-Agent: ses-conformance", "Content-Length: 2", "", "AB",
        ]
        #expect(seen.withLock { $0 } == expected.joined(separator: "\r\n"))
    }

    @Test("adds nothing that the request names itself") func requestHeaders() throws {
        let request = HTTPRequest(
            method: "GET", target: "/", headers: [Header("host", "h"), Header("USER-AGENT", "u")])
        let bytes = try request.bytes(for: try EndpointURL("http://127.0.0.1"))
        #expect(String(decoding: bytes, as: UTF8.self) == "GET / HTTP/1.1\r\nhost: h\r\nUSER-AGENT: u\r\n\r\n")
    }

    @Test(
        "does not send what would end a line early",
        arguments: [
            HTTPRequest(method: "GET /", target: "/"), HTTPRequest(target: "/a b"), HTTPRequest(target: "/\r\nX: 1"),
            HTTPRequest(headers: [Header("X", "a\r\nY: b")]), HTTPRequest(headers: [Header("X:", "a")]),
        ])
    func injection(request: HTTPRequest) async throws {
        let error = await fault(of: try SocketEndpoint(url: EndpointURL("http://127.0.0.1:9")), request)
        guard case .malformed(let words) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(words.hasPrefix("cannot be sent, bad "))
    }

    @Test("shows headers in order, with names and values as received") func headers() async throws {
        let server = try RawServer(
            answer: Array(
                "HTTP/1.1 200 OK\r\nx-AmZn-id: 1\r\nSet-Cookie:a\r\nset-cookie: \t b=\u{E9} \r\nE:\r\n\r\n".utf8))
        let response = try await server.endpoint.exchange(HTTPRequest(), within: .seconds(20))
        #expect(
            response.headers == [
                Header("x-AmZn-id", "1"), Header("Set-Cookie", "a"), Header("set-cookie", "b=\u{E9}"), Header("E", ""),
            ])
    }

    @Test("shows header bytes that are not UTF-8 as Latin-1") func latin() async throws {
        let server = try RawServer(answer: Array("HTTP/1.1 200 OK\r\nX: ".utf8) + [0xE9] + Array("\r\n\r\n".utf8))
        #expect(try await server.endpoint.exchange(HTTPRequest(), within: .seconds(20)).header("x") == "é")
    }

    struct GoodAnswer: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var method = "POST"
        let bytes: String
        var status = 200
        var body = ""
        /// Whether the next exchange may use the connection.
        var isKept = true
    }

    static let good: [GoodAnswer] = [
        GoodAnswer(testDescription: "length", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", body: "abc"),
        GoodAnswer(testDescription: "no reason", bytes: "HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n", status: 404),
        GoodAnswer(
            testDescription: "line feeds alone", bytes: "HTTP/1.1 200 OK\nContent-Length: 1\n\na", body: "a"),
        GoodAnswer(
            testDescription: "equal lengths",
            bytes: "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\nContent-Length: 1\r\n\r\na",
            body: "a"),
        GoodAnswer(
            testDescription: "chunks",
            bytes:
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
                + "3\r\nabc\r\n0A ;x=\"y\"\r\n0123456789\r\n0\r\n\r\n",
            body: "abc0123456789"),
        GoodAnswer(
            testDescription: "chunks with trailers",
            bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: 1\r\nY: 2\r\n\r\n", body: "a"
        ),
        GoodAnswer(
            testDescription: "chunks and a length",
            bytes: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
            body: "a", isKept: false),
        GoodAnswer(testDescription: "until close", bytes: "HTTP/1.1 200 OK\r\n\r\nabc", body: "abc", isKept: false),
        GoodAnswer(
            testDescription: "HTTP/1.0", bytes: "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na", body: "a",
            isKept: false),
        GoodAnswer(
            testDescription: "HTTP/1.0 kept",
            bytes: "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\na", body: "a"),
        GoodAnswer(
            testDescription: "close asked",
            bytes: "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 1\r\n\r\na",
            body: "a", isKept: false),
        GoodAnswer(
            testDescription: "left over", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP", body: "a",
            isKept: false),
        GoodAnswer(testDescription: "HEAD", method: "HEAD", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"),
        GoodAnswer(testDescription: "204", bytes: "HTTP/1.1 204 No Content\r\n\r\n", status: 204),
        GoodAnswer(
            testDescription: "304", bytes: "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n", status: 304),
        GoodAnswer(
            testDescription: "interim answers",
            bytes: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nX: 1\r\n\r\n"
                + "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n",
            status: 201),
    ]

    @Test("reads a right answer and knows whether the connection may be kept", arguments: good)
    func goodAnswer(answer: GoodAnswer) async throws {
        let server = try RawServer { connection, _ in
            while true {
                try connection.takeRequest()
                try connection.say(answer.bytes)
                if !answer.isKept { return }
            }
        }
        let endpoint = try server.endpoint
        for _ in 1...2 {
            let response = try await endpoint.exchange(HTTPRequest(method: answer.method), within: .seconds(20))
            #expect(response.status == answer.status)
            #expect(response.text == answer.body)
        }
        #expect(server.connections == (answer.isKept ? 1 : 2))
    }

    @Test("leaves a compressed body alone") func compressed() async throws {
        let body: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0]
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 6\r\n\r\n"
        let server = try RawServer(answer: Array(head.utf8) + body)
        #expect(try await server.endpoint.exchange(HTTPRequest(), within: .seconds(20)).body == body)
    }

    @Test("reads an answer that comes a byte at a time") func bytewise() async throws {
        let server = try RawServer { connection, _ in
            try connection.takeRequest()
            for byte in "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n".utf8 {
                try connection.say([byte])
                usleep(200)
            }
        }
        #expect(try await server.endpoint.exchange(HTTPRequest(), within: .seconds(20)).text == "ab")
    }

    @Test("sends given bytes as they are") func rawBytes() async throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        let endpoint = try SocketEndpoint(url: EndpointURL("http://127.0.0.1:\(server.port)"))
        #expect(try await endpoint.exchange(bytes: Array("nonsense\r\n\r\n".utf8), within: .seconds(20)).status == 400)
    }

    @Test("takes http only") func scheme() throws {
        #expect(throws: EndpointURLError.unknownScheme("https", allowed: ["http"])) {
            try SocketEndpoint(url: EndpointURL("https://127.0.0.1"))
        }
    }
}
