import Wire

/// Faults of the bytes of a document.
enum DocumentFaults {
    static func faults(of response: HTTPResponse) -> [WireFault] { unescaped(response) + truncated() }

    private static func unescaped(_ response: HTTPResponse) -> [WireFault] {
        let body = String(decoding: response.body, as: UTF8.self)
        return [("&amp;", "&"), ("&lt;", "<")].filter { body.contains($0.0) }.map { escape, raw in
            WireFault(
                .textUnescaped, "leaves \(raw) as it is",
                message: { response in
                    let text = String(decoding: response.body, as: UTF8.self).replacing(escape, with: raw)
                    response.body = Array(text.utf8)
                })
        }
    }

    private static func truncated() -> [WireFault] {
        func cut(_ what: String, _ kept: @escaping @Sendable (Int) -> Int) -> WireFault {
            WireFault(
                .documentTruncated, what,
                message: { response in
                    // What follows the last tag is white space, which nobody misses.
                    let end = response.body.lastIndex(of: UInt8(ascii: ">")) ?? 0
                    response.body = Array(response.body.prefix(kept(end)))
                })
        }
        return [
            cut("breaks off before the last '>'") { $0 },
            cut("breaks off in the middle") { $0 / 2 },
            cut("is empty") { _ in 0 },
        ]
    }
}
