import SpecModel

/// Writes a request that `curl` would not send as a command for `printf` and `nc`, its bytes escaped.
///
///     { printf 'POST / HTTP/1.1\r\nHost: 127.0.0.1:5000\r\n…'; sleep 2; } | nc 127.0.0.1 5000
///
/// (in one line). It holds no credential and no signature, for nobody could sign there: the `Authorization` that it has
/// only names the service, which some emulators look for.
enum NetcatCommand {
    /// The command, which leaves two seconds for the answer; a comment where the endpoint's URL is none of plain http.
    static func text(for request: HTTPRequest, baseURL: String, region: String, service: String) -> String {
        guard let url = try? EndpointURL(baseURL), let rendered = try? rendered(request, url, region, service) else {
            return "# needs an http endpoint: neither curl nor nc sends it to \(CurlCommand.quoted(baseURL))"
        }
        let writes = rendered.pieces.map { "printf '\(escaped($0))'" }.joined(separator: "; sleep 0.1; ")
        let place = "\(CurlCommand.quoted(url.host)) \(url.port)"
        let command =
            rendered.endsWriting ? "{ \(writes); } | nc -N \(place)" : "{ \(writes); sleep 2; } | nc \(place)"
        return command + "  # unsigned: curl does not send such a request"
    }

    private static func rendered(
        _ request: HTTPRequest, _ url: EndpointURL, _ region: String, _ service: String
    ) throws(EndpointError) -> RenderedRequest {
        guard url.scheme == .http else { throw .unreachable(url.description) }
        let scope = "Credential=test/20260101/\(region)/\(service)/aws4_request, SignedHeaders=host, Signature=none"
        func scoped(_ request: HTTPRequest) -> HTTPRequest {
            var request = request
            request.headers.append(Header("Authorization", "AWS4-HMAC-SHA256 \(scope)"))
            request.ahead = request.ahead.map(scoped)
            return request
        }
        return try RenderedRequest(scoped(request), for: url)
    }

    /// Bytes as the format of a POSIX `printf` within apostrophes.
    private static func escaped(_ bytes: [UInt8]) -> String {
        bytes.map { byte -> String in
            switch byte {
            case 0x0D: return "\\r"
            case 0x0A: return "\\n"
            case 0x25: return "%%"
            case 0x5C: return "\\\\"
            case 0x20..<0x7F where byte != 0x27: return String(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 8)
                return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }.joined()
    }
}
