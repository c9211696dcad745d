import Wire

private let ok = "HTTP/1.1 200 OK\r\n"
private let chunked = ok + "Transfer-Encoding: chunked\r\n\r\n"

extension HostileBehaviour {
    static let connection = [
        HostileBehaviour("never answers", .silence, "no answer within") { _ in .hold("") },
        HostileBehaviour("says a byte now and then", .silence, "no answer within") { .drip($0.rightBytes) },
        HostileBehaviour(
            "closes without an answer", .fault,
            "closed before the first byte"
        ) { _ in .close("") },
        HostileBehaviour(
            "resets the connection", .fault,
            "closed before the first byte"
        ) { _ in .reset },
        HostileBehaviour(
            "closes within the headers",
            .fault,
            "closed within the headers"
        ) { _ in .close(ok + "Server: ") },
        HostileBehaviour(
            "closes within the body", .fault,
            "closed after 3 of 9 bytes"
        ) { _ in .close(ok + "Content-Length: 9\r\n\r\n<Se") },
        HostileBehaviour("speaks HTTP/0.9", .fault, "<html>hello") {
            _ in .hold("<html>hello")
        },
        HostileBehaviour(
            "speaks HTTP/2", .fault,
            "answer starts with"
        ) { _ in .hold([0, 0, 0, 4, 0, 0, 0, 0, 0]) },
        HostileBehaviour(
            "begins as a client of HTTP/2 does", .fault,
            "PRI * HTTP/2.0"
        ) { _ in .hold("PRI * HTTP/2.0\r\n") },
        HostileBehaviour(
            "speaks TLS",
            .fault,
            "which is TLS"
        ) { _ in .hold([0x15, 3, 3, 0, 2, 2, 10]) },
        HostileBehaviour("says another answer in advance", .document, run: "passed", "") { exchange in
            .answer(exchange.rightBytes + Array((ok + "Content-Length: 5\r\n\r\nstale").utf8))
        },
        HostileBehaviour("says more than it stated", .document, run: "passed", "") { exchange in
            .answer(exchange.rightBytes + Array("<More/>".utf8))
        },
        HostileBehaviour("says 100 Continue and 103 before", .document, run: "passed", "") { exchange in
            .answer(Array("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nA: b\r\n\r\n".utf8) + exchange.rightBytes)
        },
        HostileBehaviour("says 100 Continue for ever", .fault, "interim") {
            _ in .endless("", "HTTP/1.1 100 Continue\r\n\r\n")
        },
        HostileBehaviour("says 100 Continue and no more", .silence, "no answer within") { _ in
            .hold("HTTP/1.1 100 Continue\r\n\r\n")
        },
        HostileBehaviour(
            "changes the protocol", .fault,
            "status 101"
        ) { _ in .hold("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n") },
    ]

