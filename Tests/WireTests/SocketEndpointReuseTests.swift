import Foundation
import Testing

@testable import Wire

@Suite(.ownThread) struct SocketEndpointReuseTests {
    static let empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"

    @Test("a kept connection that closes as the request comes is replaced once") func stale() async throws {
        let server = try RawServer { connection, index in
            try connection.takeRequest()
            try connection.say(Self.empty)
            // Takes the second request, then closes without an answer, but on the second connection answers again.
            try connection.takeRequest()
            if index > 0 { try connection.say(Self.empty) }
        }
        let endpoint = try server.endpoint
        for _ in 1...2 { #expect(try await endpoint.exchange(HTTPRequest(), within: .seconds(20)).status == 200) }
        #expect(server.connections == 2)
    }

    @Test("a fresh connection that closes is not tried again") func fresh() async throws {
        let server = try RawServer(answer: [])
        #expect(await fault(of: try server.endpoint) == .closed("closed before the first byte of an answer"))
        #expect(server.connections == 1)
    }

    @Test("a kept connection and then a fresh one that close are an error") func staleTwice() async throws {
        let server = try RawServer { connection, index in
            try connection.takeRequest()
            if index == 0 {
                try connection.say(Self.empty)
                try connection.takeRequest()
            }
        }
        let endpoint = try server.endpoint
        _ = try await endpoint.exchange(HTTPRequest(), within: .seconds(20))
        #expect(await fault(of: endpoint) == .closed("closed before the first byte of an answer"))
        #expect(server.connections == 2)
    }

    @Test("once a byte of an answer came, the request is not sent again") func begun() async throws {
        let server = try RawServer { connection, _ in
            try connection.takeRequest()
            try connection.say(Self.empty)
            try connection.takeRequest()
            try connection.say("HTTP/1.1 200 OK\r\nA: b\r\n")
        }
        let endpoint = try server.endpoint
        _ = try await endpoint.exchange(HTTPRequest(), within: .seconds(20))
        guard case .closed = await fault(of: endpoint) else {
            Issue.record("not closed")
            return
        }
        #expect(server.connections == 1)
    }

    @Test("bytes that come after an answer are not taken for the next one") func late() async throws {
        let server = try RawServer { connection, index in
            try connection.takeRequest()
            try connection.say(Self.empty)
            if index == 0 { try connection.say("HTTP/1.1 500 Late\r\nContent-Length: 0\r\n\r\n") }
            connection.waitForEnd()
        }
        let endpoint = try server.endpoint
        _ = try await endpoint.exchange(HTTPRequest(), within: .seconds(20))
        try await Task.sleep(for: .milliseconds(100))
        #expect(try await endpoint.exchange(HTTPRequest(), within: .seconds(20)).status == 200)
        #expect(server.connections == 2)
    }

    @Test("eight jobs of 500 exchanges each get the answers that are theirs") func jobs() async throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        let endpoint = try SocketEndpoint(url: EndpointURL("http://127.0.0.1:\(server.port)"))
        let right = await withTaskGroup(of: Int.self) { group in
            for job in 0..<8 {
                group.addTask(executorPreference: JobThread()) {
                    var right = 0
                    for number in 0..<500 {
                        let request = HTTPRequest(target: "/\(job)", body: Array("\(number)".utf8))
                        let response = try? await endpoint.exchange(request, within: .seconds(20))
                        if response?.text == "POST /\(job) \(number)" { right += 1 }
                    }
                    return right
                }
            }
            return await group.reduce(0, +)
        }
        #expect(right == 4000)
    }

    /// A listening socket on ::1 and its port; nil on a machine without IPv6.
    private static func listenOnIPv6() -> (descriptor: Int32, port: Int)? {
        let descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_addr = in6addr_loopback
        var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                bind(descriptor, name, size) == 0 && listen(descriptor, 5) == 0
                    && getsockname(descriptor, name, &size) == 0
            }
        }
        if isListening { return (descriptor, Int(UInt16(bigEndian: address.sin6_port))) }
        close(descriptor)
        return nil
    }

    private static let hasIPv6: Bool = {
        guard let (descriptor, _) = listenOnIPv6() else { return false }
        close(descriptor)
        return true
    }()

    @Test("reaches IPv6 addresses", .enabled(if: hasIPv6)) func internetProtocol6() async throws {
        let (descriptor, port) = try #require(Self.listenOnIPv6())
        Thread.detachNewThread {
            let connection = Connection(Socket(adopting: accept(descriptor, nil, nil)))
            try? connection.say("HTTP/1.1 299 Six\r\nContent-Length: 0\r\n\r\n")
            close(descriptor)
            usleep(100_000)
        }
        let endpoint = try SocketEndpoint(url: EndpointURL("http://[::1]:\(port)"))
        #expect(try await endpoint.exchange(HTTPRequest(), within: .seconds(20)).status == 299)
    }

    @Test("goes on to the next address when one refuses") func nextAddress() throws {
        let gone = try Server(EchoService())
        gone.stop()
        let server = try Server(EchoService())
        defer { server.stop() }
        let deadline = Deadline(.seconds(20))
        let addresses = try [gone.port, server.port].flatMap {
            try SocketAddress.addresses(of: "127.0.0.1", port: $0, before: deadline)
        }
        let socket = try Socket(connectingTo: addresses, before: deadline)
        try socket.send(Array("GET / HTTP/1.1\r\nHost: h\r\n\r\n".utf8), before: deadline)
        var connection = Connection(socket)
        #expect(try connection.readAnswer(to: "GET", before: deadline).response.status == 200)
    }
}
