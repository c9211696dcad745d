import Glibc

/// Answers as a server puts them on the wire.
enum ReplyBytes {
    /// An answer of the service, with what only the server knows.
    ///
    /// `Content-Length`, `Transfer-Encoding` and `Connection` are the server's own, whatever the service says; a line
    /// break in a header's value becomes a space, so that no value can pass for a header.
    static func reply(_ response: HTTPResponse, to method: String, closes: Bool, date: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512 + response.body.count)
        let status = 100...999 ~= response.status ? response.status : 500
        bytes.append(contentsOf: "HTTP/1.1 \(status) \(reasonPhrase(status))\r\n".utf8)
        var hasDate = false
        for header in response.headers where !isOwn(header) {
            if header.isNamed("date") { hasDate = true }
            bytes.append(contentsOf: header.name.utf8)
            bytes.append(contentsOf: [0x3A, 0x20])
            bytes.append(contentsOf: header.value.utf8.map { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F ? 0x20 : $0 })
            bytes.append(contentsOf: [0x0D, 0x0A])
        }
        if !hasDate { bytes.append(Header("Date", date)) }
        bytes.append(Header("Connection", closes ? "close" : "keep-alive"))
        let mayHaveBody = status >= 200 && status != 204 && status != 304
        if mayHaveBody { bytes.append(Header("Content-Length", String(response.body.count))) }
        bytes.append(contentsOf: [0x0D, 0x0A])
        if mayHaveBody && method != "HEAD" { bytes.append(contentsOf: response.body) }
        return bytes
    }

    /// An answer to what is not a request that could be served; the connection closes after it.
    static func refusal(_ status: Int, _ reason: String, date: String) -> [UInt8] {
        let response = HTTPResponse(
            status: status, headers: [Header("Content-Type", "text/plain; charset=utf-8")],
            body: Array("\(status) \(reasonPhrase(status)): \(reason)\n".utf8))
        return reply(response, to: "", closes: true, date: date)
    }

    private static func isOwn(_ header: Header) -> Bool {
        header.name.isEmpty || !header.name.utf8.allSatisfy(isTokenByte) || header.isNamed("content-length")
            || header.isNamed("transfer-encoding") || header.isNamed("connection")
    }
}

/// The words after a status; empty for one that HTTP does not know.
///
/// Source: the IANA registry of HTTP status codes.
func reasonPhrase(_ status: Int) -> String {
    switch status {
    case 100: "Continue"
    case 200: "OK"
    case 201: "Created"
    case 202: "Accepted"
    case 204: "No Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 303: "See Other"
    case 304: "Not Modified"
    case 307: "Temporary Redirect"
    case 308: "Permanent Redirect"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 411: "Length Required"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 415: "Unsupported Media Type"
    case 417: "Expectation Failed"
    case 422: "Unprocessable Content"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 505: "HTTP Version Not Supported"
    default: ""
    }
}

/// The `Date` header, worded once a second.
struct HTTPDate {
    private let clock: @Sendable () -> Int
    private var second = 0
    private var words = ""

    /// - Parameter clock: seconds since 1970.
    init(_ clock: @escaping @Sendable () -> Int) { self.clock = clock }

    /// The present moment.
    static func now() -> String { words(for: time(nil)) }

    /// The present moment, from memory within the same second.
    mutating func text() -> String {
        let now = clock()
        if now != second {
            second = now
            words = HTTPDate.words(for: now)
        }
        return words
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, in English whatever the locale.
    ///
    /// Source: RFC 9110, 5.6.7.
    static func words(for second: Int) -> String {
        var moment = second
        var parts = tm()
        gmtime_r(&moment, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day =
            "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(1900 + parts.tm_year)"
        return "\(day) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }
}
