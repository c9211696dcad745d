import Foundation
import Glibc
import Wire

/// The server's end of a connection, without any of the product's reading of HTTP: that is what is under test.
package struct Peer: ~Copyable {
    private let socket: Socket
    private var unread: [UInt8] = []

    package init(_ socket: consuming Socket) { self.socket = socket }

    /// The next request with its body; nil when the client has closed.
    package mutating func takeRequest() throws -> HTTPRequest? {
        let end = Array("\r\n\r\n".utf8)
        while unread.firstRange(of: end) == nil {
            guard try receive() else { return nil }
        }
        guard let headEnd = unread.firstRange(of: end) else { return nil }
        var lines = String(decoding: unread[..<headEnd.lowerBound], as: UTF8.self)
            .split(separator: "\r\n", omittingEmptySubsequences: false)[...]
        let start = lines.popFirst()?.split(separator: " ") ?? []
        let headers = lines.map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return Header(String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        unread.removeSubrange(..<headEnd.upperBound)
        while unread.count < length, try receive() {}
        let body = Array(unread.prefix(length))
        unread.removeFirst(body.count)
        return HTTPRequest(
            method: String(start.first ?? ""), target: String(start.dropFirst().first ?? "/"), headers: headers,
            body: body)
    }

    private mutating func receive() throws -> Bool {
        var part = [UInt8](repeating: 0, count: 16_384)
        let count = try part.withUnsafeMutableBufferPointer { buffer in
            try socket.receive(into: buffer, before: Deadline(.seconds(60)))
        }
        unread += part.prefix(count)
        return count > 0
    }

    package func say(_ bytes: [UInt8]) throws { try socket.send(bytes, before: Deadline(.seconds(60))) }

    /// Drops what the client sends until it closes.
    package mutating func waitForEnd() { while (try? receive()) == true { unread = [] } }

    /// Closes so that the client sees a reset and not an end.
    package func reset() {
        var now = linger(l_onoff: 1, l_linger: 0)
        _ = setsockopt(socket.descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }
}
