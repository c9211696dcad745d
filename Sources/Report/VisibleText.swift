/// Makes text of anybody's safe to print: what a terminal would act on becomes visible as `\u{1B}`.
enum VisibleText {
    /// The text on one line; line ends and tabs become `\n`, `\r`, `\t`.
    ///
    /// - Parameter limit: in Unicode scalars of the original; what is cut off is said, in bytes of the whole.
    static func line(_ text: String, limit: Int = .max) -> String {
        guard !isPlain(text, limit, hasLines: false) else { return text }
        let head = text.unicodeScalars.prefix(limit)
        var result = String.UnicodeScalarView()
        for scalar in head {
            switch scalar {
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            default: append(scalar, to: &result)
            }
        }
        guard head.endIndex != text.unicodeScalars.endIndex else { return String(result) }
        return "\(String(result))… (\(Wording.number(text.utf8.count)) bytes in all)"
    }

    /// The text with its line ends and tabs as they are.
    static func lines(_ text: String, limit: Int = .max) -> String {
        guard !isPlain(text, limit, hasLines: true) else { return text }
        let head = text.unicodeScalars.prefix(limit)
        var result = String.UnicodeScalarView()
        for scalar in head {
            if scalar == "\n" || scalar == "\t" { result.append(scalar) } else { append(scalar, to: &result) }
        }
        guard head.endIndex != text.unicodeScalars.endIndex else { return String(result) }
        return "\(String(result))… (\(Wording.number(text.utf8.count)) bytes in all)"
    }

    /// The text with each line's end as a line feed alone.
    static func withLineFeeds(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "\r")) ? text.replacing("\r\n", with: "\n") : text
    }

    /// Whether there is nothing to make visible and nothing to cut off, as in nearly all texts.
    private static func isPlain(_ text: String, _ limit: Int, hasLines: Bool) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.count <= limit
                && bytes.allSatisfy { 0x20..<0x7F ~= $0 || hasLines && ($0 == 0x0A || $0 == 0x09) }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
        if isHidden(scalar) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            result.append(contentsOf: "\\u{\(code)}".unicodeScalars)
        } else {
            result.append(scalar)
        }
    }

    /// Control characters, what turns or breaks the direction and lines of text, and what is no character.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}

/// How numbers and counted things are worded.
enum Wording {
    /// `1,240`.
    static func number(_ value: Int) -> String {
        var text = "\(abs(value))"
        var grouped = ""
        while text.count > 3 {
            grouped = ",\(text.suffix(3))\(grouped)"
            text.removeLast(3)
        }
        return (value < 0 ? "-" : "") + text + grouped
    }

    /// `1 case`, `1,240 cases`.
    static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number(value)) \(value == 1 ? one : many ?? "\(one)s")"
    }

    /// With exactly that many digits after the point; `0.000` for what is no number.
    static func decimal(_ value: Double, digits: Int) -> String {
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let scaled = value.isFinite ? (abs(value) * Double(scale)).rounded() : 0
        let whole = scaled < Double(Int.max / 2) ? Int(scaled) : 0
        let fraction = "\(whole % scale)"
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(whole)" }
        return "\(sign)\(whole / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}

extension Wording {
    /// A remark as a sentence: with a capital, unless it begins with a name, and a full stop.
    static func sentence(_ remark: String) -> String {
        let first = remark.prefix { $0 != " " }
        let isWord = first.allSatisfy { $0.isLowercase || $0 == "," || $0 == ":" }
        let start = isWord ? remark.prefix(1).uppercased() + remark.dropFirst() : remark
        return start.last.map { ".!?".contains($0) } ?? true ? start : start + "."
    }

    /// "`A`, `B` and `C`".
    static func list(_ items: [String], last word: String = "and") -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(word) \(last)"
    }
}
