import Foundation
import Glibc
import Testing

@testable import Wire

/// A server that does on each connection whatever a test says, however wrong; listens until the tests end.
final class RawServer: Sendable {
    private final class Port: Sendable {
        let listener: Listener
        let connections = Guarded(0)

        init() throws { listener = try Listener(port: 0) }
    }

    private let port: Port

    /// - Parameter behave: gets the connection and how many came before it; the connection closes when it returns.
    init(_ behave: @escaping @Sendable (inout Connection, Int) throws -> Void) throws {
        port = try Port()
        Thread.detachNewThread { [port] in
            while let socket = port.listener.accept() {
                let descriptor = socket.release()
                let index = port.connections.withLock { count in
                    defer { count += 1 }
                    return count
                }
                Thread.detachNewThread {
                    var connection = Connection(Socket(adopting: descriptor))
                    try? behave(&connection, index)
                }
            }
        }
    }

    /// Answers the first request of each connection with these bytes, then closes, or waits for the client to.
    convenience init(answer: [UInt8], closes: Bool = true) throws {
        try self.init { connection, _ in
            try connection.takeRequest()
            try connection.say(answer)
            if !closes { connection.waitForEnd() }
        }
    }

    /// How many connections were accepted.
    var connections: Int { port.connections.withLock { $0 } }

    var url: EndpointURL {
        get throws { try EndpointURL("http://127.0.0.1:\(port.listener.port)") }
    }

    var endpoint: SocketEndpoint {
        get throws { try SocketEndpoint(url: try url) }
    }
}

extension Connection {
    /// Reads a request that a client sends, leaving the right of it to the test.
    @discardableResult mutating func takeRequest() throws -> HTTPRequest {
        guard let received = try readRequest(ServerLimits(), before: Deadline(.seconds(20))) else {
            throw TransportFault.endedBeforeMessage
        }
        return received.request
    }

    func say(_ text: String) throws { try say(Array(text.utf8)) }

    func say(_ bytes: [UInt8]) throws { try socket.send(bytes, before: Deadline(.seconds(20))) }

    /// Drops what the client sends until it closes.
    mutating func waitForEnd() {
        while (try? fill(before: Deadline(.seconds(20)))) == true { skip(.max) }
    }
}

/// A plain client that sends bytes and shows those that come back.
struct RawClient: ~Copyable {
    private var connection: Connection
    private let deadline = Deadline(.seconds(20))

    init(port: Int) throws {
        let addresses = try SocketAddress.addresses(of: "127.0.0.1", port: port, before: Deadline(.seconds(20)))
        connection = Connection(try Socket(connectingTo: addresses, before: Deadline(.seconds(20))))
    }

    func send(_ text: String) throws { try connection.socket.send(Array(text.utf8), before: deadline) }

    func endWriting() { connection.socket.endWriting() }

    mutating func answer(to method: String = "POST") throws -> HTTPResponse {
        try connection.readAnswer(to: method, before: deadline).response
    }

    /// The next line, without its end.
    mutating func line() throws -> String {
        String(decoding: try connection.readLine(limit: 4096, in: "a line", before: deadline), as: UTF8.self)
    }

    /// Everything that comes until the server closes.
    mutating func rest() throws -> String {
        var bytes: [UInt8] = []
        while try connection.move(atMost: .max, to: &bytes, before: deadline) > 0 {}
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Answers with the request: method, target and body.
struct EchoService: Service {
    func answer(_ request: HTTPRequest) -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: [Header("Content-Type", "text/plain")],
            body: Array("\(request.method) \(request.target) ".utf8) + request.body)
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// The error of an exchange.
func fault(
    of endpoint: some Endpoint, _ request: HTTPRequest = HTTPRequest(), within duration: Duration = .seconds(20),
    sourceLocation: SourceLocation = #_sourceLocation
) async -> EndpointError? {
    do {
        let response = try await endpoint.exchange(request, within: duration)
        Issue.record("answered \(response.status)", sourceLocation: sourceLocation)
        return nil
    } catch {
        return error
    }
}
