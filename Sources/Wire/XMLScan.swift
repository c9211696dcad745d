/// A look over an XML document's bytes before a parser sees them: refuses what makes a parser slow or unsafe.
///
/// The parser spends time that grows with the square of a tag's attributes, fetches and expands what a document
/// type declares, and guesses encodings. None of that has a place in an answer. Whether the document is
/// well-formed is left to the parser.
public enum XMLScan {
    /// The largest document that is read, in bytes, inclusive.
    public static let byteLimit = 9_999_999
    /// The largest tag that is read, in bytes, inclusive.
    public static let tagLimit = 65536
    /// The most attributes of one tag that are read, inclusive.
    public static let attributeLimit = 1000

    /// - Throws: ``WireError`` with what is refused and where.
    public static func check(_ document: [UInt8]) throws(WireError) { _ = try scan(document) }

    /// Checks a document and makes it safe to parse.
    ///
    /// FoundationXML's parser follows a null pointer where a processing instruction has a target and nothing else:
    /// such a one gets a blank.
    ///
    /// - Returns: the document; the same bytes where there is no such instruction.
    static func scan(_ document: [UInt8]) throws(WireError) -> [UInt8] {
        guard document.count <= byteLimit else { throw .tooLarge(bytes: document.count, limit: byteLimit) }
        let bareInstructions = try document.withUnsafeBufferPointer { bytes throws(WireError) in
            try checkEncoding(bytes)
            var scanner = XMLScanner(bytes: bytes)
            try scanner.scan()
            return scanner.bareInstructions
        }
        if bareInstructions.isEmpty { return document }
        var result: [UInt8] = []
        result.reserveCapacity(document.count + bareInstructions.count)
        var start = 0
        for offset in bareInstructions {
            result += document[start..<offset]
            result.append(UInt8(ascii: " "))
            start = offset
        }
        return result + document[start...]
    }

    private static func checkEncoding(_ bytes: UnsafeBufferPointer<UInt8>) throws(WireError) {
        if let name = ByteOrderMark.encoding(bytes) { throw .otherEncoding(name) }
        if let offset = firstInvalidUTF8(bytes) { throw .notUTF8(TextPosition(offset: offset, in: bytes)) }
    }
}

/// What a document's first bytes say of its encoding.
enum ByteOrderMark {
    /// The UTF-8 mark's length if the bytes begin with it, otherwise 0.
    static func length(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// The encoding other than UTF-8 that the bytes begin like, if any; a zero byte gives UTF-16 and UTF-32 away
    /// where there is no mark.
    static func encoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF), (0xFF, 0xFE): return "UTF-16"
        default: return bytes.prefix(4).contains(0) ? "UTF-16 or UTF-32" : nil
        }
    }
}

/// The offset of the first byte that is not part of UTF-8.
func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
        return nil
    } catch {
        return error.byteOffsets.lowerBound
    }
}

private struct XMLScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the `?>` of each instruction is that has a target only.
    private(set) var bareInstructions: [Int] = []
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func scan() throws(WireError) {
        position = ByteOrderMark.length(bytes)
        if let declared = declaredEncoding(), declared.lowercased() != "utf-8" { throw .otherEncoding(declared) }
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                position += 1
                continue
            }
            switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
            case UInt8(ascii: "!"): try skipDeclaration()
            case UInt8(ascii: "?"): skipInstruction()
            default: try skipTag()
            }
        }
    }

    private mutating func skipDeclaration() throws(WireError) {
        if starts(with: "<!--") {
            position += 4
            skip(past: "-->")
        } else if starts(with: "<![CDATA[") {
            position += 9
            skip(past: "]]>")
        } else {
            throw .declaration(TextPosition(offset: position, in: bytes))
        }
    }

    private mutating func skipInstruction() {
        let start = position + 2
        position = start
        skip(past: "?>")
        guard position - 2 >= start, bytes[position - 1] == UInt8(ascii: ">") else { return }
        if !bytes[start..<(position - 2)].contains(where: XMLReader.isWhite) { bareInstructions.append(position - 2) }
    }

    /// Moves behind the tag that begins here; a tag that does not end is the parser's to report.
    private mutating func skipTag() throws(WireError) {
        let start = position
        let end = min(bytes.count, start + XMLScan.tagLimit)
        var quote: UInt8 = 0
        var quotes = 0
        while position < end {
            let byte = bytes[position]
            position += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                return
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                quotes += 1
                guard quotes <= XMLScan.attributeLimit else {
                    throw oversized(XMLScan.attributeLimit, "attributes", start)
                }
            }
        }
        guard position == bytes.count else { throw oversized(XMLScan.tagLimit, "bytes", start) }
    }

    private func oversized(_ limit: Int, _ unit: String, _ offset: Int) -> WireError {
        .oversizedTag(limit: limit, unit: unit, TextPosition(offset: offset, in: bytes))
    }

    private func starts(with text: StaticString) -> Bool {
        guard bytes.count - position >= text.utf8CodeUnitCount else { return false }
        for index in 0..<text.utf8CodeUnitCount where bytes[position + index] != text.utf8Start[index] { return false }
        return true
    }

    private mutating func skip(past text: StaticString) {
        while position < bytes.count, !starts(with: text) { position += 1 }
        position = min(position + text.utf8CodeUnitCount, bytes.count)
    }

    /// What stands between the quotes behind `encoding` in the XML declaration, if the document has one here.
    private func declaredEncoding() -> String? {
        guard starts(with: "<?xml"), position + 5 < bytes.count, XMLReader.isWhite(bytes[position + 5]) else {
            return nil
        }
        let rest = bytes[position...].prefix(XMLScan.tagLimit)
        var declaration = String(decoding: rest.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)[...]
        guard let name = declaration.firstRange(of: "encoding") else { return nil }
        declaration = declaration[name.upperBound...]
        guard let open = declaration.firstIndex(where: { $0 == "\"" || $0 == "'" }) else { return nil }
        let value = declaration[declaration.index(after: open)...]
        return value.firstIndex(of: declaration[open]).map { String(value[..<$0]) }
    }
}
