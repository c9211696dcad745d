import SpecModel

/// What a golden file says of the answer beside the answer itself.
struct GoldenAttributes {
    let status: Int
    let contentType: String
    let provenance: Provenance
    let source: String
    /// Only files of v2 have it.
    let errorType: String?
    /// Only answers that were taken in from an endpoint have it.
    let recording: Recording?

    /// Reads the first instruction of an XML file.
    init(_ text: Substring) throws(GoldenFault) {
        var values: [String: String] = [:]
        var rest = text
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard !rest.isEmpty else { break }
            guard let equals = rest.firstIndex(of: "="), rest[equals...].dropFirst().first == "\"",
                let end = rest[equals...].dropFirst(2).firstIndex(of: "\"")
            else { throw .attributeSyntax(String(rest)) }
            let name = String(rest[..<equals])
            let value = rest[rest.index(equals, offsetBy: 2)..<end]
            guard values[name] == nil else { throw .repeatedAttribute(name) }
            values[name] = try Self.unescape(value)
            rest = rest[rest.index(after: end)...]
        }
        try self.init(values, optional: [])
    }

    /// - Parameter optional: attributes that may be there beside those that must.
    init(_ values: [String: String], optional: [String]) throws(GoldenFault) {
        let known = ["status", "content-type", "provenance", "source"]
        for name in known where values[name] == nil { throw .missingAttribute(name) }
        if let unknown = values.keys.sorted().first(where: { !(known + Recording.names + optional).contains($0) }) {
            throw .unknownAttribute(unknown)
        }
        let statusText = values["status"] ?? ""
        guard let status = Int(statusText), 100...599 ~= status, "\(status)" == statusText else {
            throw .status(statusText)
        }
        let provenanceText = values["provenance"] ?? ""
        guard let provenance = Provenance(rawValue: provenanceText) else { throw .provenance(provenanceText) }
        self.status = status
        self.provenance = provenance
        contentType = values["content-type"] ?? ""
        source = values["source"] ?? ""
        errorType = values["error-type"]
        recording = try Recording(values)
    }

    private static let escapes = [
        ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("\n", "&#10;"), ("\r", "&#13;"),
    ]

    static func escape(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar in escapes.first { $0.0 == String(scalar) }?.1 ?? String(scalar) }.joined()
        )
    }

    private static func unescape(_ text: Substring) throws(GoldenFault) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
        var result = ""
        var rest = text
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            guard let escape = escapes.first(where: { rest.hasPrefix($0.1) }) else {
                throw .attributeSyntax(String(text))
            }
            result += escape.0
            rest = rest.dropFirst(escape.1.count)
        }
        return result + rest
    }
}
