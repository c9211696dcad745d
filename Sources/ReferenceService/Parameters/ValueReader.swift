import Foundation

/// Reads scalars as the service does.
enum ValueReader {
    /// Source: truth entries "boolean not true/false/1/0" and "boolean empty".
    static func boolean(_ text: String) throws(Refusal) -> Bool {
        switch text {
        case "true", "1": return true
        case "false", "0": return false
        case "": throw .malformedInput("missing value for boolean type")
        default: throw .malformedInput("boolean must follow xsd1.1 definition")
        }
    }

    /// A decimal integer of 32 bits, with a sign or leading zeros if it likes.
    ///
    /// Source: truth entry "integer empty"; the wording for other texts is this project's own.
    static func integer(_ text: String) throws(Refusal) -> Int {
        guard !text.isEmpty else { throw .malformedInput("missing value for decimal type") }
        guard let number = Int(text), let fitting = Int32(exactly: number) else {
            throw .malformedInput("\(text) is not a valid integer")
        }
        return Int(fitting)
    }

    /// Bytes in base64; white space between the digits is skipped, as the reference's own sample has it.
    ///
    /// Source: API reference p. 54.
    static func blob(_ text: String) throws(Refusal) -> [UInt8] {
        var digits = Data(capacity: text.utf8.count)
        for byte in text.utf8 where !(byte == 0x20 || 0x09...0x0d ~= byte) { digits.append(byte) }
        guard let data = Data(base64Encoded: digits) else { throw .malformedInput("blob is not valid base64") }
        return [UInt8](data)
    }

    /// A date and time, given back as it was sent: ISO 8601, or the RFC 822 form that the reference names.
    ///
    /// Source: API reference p. 83 and 89; the public service model has ISO 8601.
    static func timestamp(_ text: String) throws(Refusal) -> String {
        guard isISO8601(text) || isRFC822(text) else { throw .malformedInput("timestamp is not a valid date and time") }
        return text
    }

    /// `2018-12-18T17:55:00Z`, with a fraction or an offset if it likes.
    private static func isISO8601(_ text: String) -> Bool {
        var rest = Substring(text)
        guard let year = rest.digits(4...4), rest.take("-"), let month = rest.digits(2...2), rest.take("-"),
            let day = rest.digits(2...2), rest.take("T"), let hour = rest.digits(2...2), rest.take(":"),
            let minute = rest.digits(2...2), rest.take(":"), let second = rest.digits(2...2)
        else { return false }
        if rest.take("."), rest.digits(1...9) == nil { return false }
        if !rest.take("Z") {
            guard rest.take("+") || rest.take("-"), let hours = rest.digits(2...2), hours < 24 else { return false }
            _ = rest.take(":")
            guard let minutes = rest.digits(2...2), minutes < 60 else { return false }
        }
        return rest.isEmpty && isDay(day, month, year) && hour < 24 && minute < 60 && second < 61
    }

    /// `Tue, 18 Dec 2018 17:55:00 +0000`, with or without the weekday and the seconds.
    private static func isRFC822(_ text: String) -> Bool {
        var words = text.split(separator: " ")
        if let first = words.first, first.hasSuffix(",") {
            guard weekdays.contains(first.dropLast().lowercased()) else { return false }
            words.removeFirst()
        }
        guard words.count == 5, let day = Int(words[0]), let month = months.firstIndex(of: words[1].lowercased()),
            let year = Int(words[2]), isDay(day, month + 1, year)
        else { return false }
        let clock = words[3].split(separator: ":").map { Int($0) ?? 99 }
        let isClock = (2...3).contains(clock.count) && clock[0] < 24 && clock[1] < 60 && (clock.last ?? 0) < 61
        return isClock && isZone(words[4])
    }

    private static func isZone(_ text: Substring) -> Bool {
        if ["UT", "GMT", "Z", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"].contains(text) { return true }
        var rest = text
        return (rest.take("+") || rest.take("-")) && rest.digits(4...4) != nil && rest.isEmpty
    }

    private static func isDay(_ day: Int, _ month: Int, _ year: Int) -> Bool {
        guard (1...12).contains(month), day >= 1, year >= 0 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}

extension Substring {
    fileprivate mutating func take(_ character: Character) -> Bool {
        guard first == character else { return false }
        removeFirst()
        return true
    }

    fileprivate mutating func digits(_ count: ClosedRange<Int>) -> Int? {
        let digits = prefix(count.upperBound).prefix { "0"..."9" ~= $0 }
        guard digits.count >= count.lowerBound else { return nil }
        removeFirst(digits.count)
        return Int(digits)
    }
}
