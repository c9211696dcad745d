import Foundation

/// Makes JSON safe to be looked at: what a terminal or an editor would act on is written as `\uXXXX`.
///
/// JSON itself asks only for the control characters below U+0020.
package enum JSONText {
    /// The text in quotes.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || isHidden(scalar) {
                    result += escaped(scalar.value)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    /// A document that an encoder wrote; only its strings can hold what is replaced.
    package static func shielded(_ document: Data) -> Data {
        let bytes = [UInt8](document)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 256)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            let length = byte == 0x7F ? 1 : byte == 0xC2 ? 2 : byte == 0xE2 || byte == 0xEF ? 3 : 0
            if length > 0, position + length <= bytes.count,
                let scalar = String(decoding: bytes[position..<position + length], as: UTF8.self).unicodeScalars.first,
                isHidden(scalar)
            {
                result += Array(escaped(scalar.value).utf8)
                position += length
            } else {
                result.append(byte)
                position += 1
            }
        }
        return Data(result)
    }

    /// Deletion, the control characters of Latin-1, what turns the direction of text, and non-characters.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func escaped(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
