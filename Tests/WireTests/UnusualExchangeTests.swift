import SpecModel
import Testing

@testable import Wire

@Suite(.ownThread) struct UnusualExchangeTests {
    private static let first = HTTPRequest(target: "/first")

    /// A request with another ahead of it in the same write.
    private static func pipelined(behind ahead: HTTPRequest = first) -> HTTPRequest {
        var request = HTTPRequest(target: "/second", body: [0x78])
        request.transmission = Transmission()
        request.ahead = [ahead]
        return request
    }

    private static func answer(_ text: String, _ more: String = "") -> String {
        "HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\n\(more)\r\n\(text)"
    }

    @Test("reads the answers in their order, and shows the last") func order() async throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        let endpoint = try SocketEndpoint(url: try EndpointURL("http://127.0.0.1:\(server.port)"))
        #expect(try await endpoint.exchange(Self.pipelined(), within: .seconds(20)).text == "POST /second x")
        let head = HTTPRequest(method: "HEAD", target: "/first")
        #expect(
            try await endpoint.exchange(Self.pipelined(behind: head), within: .seconds(20)).text == "POST /second x")
    }

    @Test("shows the wrong answer of a server that mixes up the order") func disorder() async throws {
        let server = try RawServer { connection, _ in
            let requests = [try connection.takeRequest(), try connection.takeRequest()]
            for request in requests.reversed() { try connection.say(Self.answer(request.target)) }
        }
        let response = try await server.endpoint.exchange(Self.pipelined(), within: .seconds(20))
        #expect(response.text == "/first")
    }

    @Test("asks again alone where a server closes between two answers", arguments: ["", "Connection: close\r\n"])
    func closes(header: String) async throws {
        let server = try RawServer { connection, _ in
            let target = try connection.takeRequest().target
            try connection.say(Self.answer(target, header))
        }
        let response = try await server.endpoint.exchange(Self.pipelined(), within: .seconds(20))
        #expect(response.text == "/second" && server.connections == 2)
    }

    @Test("shows the refusal of what goes ahead, but for that of HEAD") func refusal() async throws {
        let server = try RawServer { connection, _ in
            for _ in 1...2 {
                let request = try connection.takeRequest()
                let status = request.target == "/first" ? "405 No" : "200 OK"
                try connection.say("HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n")
            }
        }
        #expect(try await server.endpoint.exchange(Self.pipelined(), within: .seconds(20)).status == 405)
        let head = HTTPRequest(method: "HEAD", target: "/first")
        #expect(try await server.endpoint.exchange(Self.pipelined(behind: head), within: .seconds(20)).status == 200)
    }

    @Test("content in the answer to HEAD is no answer to what follows") func headWithContent() async throws {
        let server = try RawServer { connection, _ in
            for _ in 1...2 {
                try connection.takeRequest()
                try connection.say(Self.answer("page"))
            }
        }
        let head = HTTPRequest(method: "HEAD", target: "/first")
        let error = await fault(of: try server.endpoint, Self.pipelined(behind: head))
        // As much of the content as had come when the first byte was looked at.
        guard case .malformed(let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.hasPrefix("answer starts with \"p"))
    }

    @Test("no answer at all, half a one and a late one are errors") func faults() async throws {
        let silent = try RawServer { connection, _ in try connection.takeRequest() }
        #expect(
            await fault(of: try silent.endpoint, Self.pipelined())
                == .closed("closed before the first byte of an answer"))
        #expect(silent.connections == 1)
        let half = try RawServer { connection, _ in
            try connection.takeRequest()
            try connection.say(Self.answer("") + "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
        }
        #expect(
            await fault(of: try half.endpoint, Self.pipelined()) == .closed("closed after 4 of 9 bytes of the body"))
        let late = try RawServer { connection, _ in connection.waitForEnd() }
        #expect(
            await fault(of: try late.endpoint, Self.pipelined(), within: .milliseconds(300))
                == .timedOut(.milliseconds(300)))
    }

    @Test("takes the answer of a server that refuses the beginning and hears no more") func early() async throws {
        let server = try RawServer { connection, _ in
            while connection.unread.count < 8 { _ = try connection.fill(before: Deadline(.seconds(20))) }
            try connection.say("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        }
        var request = HTTPRequest(body: Array(repeating: 0x78, count: 100))
        request.transmission = Transmission(cuts: [.requestLine, .body])
        #expect(try await server.endpoint.exchange(request, within: .seconds(20)).status == 400)
    }

    @Test("a half-closed connection is read to the end of the answer") func halfClosed() async throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        let endpoint = try SocketEndpoint(url: try EndpointURL("http://127.0.0.1:\(server.port)"))
        var request = HTTPRequest(body: [0x78])
        request.transmission = Transmission(endsWriting: true)
        #expect(try await endpoint.exchange(request, within: .seconds(20)).text == "POST / x")
        request.transmission = HTTPDemand.incompleteBody.transmission
        #expect(try await endpoint.exchange(request, within: .seconds(20)).status == 400)
    }

    @Test("is never sent by a library") func session() async throws {
        let error = await fault(of: SessionEndpoint(url: try EndpointURL("https://127.0.0.1:1")), Self.pipelined())
        #expect(error == .malformed("cannot be sent byte for byte: with https a library composes what is sent"))
    }
}
