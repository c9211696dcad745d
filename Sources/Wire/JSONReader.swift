/// Reads JSON into a tree.
///
/// By hand, since numbers must stay as they are written and members that are there twice must be seen.
///
/// Source: RFC 8259.
public enum JSONReader {
    /// The deepest nesting of objects and arrays that is read, inclusive.
    public static let depthLimit = 64
    /// The largest document that is read, in bytes, inclusive.
    public static let byteLimit = XMLScan.byteLimit
    /// The most values that are read, inclusive.
    public static let valueLimit = 100_000

    /// The tree of a document.
    ///
    /// Members of objects are children with their names, repeated ones included, members of arrays children with
    /// empty names. The text of a number is what was written; of a boolean `true` or `false`, of null `null`.
    ///
    /// - Throws: ``WireError``; what goes beyond the limits, is not UTF-8 or not well-formed.
    public static func tree(from document: [UInt8]) throws(WireError) -> Tree {
        guard document.count <= byteLimit else { throw .tooLarge(bytes: document.count, limit: byteLimit) }
        return try document.withUnsafeBufferPointer { bytes throws(WireError) in
            if let name = ByteOrderMark.encoding(bytes) { throw .otherEncoding(name) }
            if let offset = firstInvalidUTF8(bytes) { throw .notUTF8(TextPosition(offset: offset, in: bytes)) }
            // RFC 8259, 8.1: who sends JSON must not put one before it.
            guard ByteOrderMark.length(bytes) == 0 else {
                throw .notWellFormed(.json, reason: "a byte-order mark", TextPosition(offset: 0, in: bytes))
            }
            var parser = JSONParser(bytes: bytes)
            return try parser.document()
        }
    }
}

private struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0
    private var count = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func document() throws(WireError) -> Tree {
        skipWhite()
        guard position < bytes.count else { throw .emptyDocument }
        let tree = try value(named: "")
        skipWhite()
        guard position == bytes.count else { throw malformed("text behind the value") }
        return tree
    }

    private mutating func value(named name: String) throws(WireError) -> Tree {
        count += 1
        guard count <= JSONReader.valueLimit else { throw .tooMany(limit: JSONReader.valueLimit) }
        switch current {
        case UInt8(ascii: "{"): return try object(named: name)
        case UInt8(ascii: "["): return try array(named: name)
        case UInt8(ascii: "\""): return Tree(name, kind: .string, text: try string())
        case UInt8(ascii: "t"): return try word("true", named: name, kind: .boolean)
        case UInt8(ascii: "f"): return try word("false", named: name, kind: .boolean)
        case UInt8(ascii: "n"): return try word("null", named: name, kind: .null)
        case UInt8(ascii: "-"), 0x30...0x39: return Tree(name, kind: .number, text: try number())
        default: throw malformed("a value is missing")
        }
    }

    private mutating func object(named name: String) throws(WireError) -> Tree {
        var tree = Tree(name, kind: .object)
        try enter()
        guard !take(UInt8(ascii: "}")) else { return leave(tree) }
        repeat {
            skipWhite()
            guard current == UInt8(ascii: "\"") else { throw malformed("a member's name in double quotes is missing") }
            let member = try string()
            skipWhite()
            guard take(UInt8(ascii: ":")) else { throw malformed("':' is missing") }
            skipWhite()
            tree.children.append(try value(named: member))
            skipWhite()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw malformed("',' or '}' is missing") }
        return leave(tree)
    }

    private mutating func array(named name: String) throws(WireError) -> Tree {
        var tree = Tree(name, kind: .array)
        try enter()
        guard !take(UInt8(ascii: "]")) else { return leave(tree) }
        repeat {
            skipWhite()
            tree.children.append(try value(named: ""))
            skipWhite()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw malformed("',' or ']' is missing") }
        return leave(tree)
    }

    private mutating func enter() throws(WireError) {
        guard depth < JSONReader.depthLimit else { throw .tooDeep(limit: JSONReader.depthLimit) }
        depth += 1
        position += 1
        skipWhite()
    }

    private mutating func leave(_ tree: Tree) -> Tree {
        depth -= 1
        return tree
    }

    private mutating func word(_ word: StaticString, named name: String, kind: Tree.Kind) throws(WireError) -> Tree {
        for index in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[index] else { throw malformed("a word other than true, false or null") }
            position += 1
        }
        return Tree(name, kind: kind, text: word.description)
    }

    private mutating func number() throws(WireError) -> String {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        if (0x30...0x39).contains(current) { throw malformed("a number with a leading zero") }
        return text(start..<position)
    }

    private mutating func digits() throws(WireError) {
        guard (0x30...0x39).contains(current) else { throw malformed("a digit is missing") }
        while (0x30...0x39).contains(current) { position += 1 }
    }
}

extension JSONParser {
    private mutating func string() throws(WireError) -> String {
        position += 1
        var result = ""
        var start = position
        while true {
            switch position < bytes.count ? bytes[position] : 0 {
            case UInt8(ascii: "\""):
                let rest = text(start..<position)
                position += 1
                if result.isEmpty { return rest }
                result += rest
                return result
            case UInt8(ascii: "\\"):
                if position > start { result += text(start..<position) }
                result.unicodeScalars.append(try escape())
                start = position
            case 0x00...0x1F:
                guard position < bytes.count else { throw malformed("a string without its closing quote") }
                throw malformed("a control character in a string")
            default: position += 1
            }
        }
    }

    private mutating func escape() throws(WireError) -> Unicode.Scalar {
        position += 1
        defer { position += 1 }
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(current)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default: throw malformed("an escape that JSON does not have")
        }
    }

    /// Reads what follows `\u`; leaves the position on the last digit.
    private mutating func codePoint() throws(WireError) -> Unicode.Scalar {
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // What is left are surrogates, which come in pairs, the high one first.
        guard unit < 0xDC00, position + 2 < bytes.count, bytes[position + 1] == UInt8(ascii: "\\"),
            bytes[position + 2] == UInt8(ascii: "u")
        else { throw malformed("a lone surrogate") }
        position += 2
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
        else { throw malformed("a lone surrogate") }
        return scalar
    }

    private mutating func codeUnit() throws(WireError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            position += 1
            guard let digit = Hexadecimal.value(current) else { throw malformed("'\\u' without four digits") }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// The byte here; 0, which JSON never allows, behind the end.
    private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte, position < bytes.count else { return false }
        position += 1
        return true
    }

    private mutating func skipWhite() {
        while position < bytes.count, XMLReader.isWhite(bytes[position]) { position += 1 }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func malformed(_ reason: String) -> WireError {
        .notWellFormed(.json, reason: reason, TextPosition(offset: position, in: bytes))
    }
}
