/// The text that a list's next page is asked for with: where the last page ended, made unreadable and checked.
enum PageToken {
    static func text(_ serial: UInt64, list: String) -> String {
        let hidden = mask(serial)
        return digits(hidden) + digits(check(hidden, list))
    }

    /// nil for a text that was not given out for this list.
    static func serial(_ text: String, list: String) -> UInt64? {
        guard text.utf8.count == 32, let hidden = UInt64(text.prefix(16), radix: 16),
            let sum = UInt64(text.suffix(16), radix: 16), sum == check(hidden, list)
        else { return nil }
        return unmask(hidden)
    }

    // An odd factor has an inverse modulo 2^64, so that every serial has its own text.
    private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
    private static let inverse: UInt64 = 0xf1de_83e1_9937_733d

    private static func mask(_ serial: UInt64) -> UInt64 {
        let mixed = serial &* factor
        return mixed ^ (mixed >> 32)
    }

    private static func unmask(_ hidden: UInt64) -> UInt64 { (hidden ^ (hidden >> 32)) &* inverse }

    private static func check(_ hidden: UInt64, _ list: String) -> UInt64 {
        var sum = hidden ^ 0xcbf2_9ce4_8422_2325
        for byte in list.utf8 { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return sum ^ (sum >> 29)
    }

    private static func digits(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
}
