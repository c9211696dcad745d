import Foundation
import Testing

@testable import Wire

@Suite(.ownThread) struct SessionEndpointTests {
    @Test("gets an answer, through the URL's path, with the request's own headers") func answer() async throws {
        struct Headers: Service {
            func answer(_ request: HTTPRequest) -> HTTPResponse {
                let agent = request.header("User-Agent") ?? "", own = request.header("X-Own") ?? ""
                let text = "\(request.method) \(request.target) \(agent) \(own) \(request.body.count)"
                return HTTPResponse(status: 418, headers: [Header("X-A", "1")], body: Array(text.utf8))
            }
        }
        let server = try Server(Headers())
        defer { server.stop() }
        let endpoint = SessionEndpoint(url: try EndpointURL("http://127.0.0.1:\(server.port)/p"))
        let request = HTTPRequest(target: "/a%20b?c=%2F", headers: [Header("X-Own", "me")], body: [1, 2, 3])
        let response = try await endpoint.exchange(request, within: .seconds(20))
        #expect(response.status == 418)
        #expect(response.text == "POST /p/a%20b?c=%2F ses-conformance me 3")
        #expect(response.header("x-a") == "1")
    }

    @Test("follows no redirect") func redirect() async throws {
        let other = try RawServer(answer: [])
        let place = "http://127.0.0.1:\(try other.url.port)/"
        let server = try RawServer(
            answer: Array("HTTP/1.1 302 Found\r\nLocation: \(place)\r\nContent-Length: 5\r\n\r\nmoved".utf8))
        let response = try await SessionEndpoint(url: server.url).exchange(HTTPRequest(), within: .seconds(60))
        #expect(response.status == 302)
        #expect(response.header("Location") == place)
        #expect(other.connections == 0)
    }

    @Test(
        "answers no challenge", arguments: ["Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "AWS4-HMAC-SHA256"])
    func challenge(scheme: String) async throws {
        let server = try RawServer(
            answer: Array(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: \(scheme)\r\nContent-Length: 2\r\n\r\nno".utf8))
        let response = try await SessionEndpoint(url: server.url).exchange(HTTPRequest(), within: .seconds(60))
        #expect(response.status == 401)
        #expect(response.text == "no")
    }

    @Test("a server that never answers or drips ends at the deadline", arguments: ["", "HTTP/1.1 200 OK\r\n\r\n"])
    func silent(start: String) async throws {
        let server = try RawServer { connection, _ in
            try connection.takeRequest()
            try connection.say(start)
            for _ in 0..<1_200 {
                if !start.isEmpty { try connection.say("a") }
                usleep(50_000)
            }
        }
        let error = await fault(of: SessionEndpoint(url: try server.url), within: .milliseconds(500))
        #expect(error == .timedOut(.milliseconds(500)))
    }

    @Test("an endless body is cut off at the cap") func endless() async throws {
        let server = try RawServer { connection, _ in
            try connection.takeRequest()
            try connection.say("HTTP/1.1 200 OK\r\n\r\n")
            let part = [UInt8](repeating: 65, count: 65_536)
            // Any faster, and libcurl's queue never comes to anything else, tests beside this one included.
            while true {
                try connection.say(part)
                usleep(1000)
            }
        }
        #expect(await fault(of: SessionEndpoint(url: try server.url)) == .tooLarge(10_000_000))
    }

    @Test("nobody there, a plain server for https, and early ends are errors") func faults() async throws {
        let server = try Server(EchoService())
        let plain = await fault(of: SessionEndpoint(url: try EndpointURL("https://127.0.0.1:\(server.port)")))
        server.stop()
        let refused = await fault(of: SessionEndpoint(url: try EndpointURL("http://127.0.0.1:\(server.port)")))
        let early = await fault(of: SessionEndpoint(url: try RawServer(answer: []).url))
        #expect(early == .closed("closed before the first byte of an answer"))
        guard case .unreachable(let tls) = plain, case .unreachable(let words) = refused else {
            Issue.record("\(String(describing: plain)) \(String(describing: refused))")
            return
        }
        #expect(tls.contains("TLS"))
        #expect(words.contains("connect"))
    }

    @Test("cookies are neither kept nor sent") func cookies() async throws {
        let seen = Guarded<[String?]>([])
        let server = try RawServer { connection, _ in
            let cookie = try connection.takeRequest().header("Cookie")
            seen.withLock { $0.append(cookie) }
            try connection.say("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n")
        }
        let endpoint = SessionEndpoint(url: try server.url)
        for _ in 1...2 { _ = try await endpoint.exchange(HTTPRequest(), within: .seconds(20)) }
        #expect(seen.withLock { $0 } == [nil, nil])
    }
}
