import Foundation
import Testing

@testable import Wire

/// Answers after a while.
private struct SlowService: Service {
    let microseconds: UInt32
    let begun = Guarded(0)

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        begun.withLock { $0 += 1 }
        usleep(microseconds)
        return HTTPResponse(status: 200, body: Array("done".utf8))
    }
}

@Suite(.ownThread) struct ServerLifeTests {
    static let request = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"

    @Test("says which port is taken") func taken() throws {
        let server = try Server(EchoService())
        defer { server.stop() }
        #expect(throws: ServerError.portTaken(server.port)) { try Server(EchoService(), port: server.port) }
        #expect("\(ServerError.portTaken(80))".hasPrefix("port 80 on 127.0.0.1 is in use by another program"))
        #expect(throws: ServerError.noSuchPort(65_536)) { try Server(EchoService(), port: 65_536) }
        #expect(throws: ServerError.noSuchPort(-1)) { try Server(EchoService(), port: -1) }
    }

    @Test("a port is free again right after the stop") func again() throws {
        let first = try Server(EchoService())
        var client = try RawClient(port: first.port)
        try client.send(Self.request)
        #expect(try client.answer().status == 200)
        first.stop()
        let second = try Server(EchoService(), port: first.port)
        #expect(second.port == first.port)
        second.stop()
    }

    @Test("lets the answer in flight finish, then closes") func inFlight() throws {
        let service = SlowService(microseconds: 300_000)
        let server = try Server(service)
        var client = try RawClient(port: server.port)
        try client.send(Self.request)
        while service.begun.withLock({ $0 }) == 0 { usleep(1000) }
        server.stop()
        let response = try client.answer()
        #expect(response.text == "done")
        #expect(response.header("Connection") == "close")
    }

    @Test("connections that wait do not hold up the stop, which may be called again") func idle() throws {
        var limits = ServerLimits()
        limits.idle = .seconds(600)
        limits.grace = .seconds(600)
        let server = try Server(EchoService(), limits: limits)
        var clients: [Int32] = []
        defer { for descriptor in clients { close(descriptor) } }
        let addresses = try SocketAddress.addresses(of: "127.0.0.1", port: server.port, before: Deadline(.seconds(9)))
        for _ in 0..<20 {
            clients.append(try Socket(connectingTo: addresses, before: Deadline(.seconds(9))).release())
        }
        let start = ContinuousClock.now
        server.stop()
        server.stop()
        #expect(ContinuousClock.now - start < limits.grace)
    }

    @Test("cuts off a client that does not take its answer") func deaf() throws {
        struct Large: Service {
            func answer(_ request: HTTPRequest) -> HTTPResponse {
                HTTPResponse(status: 200, body: [UInt8](repeating: 65, count: 50_000_000))
            }
        }
        var limits = ServerLimits()
        limits.grace = .milliseconds(300)
        limits.transfer = .seconds(600)
        let server = try Server(Large(), limits: limits)
        let client = try RawClient(port: server.port)
        try client.send(Self.request)
        usleep(200_000)
        let start = ContinuousClock.now
        server.stop()
        #expect(ContinuousClock.now - start < limits.transfer)
        client.endWriting()
    }

    @Test("stops under load: every answer is whole") func load() async throws {
        let server = try Server(EchoService())
        let endpoint = try SocketEndpoint(url: EndpointURL("http://127.0.0.1:\(server.port)"))
        let answered = Guarded(0)
        let errors = await withTaskGroup(of: EndpointError?.self) { group in
            for _ in 0..<8 {
                group.addTask(executorPreference: JobThread()) {
                    while true {
                        do throws(EndpointError) {
                            _ = try await endpoint.exchange(HTTPRequest(body: Array("x".utf8)), within: .seconds(20))
                            answered.withLock { $0 += 1 }
                        } catch {
                            return error
                        }
                    }
                }
            }
            while answered.withLock({ $0 }) < 500 { try? await Task.sleep(for: .milliseconds(5)) }
            server.stop()
            return await group.reduce(into: []) { $0.append($1) }
        }
        for error in errors {
            switch error {
            // Between two answers: the port is closed, or was as the connection came.
            case .unreachable("connection refused"), .closed("closed before the first byte of an answer"): break
            default: Issue.record("\(String(describing: error))")
            }
        }
        #expect(errors.count == 8)
    }

    @Test("closes a connection that waits too long for a request") func idleTooLong() throws {
        var limits = ServerLimits()
        limits.idle = .milliseconds(150)
        let server = try Server(EchoService(), limits: limits)
        defer { server.stop() }
        var client = try RawClient(port: server.port)
        #expect(try client.rest() == "")
    }

    @Test("refuses a request that takes too long to come") func slow() throws {
        var limits = ServerLimits()
        limits.transfer = .milliseconds(150)
        let server = try Server(EchoService(), limits: limits)
        defer { server.stop() }
        var client = try RawClient(port: server.port)
        try client.send("GET / HTTP/1.1\r\n")
        #expect(try client.answer().status == 408)
    }

    @Test("refuses connections beyond the cap, and takes them again later") func cap() throws {
        var limits = ServerLimits()
        limits.connections = 1
        let server = try Server(EchoService(), limits: limits)
        defer { server.stop() }
        do {
            var first = try RawClient(port: server.port)
            try first.send(Self.request)
            #expect(try first.answer().status == 200)
            var second = try RawClient(port: server.port)
            #expect(try second.answer().status == 503)
        }
        var statuses: [Int] = []
        while statuses.last != 200 && statuses.count < 100 {
            usleep(10_000)
            var third = try RawClient(port: server.port)
            try third.send(Self.request)
            statuses.append((try? third.answer().status) ?? 0)
        }
        #expect(statuses.last == 200)
    }
}
