/// The header of a raw message.
///
/// Source: RFC 5322 section 2.2; API reference p. 52.
struct RawMessage {
    /// Names as they were sent, values unfolded.
    private(set) var fields: [(name: String, value: String)] = []

    /// - Throws: `InvalidParameterValue` for a field without a name.
    init(_ bytes: [UInt8]) throws(Refusal) {
        for line in Self.headerLines(bytes) {
            if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
                guard !fields.isEmpty else { continue }
                fields[fields.count - 1].value += " " + Self.text(line)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = Self.text(line[..<colon])
                guard !name.isEmpty else { throw .invalidParameterValue("Empty header names are illegal.") }
                fields.append((name, Self.text(line[(colon + 1)...])))
            }
        }
    }

    /// The lines before the first empty one, without their ends.
    private static func headerLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
            var line = bytes[start..<end]
            if line.last == 0x0d { line.removeLast() }
            if line.isEmpty { break }
            lines.append(line)
            start = end + 1
        }
        return lines
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first field of that name, whatever its letter case.
    func field(_ name: String) -> String? { fields.first { $0.name.lowercased() == name }?.value }

    /// The addresses of all fields of that name.
    ///
    /// - Parameter name: in lower case.
    func addresses(_ name: String) throws(Refusal) -> [EmailAddress] {
        var result: [EmailAddress] = []
        for field in fields where field.name.lowercased() == name { result += try AddressList.parse(field.value) }
        return result
    }
}
