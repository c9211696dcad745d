/// Percent-encoding of texts, as AWS signs and sends them.
///
/// Only letters, digits and `-._~` stand for themselves: a space is `%20`, a plus `%2B`, a tilde a tilde.
///
/// Source: RFC 3986, sections 2.1 and 2.3.
public enum PercentEncoding {
    /// The encoded form of a text's UTF-8 bytes.
    public static func encode(_ text: String) -> String { encode(text, keepingSlash: false) }

    static func encode(_ text: String, keepingSlash: Bool) -> String {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.contains(where: { !isKept($0, keepingSlash) }) else {
                return String(decoding: bytes, as: UTF8.self)
            }
            return String(unsafeUninitializedCapacity: 3 * bytes.count) { output in
                write(bytes, to: output, at: 0, keepingSlash: keepingSlash)
            }
        }
    }

    /// Reads an encoded text; a plus stands for itself.
    ///
    /// - Throws: ``WireError/badEscape(_:offset:)``, ``WireError/formNotUTF8(_:offset:)``.
    public static func decode(_ text: String) throws(WireError) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBufferPointer { buffer throws(WireError) in
            try decode(buffer, in: 0..<buffer.count, plusIsSpace: false)
        }
    }

    /// Writes the encoded form of bytes from an offset on, and returns the offset behind it.
    static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, to output: UnsafeMutableBufferPointer<UInt8>, at start: Int,
        keepingSlash: Bool = false
    ) -> Int {
        var position = start
        for byte in bytes {
            if isKept(byte, keepingSlash) {
                output[position] = byte
                position += 1
            } else {
                output[position] = UInt8(ascii: "%")
                output[position + 1] = Hexadecimal.upper(byte >> 4)
                output[position + 2] = Hexadecimal.upper(byte & 0xF)
                position += 3
            }
        }
        return position
    }

    /// Reads a part of a form; offsets in errors count from the form's beginning.
    static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, plusIsSpace: Bool
    ) throws(WireError) -> String {
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { output throws(WireError) in
            var count = 0
            var position = range.lowerBound
            while position < range.upperBound {
                var byte = bytes[position]
                if byte == UInt8(ascii: "%") {
                    guard position + 2 < range.upperBound, let high = Hexadecimal.value(bytes[position + 1]),
                        let low = Hexadecimal.value(bytes[position + 2])
                    else {
                        let end = min(position + 3, range.upperBound)
                        throw .badEscape(quote(bytes, position..<end), offset: position)
                    }
                    byte = high << 4 | low
                    position += 2
                } else if plusIsSpace, byte == UInt8(ascii: "+") {
                    byte = UInt8(ascii: " ")
                }
                output[count] = byte
                count += 1
                position += 1
            }
            guard let text = String(validating: UnsafeBufferPointer(output)[..<count], as: UTF8.self) else {
                throw .formNotUTF8(quote(bytes, range), offset: range.lowerBound)
            }
            return text
        }
    }

    /// At most 80 bytes of what was received, for an error's wording.
    private static func quote(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        let isCut = range.count > 80
        return String(decoding: bytes[isCut ? range.prefix(80) : range], as: UTF8.self) + (isCut ? "…" : "")
    }

    @inline(__always)
    private static func isKept(_ byte: UInt8, _ keepingSlash: Bool) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        case 0x2F: keepingSlash
        default: false
        }
    }
}
