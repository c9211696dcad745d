/// The form of a request that Signature Version 4 signs.
///
/// Source: AWS General Reference, "Create a signed AWS API request", step 1.
public struct CanonicalRequest: Sendable, Hashable {
    /// Six parts, one below the other: method, path, query, headers, their names, the body's hash.
    public let text: String
    /// Lower-case names in order, joined by `;`.
    public let signedHeaders: String

    /// - Parameters:
    ///   - host: what goes out as `Host`; such a header of the request's own is not looked at.
    ///   - names: the lower-case names of the headers that are signed; nil for all that reach the service as they are.
    ///   - payloadHash: the body's SHA-256 in hexadecimal, or what stands for it.
    public init(_ request: HTTPRequest, host: String, signing names: [String]? = nil, payloadHash: String) {
        let headers = CanonicalRequest.headers(of: request, host: host, signing: names)
        let (path, query) = CanonicalRequest.parts(of: request.target)
        var lines = ""
        var signed = ""
        for (index, header) in headers.enumerated() {
            if index > 0, headers[index - 1].name == header.name {
                lines += ","
            } else {
                if index > 0 {
                    lines += "\n"
                    signed += ";"
                }
                signed += header.name
                lines += header.name
                lines += ":"
            }
            lines += header.value
        }
        var text = request.method
        for part in [CanonicalRequest.path(path), CanonicalRequest.query(query), lines, "", signed, payloadHash] {
            text += "\n"
            text += part
        }
        self.text = text
        signedHeaders = signed
    }

    private static func parts(of target: String) -> (path: Substring, query: Substring) {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (target[...], "") }
        return (target[..<mark], target[target.utf8.index(after: mark)...])
    }

    /// Headers that proxies and clients add or change on the way, and the signature itself.
    private static let unsigned: Set<String> = [
        "authorization", "connection", "content-length", "expect", "keep-alive", "proxy-authorization", "te",
        "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
    ]

    private static func headers(
        of request: HTTPRequest, host: String, signing names: [String]?
    ) -> [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        headers.reserveCapacity(request.headers.count + 1)
        for header in request.headers {
            let name = header.name.lowercased()
            guard name != "host", names?.contains(name) ?? !unsigned.contains(name) else { continue }
            headers.append((name, trimmed(header.value)))
        }
        if names?.contains("host") ?? true { headers.append(("host", trimmed(host))) }
        // Not `sort`, which promises no order among the values of one name.
        for index in headers.indices.dropFirst() {
            var place = index
            while place > 0, headers[place - 1].name > headers[place].name {
                headers.swapAt(place - 1, place)
                place -= 1
            }
        }
        return headers
    }

    /// A value without white space at its ends, and a single blank for each run of it within.
    private static func trimmed(_ value: String) -> String {
        var previous = UInt8(ascii: " ")
        var isTrimmed = true
        for byte in value.utf8 {
            if isWhite(byte), byte != UInt8(ascii: " ") || previous == UInt8(ascii: " ") { isTrimmed = false }
            previous = byte
        }
        if isTrimmed, value.isEmpty || previous != UInt8(ascii: " ") { return value }
        return value.utf8.split(whereSeparator: isWhite).map { String(Substring($0)) }.joined(separator: " ")
    }

    private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The path without `.`, `..` and empty segments, encoded once more than it is on the wire.
    ///
    /// Every service but S3 wants the path so.
    static func path(_ path: Substring) -> String {
        if path == "/" || path.isEmpty { return "/" }
        var segments: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        let end = path.hasSuffix("/") && !segments.isEmpty ? "/" : ""
        return PercentEncoding.encode("/" + segments.joined(separator: "/") + end, keepingSlash: true)
    }

    /// The parameters encoded in the one canonical way, sorted by name and then by value.
    static func query(_ query: Substring) -> String {
        if query.isEmpty { return "" }
        var pairs: [(name: String, value: String)] = query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            return (reencoded(Substring(pair[..<equals])), reencoded(Substring(pair[equals...].dropFirst())))
        }
        pairs.sort { ($0.name, $0.value) < ($1.name, $1.value) }
        return pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    /// What does not decode is signed as if it had been meant literally.
    private static func reencoded(_ text: Substring) -> String {
        let text = String(text)
        return PercentEncoding.encode((try? PercentEncoding.decode(text)) ?? text)
    }
}
