import Foundation
import Wire

/// A server that answers rightly but for the requests that it is told to misbehave at; listens until it goes.
package final class HostileServer: Sendable {
    private final class Port: Sendable {
        let listener: Listener
        let connections = Guarded(0)
        let attacked = Guarded(0)

        init() throws { listener = try Listener(port: 0) }
    }

    private let port: Port

    /// - Parameters:
    ///   - service: answers what is not attacked.
    ///   - spared: how many of the attacked requests are answered rightly before.
    ///   - isAttacked: whether a request gets the behaviour.
    package init(
        _ behaviour: HostileBehaviour, before service: any Service, spared: Int = 0,
        isAttacked: @escaping @Sendable (HTTPRequest) -> Bool = { _ in true }
    ) throws {
        let port = try Port()
        self.port = port
        Thread.detachNewThread {
            while let socket = port.listener.accept() {
                let descriptor = socket.release()
                port.connections.withLock { $0 += 1 }
                Thread.detachNewThread {
                    var peer = Peer(Socket(adopting: descriptor))
                    try? HostileServer.serve(&peer, behaviour, service) { request in
                        guard isAttacked(request) else { return false }
                        return port.attacked.withLock { count in
                            count += 1
                            return count > spared
                        }
                    }
                }
            }
        }
    }

    deinit { port.listener.shutDown() }

    package var number: Int { port.listener.port }
    package var address: String { "http://127.0.0.1:\(number)" }
    /// How many connections were accepted.
    package var connections: Int { port.connections.withLock { $0 } }
    /// How many requests came that are attacked, the spared ones among them.
    package var attacked: Int { port.attacked.withLock { $0 } }

    private static func serve(
        _ peer: inout Peer, _ behaviour: HostileBehaviour, _ service: any Service, _ isDue: (HTTPRequest) -> Bool
    ) throws {
        while let request = try peer.takeRequest() {
            let right = service.answer(request)
            guard isDue(request) else {
                try peer.say(bytes(of: right))
                continue
            }
            switch behaviour.act(HostileExchange(request: request, right: right)) {
            case .answer(let bytes): try peer.say(bytes)
            case .hold(let bytes):
                try peer.say(bytes)
                return peer.waitForEnd()
            case .close(let bytes): return try peer.say(bytes)
            case .reset: return peer.reset()
            case .endless(let head, let part):
                try peer.say(head)
                while true { try peer.say(part) }
            case .drip(let bytes):
                for byte in bytes {
                    try peer.say([byte])
                    usleep(100_000)
                }
            }
        }
    }

    /// A right answer as it goes onto the wire.
    package static func bytes(of response: HTTPResponse) -> [UInt8] {
        let headers = response.headers.map { "\($0.name): \($0.value)\r\n" }.joined()
        let head = "HTTP/1.1 \(response.status) Said\r\n\(headers)Content-Length: \(response.body.count)\r\n\r\n"
        return Array(head.utf8) + response.body
    }
}

/// A request that is about to be answered wrongly, and what would be right.
package struct HostileExchange: Sendable {
    package let request: HTTPRequest
    package let right: HTTPResponse

    /// The right answer as it goes onto the wire.
    package var rightBytes: [UInt8] { HostileServer.bytes(of: right) }

    /// The right answer with another body.
    package func body(_ bytes: [UInt8], _ headers: [Header] = []) -> [UInt8] {
        var response = right
        response.body = bytes
        response.headers += headers
        return HostileServer.bytes(of: response)
    }

    package func body(_ text: String) -> [UInt8] { body(Array(text.utf8)) }

    /// The right body with a text in place of another.
    package func replacing(_ old: String, with new: String) -> [UInt8] {
        body(String(decoding: right.body, as: UTF8.self).replacing(old, with: new))
    }
}

/// What is done to a client that has sent its request.
package enum HostileAct: Sendable {
    /// Says this, and takes the next request.
    case answer([UInt8])
    /// Says this, and then nothing until the client closes.
    case hold([UInt8])
    /// Says this and closes.
    case close([UInt8])
    /// Closes as a crash does.
    case reset
    /// Says the first and then the second for ever.
    case endless([UInt8], [UInt8])
    /// Says a byte ten times a second.
    case drip([UInt8])

    package static func hold(_ text: String) -> HostileAct { .hold(Array(text.utf8)) }
    package static func close(_ text: String) -> HostileAct { .close(Array(text.utf8)) }
    package static func endless(_ head: String, _ part: String) -> HostileAct {
        // In parts of some size, so that the client is what takes the time.
        .endless(Array(head.utf8), Array(String(repeating: part, count: max(1, 8_192 / part.utf8.count)).utf8))
    }
}