    static let framing = [
        HostileBehaviour("states too long a body", .silence, "no answer within") { exchange in
            .hold(Array((ok + "Content-Length: \(exchange.right.body.count + 1)\r\n\r\n").utf8) + exchange.right.body)
        },
        HostileBehaviour("states too short a body", .unreadable, "not well-formed") { exchange in
            .answer(Array((ok + "Content-Length: 9\r\n\r\n").utf8) + exchange.right.body)
        },
        malformed("states a negative length", "Content-Length: -1", "bad Content-Length \"-1\""),
        malformed(
            "states two lengths", "Content-Length: 1\r\nContent-Length: 2", "Content-Length is both 1 and 2"),
        HostileBehaviour("states one length twice", .document, run: "passed", "") { exchange in
            var response = exchange.right
            response.headers.append(Header("Content-Length", "\(response.body.count)"))
            return .answer(HostileServer.bytes(of: response))
        },
        HostileBehaviour("states a huge length", .fault, "cap of 10,000,000 bytes") { _ in
            .hold(ok + "Content-Length: 999999999999999999\r\n\r\n")
        },
        malformed(
            "states a length beyond all numbers", "Content-Length: 99999999999999999999",
            "bad Content-Length \"99999999999999999999\""),
        HostileBehaviour("never ends its body", .fault, "cap of 10,000,000 bytes") { _ in
            .endless(ok + "\r\n", "<a></a>")
        },
        HostileBehaviour("never ends its chunks", .fault, "cap of 10,000,000 bytes") { _ in
            .endless(chunked, "400\r\n" + String(repeating: "a", count: 1_024) + "\r\n")
        },
        chunk("says a chunk size in words", "zz\r\n", "bad chunk size \"zz\""),
        chunk("says a negative chunk size", "-1\r\n", "bad chunk size \"-1\""),
        chunk("says a chunk size beyond all numbers", "ffffffffffffffff\r\n", "bad chunk size \"ffffffffffffffff\""),
        HostileBehaviour("says a huge chunk", .fault, "cap of 10,000,000 bytes") { _ in
            .hold(chunked + "7fffffffffffff\r\n")
        },
        HostileBehaviour("never says the last chunk", .silence, "no answer within") { _ in .hold(chunked + "1\r\na\r\n")
        },
        HostileBehaviour(
            "closes before the last chunk", .fault, "within a chunk size"
        ) { _ in .close(chunked + "1\r\na\r\n") },
        HostileBehaviour(
            "never ends a chunk extension", .fault,
            "in a chunk size"
        ) { _ in .endless(chunked + "1;", "a") },
        HostileBehaviour("never ends its trailers", .fault, "cap of 65,536 bytes") { _ in
            .endless(chunked + "0\r\n", "A: b\r\n")
        },
    ]

    static let heads = [
        HostileBehaviour("never ends its headers", .fault, "cap of 65,536 bytes") { _ in
            .endless(ok, "A: \(String(repeating: "b", count: 1_000))\r\n")
        },
        HostileBehaviour("never ends a header", .fault, "cap of 65,536 bytes") { _ in
            .endless(ok + "A: ", "a")
        },
        HostileBehaviour("never ends its status line", .fault, "cap of 65,536 bytes") { _ in
            .endless("HTTP/1.1 200 ", "a")
        },
        HostileBehaviour("says 10,000 headers", .fault, "more than 256 headers") {
            _ in .hold(ok + String(repeating: "A: b\r\n", count: 10_000) + "\r\n")
        },
        malformed("says a terminal's escapes in a header", "A: \u{1B}[2J", "control character in header"),
        malformed("says a NUL in a header", "A: \u{0}", "control character in header"),
        HostileBehaviour("redirects to itself", .unreadable, "302") { exchange in
            let host = exchange.request.headers.first { $0.name == "Host" }?.value ?? ""
            return .answer(
                Array("HTTP/1.1 302 Found\r\nLocation: http://\(host)/\r\nContent-Length: 0\r\n\r\n".utf8))
        },
        HostileBehaviour("says that the answer is zipped", .unreadable, "neither XML nor JSON") {
            .answer(
                $0.body([0x1F, 0x8B, 8, 0] + [UInt8](repeating: 7, count: 64), [Header("Content-Encoding", "gzip")]))
        },
    ]

    /// A redirect to a host that must never be asked.
    package static func redirect(_ status: Int, to address: String) -> HostileBehaviour {
        HostileBehaviour("redirects to another host with \(status)", .unreadable, "\(status)") { _ in
            .answer(Array("HTTP/1.1 \(status) There\r\nLocation: \(address)/\r\nContent-Length: 0\r\n\r\n".utf8))
        }
    }

    private static func malformed(_ name: String, _ lines: String, _ words: String) -> HostileBehaviour {
        HostileBehaviour(name, .fault, words) { _ in .hold("\(ok)\(lines)\r\n\r\n") }
    }

    private static func chunk(_ name: String, _ lines: String, _ words: String) -> HostileBehaviour {
        HostileBehaviour(name, .fault, words) { _ in .hold(chunked + lines) }
    }
}
