import SpecModel

/// A request of an unusual transmission as it is written: its bytes, and where there is a pause between them.
struct RenderedRequest: Sendable {
    /// What is written at once, in order.
    let pieces: [[UInt8]]
    /// The methods of all requests in it, which say how their answers end.
    let methods: [String]
    let endsWriting: Bool

    /// - Throws: ``EndpointError/malformed(_:)`` if the request can't be sent even in the usual way.
    init(_ request: HTTPRequest, for url: EndpointURL) throws(EndpointError) {
        // What is malformed on purpose is in the transmission alone.
        var bytes: [UInt8] = []
        for one in request.ahead { bytes += try one.bytes(for: url) }
        _ = try request.bytes(for: url)
        let transmission = request.transmission ?? Transmission()
        let own = RenderedRequest.parts(of: request, transmission, url)
        let start = bytes.count
        bytes += own.head + own.body
        let places = Transmission.Cut.allCases.filter(transmission.cuts.contains)
            .map { start + own.offset(of: $0) }
        let edges = Set(places).filter { 0 < $0 && $0 < bytes.count }.sorted()
        pieces = zip([0] + edges, edges + [bytes.count]).map { Array(bytes[$0..<$1]) }
        methods = request.ahead.map(\.method) + [request.method]
        endsWriting = transmission.endsWriting
    }

    /// Head and body of one request.
    private struct Parts {
        var head: [UInt8] = []
        var body: [UInt8] = []

        func offset(of cut: Transmission.Cut) -> Int {
            let line = head.firstIndex(of: 0x0D) ?? 0
            return switch cut {
            case .requestLine: line / 2
            case .headerName: line + 4
            case .lineEnd: line + 1
            case .headEnd: head.count - 1
            case .afterHead: head.count
            case .body: head.count + body.count / 2
            }
        }
    }

    private static func parts(of request: HTTPRequest, _ transmission: Transmission, _ url: EndpointURL) -> Parts {
        var parts = Parts()
        let path = url.target(for: request.target)
        let target = transmission.isAbsolute ? "\(url.scheme.rawValue)://\(url.authority)\(path)" : path
        parts.head += "\(request.method) \(target) \(transmission.version)\r\n".utf8
        for line in lines(of: request, transmission, url) { parts.head += Array(line.utf8) + [0x0D, 0x0A] }
        parts.head += [0x0D, 0x0A]
        parts.body = transmission.chunking.map { chunks(request.body, $0) } ?? request.body
        parts.body += transmission.tail.utf8
        return parts
    }

    /// The lines of the header, without their ends.
    private static func lines(
        of request: HTTPRequest, _ transmission: Transmission, _ url: EndpointURL
    ) -> [String] {
        var headers = [Header("Host", url.authority)] + request.headers.filter { !$0.isNamed("Host") }
        headers.append(Header("User-Agent", "ses-conformance"))
        let usual = ["POST", "PUT", "PATCH"].contains(request.method) || !request.body.isEmpty
        let isStated = transmission.headers.contains { Header($0.name, "").isNamed("Content-Length") }
        if transmission.chunking != nil {
            headers.append(Header("Transfer-Encoding", "chunked"))
        } else if usual || isStated {
            headers.append(Header("Content-Length", String(request.body.count)))
        }
        let known = headers.map { header in
            let other = transmission.headers.first { header.isNamed($0.name) }
            return other.map { $0.lines.map { $0.replacing("…", with: header.value) } }
                ?? ["\(header.name): \(header.value)"]
        }
        let added = transmission.headers.filter { other in !headers.contains { $0.isNamed(other.name) } }
        // What stands for a header that is not there has no value to hold.
        return known.flatMap { $0 } + added.flatMap(\.lines).filter { !$0.contains("…") }
    }

    /// Source: RFC 9112, 7.1.
    private static func chunks(_ body: [UInt8], _ chunking: Transmission.Chunking) -> [UInt8] {
        let half = body.count / 2
        let filled = [body[..<half], body[half...]].filter { !$0.isEmpty }
        return (filled + [[]]).flatMap { chunk -> [UInt8] in
            let size = String(chunk.count, radix: 16) + chunking.extension + "\r\n"
            return Array(size.utf8) + chunk + [0x0D, 0x0A]
        }
    }
}
