/// How large the start line and headers of a message may be.
package struct HeadLimits: Sendable {
    /// Start line, headers and line ends together, inclusive.
    let bytes: Int
    /// Header lines, inclusive.
    let headers: Int
    /// Whether a line may end with a line feed alone, as a client may tolerate but a server had better not.
    let allowsBareLineFeed: Bool

    static let standard = HeadLimits(bytes: 65_536, headers: 256, allowsBareLineFeed: true)
}

/// Start line and headers of a request or an answer.
struct MessageHead {
    let startLine: ArraySlice<UInt8>
    /// In order, names as received, values without white space at their ends.
    let headers: [Header]

    /// Splits a head, its empty line included, into lines.
    ///
    /// - Throws: ``TransportFault/malformed(_:)``.
    init(_ bytes: ArraySlice<UInt8>, _ limits: HeadLimits) throws(TransportFault) {
        let (length, headers) = try bytes.withUnsafeBufferPointer { bytes throws(TransportFault) in
            try MessageHead.parts(bytes, limits)
        }
        startLine = bytes.prefix(length)
        self.headers = headers
    }

    /// The length of the start line without its end, and the headers.
    private static func parts(
        _ bytes: UnsafeBufferPointer<UInt8>, _ limits: HeadLimits
    ) throws(TransportFault) -> (Int, [Header]) {
        var startLength: Int?
        var headers: [Header] = []
        headers.reserveCapacity(12)
        var start = 0
        for feed in bytes.indices where bytes[feed] == 0x0A {
            let hasReturn = feed > start && bytes[feed - 1] == 0x0D
            let line = bytes[start..<(hasReturn ? feed - 1 : feed)]
            start = feed + 1
            if !hasReturn, !limits.allowsBareLineFeed {
                throw .malformed("line ends without a carriage return: \(quoted(line))")
            }
            if startLength == nil {
                startLength = line.count
            } else if !line.isEmpty {
                guard headers.count < limits.headers else { throw .malformed("more than \(limits.headers) headers") }
                headers.append(try MessageHead.header(line))
            }
        }
        return (startLength ?? 0, headers)
    }

    /// Reads `Name: value`.
    ///
    /// No white space before the colon and no folded lines: both are ways to make two readers see two things.
    /// Source: RFC 9112, 5.
    static func header(_ line: some RandomAccessCollection<UInt8>) throws(TransportFault) -> Header {
        guard let first = line.first, first != 0x20, first != 0x09 else {
            throw .malformed("folded header line \(quoted(line))")
        }
        guard let colon = line.firstIndex(of: 0x3A) else { throw .malformed("header without a colon: \(quoted(line))") }
        let name = line[line.startIndex..<colon]
        guard !name.isEmpty, name.allSatisfy(isTokenByte) else {
            throw .malformed("bad header name in \(quoted(line))")
        }
        var value = line[colon...].dropFirst()
        while let byte = value.first, byte == 0x20 || byte == 0x09 { value = value.dropFirst() }
        while let byte = value.last, byte == 0x20 || byte == 0x09 { value = value.dropLast() }
        guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw .malformed("control character in header \(quoted(line))")
        }
        return Header(String(decoding: name, as: UTF8.self), text(value))
    }

    /// UTF-8 where it is that, Latin-1 else, so that every value can be told from every other.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: bytes.map { Unicode.Scalar($0) } as [Unicode.Scalar])
        return String(scalars)
    }
}

/// Whether a byte may stand in a method or a header name.
///
/// Source: RFC 9110, 5.6.2.
func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
    default: false
    }
}

extension [Header] {
    /// The members of all headers of that lower-case name, comma-separated lists taken apart, in lower case.
    func members(named lowercased: String) -> [String] {
        var found: [String] = []
        for header in self where header.isNamed(lowercased) {
            for part in header.value.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
                found.append(Substring(part).trimmingBlanks.lowercased())
            }
        }
        return found
    }

    /// The length that `Content-Length` states; several equal ones are one.
    ///
    /// Source: RFC 9112, 6.3.
    func contentLength() throws(TransportFault) -> Int? {
        var length: Int?
        for text in members(named: "content-length") {
            guard 1...18 ~= text.utf8.count, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let value = Int(text) else {
                throw .malformed("bad Content-Length \(quoted(text.utf8))")
            }
            if let length, length != value { throw .malformed("Content-Length is both \(length) and \(value)") }
            length = value
        }
        return length
    }
}

extension Substring {
    var trimmingBlanks: Substring {
        var rest = utf8
        while let first = rest.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return Substring(rest)
    }
}
