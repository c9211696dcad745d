import SpecModel
import Wire

/// Faults of the bytes of a document.
enum DocumentFaults {
    /// - Parameter api: whose documents they are.
    static func faults(of response: HTTPResponse, _ api: API) -> [WireFault] {
        unescaped(response, api) + truncated(response, api)
    }

    private static func escapes(_ api: API) -> [(escape: String, raw: String)] {
        switch api {
        case .v1: [("&amp;", "&"), ("&lt;", "<")]
        case .v2: [("\\\"", "\""), ("\\n", "\n"), ("\\t", "\t")]
        }
    }

    private static func unescaped(_ response: HTTPResponse, _ api: API) -> [WireFault] {
        let body = String(decoding: response.body, as: UTF8.self)
        return escapes(api).filter { body.contains($0.escape) }.map { escape, raw in
            WireFault(
                .textUnescaped, "leaves \(escape) unescaped", in: .content,
                message: { response in
                    let text = String(decoding: response.body, as: UTF8.self).replacing(escape, with: raw)
                    response.body = Array(text.utf8)
                })
        }
    }

    private static func truncated(_ response: HTTPResponse, _ api: API) -> [WireFault] {
        func cut(_ what: String, _ kept: @escaping @Sendable (Int) -> Int) -> WireFault {
            WireFault(
                .documentTruncated, what, in: .content,
                message: { response in
                    // What follows the last tag or bracket is white space, which nobody misses.
                    let end = response.body.lastIndex { ![0x20, 0x0A, 0x0D, 0x09].contains($0) } ?? 0
                    response.body = Array(response.body.prefix(kept(end)))
                })
        }
        let broken = [
            cut("breaks off before the last character") { $0 },
            cut("breaks off in the middle") { max(1, $0 / 2) },
        ]
        // An error of JSON without a body says all but its message.
        let isMessageOnly = api == .v2 && !(200..<300 ~= response.status)
        return isMessageOnly ? broken : broken + [cut("is empty") { _ in 0 }]
    }
}
