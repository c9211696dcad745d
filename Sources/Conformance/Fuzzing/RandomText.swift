import SpecModel

/// Texts at random.
enum RandomText {
    /// Characters that no encoding, format or template gives a meaning of its own, but for the blank.
    private static let plain = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").map {
        String($0)
    }

    /// What XML, JSON, forms and readers of lines may trip over.
    private static let signs =
        ["<", ">", "&", "\"", "'", "%", "+", "=", ";", "#", "?", "/", "\\", "{", "}", "[", "]", "&amp;", "&#65;"]
        + ["<![CDATA[", "]]>", "<!--", "-->", "<?xml?>", "%41", "%zz", "%00", "\\u0041", "\\n", "\t", "\n", " ", "  "]
        + ["\r", "\r\n", "$", "${x}", "`", "|", "~", "^", "@", ":", ",", "*", "null", "true", "0", "-1", "1e9"]

    /// One of each kind that takes a way of its own through encoders: two, three and four bytes of UTF-8, outside the
    /// first plane, composed, joined, from right to left.
    private static let others = [
        "\u{E9}", "\u{DF}", "\u{3A9}", "\u{416}", "\u{5E9}", "\u{645}", "\u{E01}", "\u{4E2D}", "\u{AC00}", "\u{3042}",
        "\u{20AC}", "\u{2028}", "\u{A0}", "\u{200D}", "e\u{301}", "\u{212B}", "\u{FB01}", "\u{1F600}",
        "\u{1F469}\u{200D}\u{1F467}", "\u{1F1EA}\u{1F1FA}", "\u{1D4B3}", "\u{10348}", "\u{2070E}", "\u{E0041}",
        "\u{10FFFD}", "\u{FFFD}", "\u{85}",
    ]

    /// Letters and digits.
    static func word(_ length: Int, _ numbers: inout SeededNumbers) -> String {
        (0..<length).map { _ in plain[Int.random(in: 0..<plain.count, using: &numbers)] }.joined()
    }

    /// Words with blanks between them: of 1 to `most` characters.
    static func tame(_ most: Int, _ numbers: inout SeededNumbers) -> String {
        var text = word(Int.random(in: 1...8, using: &numbers), &numbers)
        for _ in 0..<Int.random(in: 0...4, using: &numbers) {
            text += " " + word(Int.random(in: 1...8, using: &numbers), &numbers)
        }
        return String(text.prefix(most)).trimmingBlanks
    }

    /// Anything that can stand in XML: signs, blanks at both ends, and characters of all planes.
    ///
    /// - Parameter most: in Unicode scalars.
    static func wild(_ most: Int, _ numbers: inout SeededNumbers) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...12, using: &numbers) {
            let part = part(&numbers).unicodeScalars
            if text.count + part.count <= most { text.append(contentsOf: part) }
        }
        // Blanks alone are as good as nothing to many a reader, and two braces begin a placeholder of templates.
        let result = String(text).replacing("{{", with: "{ {")
        return result.allSatisfy(\.isWhitespace) ? word(1, &numbers) : result
    }

    private static func part(_ numbers: inout SeededNumbers) -> String {
        switch Int.random(in: 0..<8, using: &numbers) {
        case 0...2: return word(Int.random(in: 1...4, using: &numbers), &numbers)
        case 3...5: return signs[Int.random(in: 0..<signs.count, using: &numbers)]
        case 6: return others[Int.random(in: 0..<others.count, using: &numbers)]
        default: return scalar(&numbers)
        }
    }

    /// Any character that is assigned a meaning, or may be, but for controls and for the brackets of templates.
    private static func scalar(_ numbers: inout SeededNumbers) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x21...0x7E, 0xA1...0x7FF, 0x800...0xD7FF, 0xE000...0xFDCF, 0x10000...0x1FFFD, 0x20000...0x2FFFD,
        ]
        let value = UInt32.random(in: ranges[Int.random(in: 0..<ranges.count, using: &numbers)], using: &numbers)
        guard let scalar = Unicode.Scalar(value), scalar != "⟦", scalar != "⟧" else { return "?" }
        return String(Character(scalar))
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var rest = self[...]
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
