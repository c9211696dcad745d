/// The forms that texts of the wire have, checked without regular expressions: these run for each leaf of each answer.
enum Forms {
    /// Whether the text is a decimal integer as the service writes it: no plus sign, no leading zeros.
    static func isInteger(_ text: some StringProtocol) -> Bool { isInteger(text.utf8) }

    private static func isInteger(_ text: some Collection<UInt8>) -> Bool {
        let digits = text.first == 0x2D ? text.dropFirst() : text[...]
        guard let first = digits.first, digits.allSatisfy(isDigit) else { return false }
        return first != 0x30 || digits.count == 1
    }

    /// How well a text serves as a double.
    enum DoubleForm { case canonical, parses, none }

    /// `200.0` and `1.0E7` are what the service writes; `200` still parses.
    static func double(_ text: some StringProtocol) -> DoubleForm {
        guard text.utf8.allSatisfy(isOfADouble), let value = Double(String(text)), value.isFinite else { return .none }
        let mantissa = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
        let fraction = mantissa.dropFirst(whole.count + 1)
        guard isInteger(whole), !fraction.isEmpty, !fraction.contains(UInt8(ascii: ".")) else { return .parses }
        return .canonical
    }

    private static func isOfADouble(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
        default: isDigit(byte)
        }
    }

    /// How well a text serves as a time.
    enum TimestampForm { case canonical, parses, none }

    /// `2018-12-18T17:55:00Z` or with up to three digits of a second; longer fractions and offsets still parse.
    static func timestamp(_ text: some StringProtocol) -> TimestampForm {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, matches(bytes[..<19], "dddd-dd-ddTdd:dd:dd"), hasPlausibleFields(bytes) else {
            return .none
        }
        var rest = bytes[19...]
        var digits = 0
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            digits = rest.prefix(while: isDigit).count
            guard digits > 0 else { return .none }
            rest = rest.dropFirst(digits)
        }
        if rest.elementsEqual("Z".utf8) { return digits <= 3 ? .canonical : .parses }
        return matches(rest, "+dd:dd") || matches(rest, "-dd:dd") ? .parses : .none
    }

    /// Whether a number can be seconds since 1970: milliseconds, taken for seconds, are beyond the year 9999.
    static func isEpoch(_ text: some StringProtocol) -> Bool {
        guard double(text) != .none, let seconds = Double(String(text)) else { return false }
        return 0..<253_402_300_800 ~= seconds
    }

    /// Eight, four, four, four and twelve hexadecimal digits.
    static func isUUID(_ text: some StringProtocol) -> Bool {
        matches(Array(text.utf8)[...], "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh")
    }

    /// Sixteen hexadecimal digits, a UUID and six digits: sixty characters.
    static func isMessageID(_ text: some StringProtocol) -> Bool {
        matches(Array(text.utf8)[...], "llllllllllllllll-llllllll-llll-llll-llll-llllllllllll-dddddd")
    }

    /// Base64 with padding.
    static func isBase64(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        let body = bytes.prefix { $0 != UInt8(ascii: "=") }
        let padding = bytes.count - body.count
        guard bytes.count.isMultiple(of: 4), padding <= 2 else { return false }
        return bytes.suffix(padding).allSatisfy { $0 == UInt8(ascii: "=") }
            && body.allSatisfy { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
    }

    static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte || 0x61...0x7A ~= byte }

    /// Whether nothing but white space of XML is in the text.
    static func isBlank(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    /// `d` a digit, `h` a hexadecimal digit, `l` one in lower case, anything else itself.
    private static func matches(_ bytes: ArraySlice<UInt8>, _ form: StaticString) -> Bool {
        guard bytes.count == form.utf8CodeUnitCount else { return false }
        return form.withUTF8Buffer { form in
            zip(bytes, form).allSatisfy { byte, wanted in
                switch wanted {
                case UInt8(ascii: "d"): isDigit(byte)
                case UInt8(ascii: "l"): isDigit(byte) || 0x61...0x66 ~= byte
                case UInt8(ascii: "h"): isDigit(byte) || 0x61...0x66 ~= byte || 0x41...0x46 ~= byte
                default: byte == wanted
                }
            }
        }
    }

    private static func hasPlausibleFields(_ bytes: [UInt8]) -> Bool {
        func number(at index: Int) -> Int { Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30) }
        return 1...12 ~= number(at: 5) && 1...31 ~= number(at: 8) && number(at: 11) < 24 && number(at: 14) < 60
            && number(at: 17) <= 60
    }
}

/// Whether two texts are the same bytes; `==` would take differently composed characters for equal.
func isSame(_ left: some StringProtocol, _ right: some StringProtocol) -> Bool {
    left.utf8.elementsEqual(right.utf8)
}
