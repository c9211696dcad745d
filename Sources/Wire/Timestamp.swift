import Foundation

/// Moments as AWS spells them, always in UTC; without formatter objects, since every request needs one.
///
/// Years are those from 0 to 9999; a date beyond is taken for the nearest one that can be written.
public enum Timestamp {
    /// `20150830T123600Z`, the form that signatures use; fractions of a second are cut off.
    public static func compact(_ date: Date) -> String {
        let moment = Moment(milliseconds: wholeSeconds(date) * 1000)
        return String(unsafeUninitializedCapacity: 16) { output in
            var writer = DigitWriter(output: output)
            writer.date(moment, separator: nil)
            writer.byte(UInt8(ascii: "T"))
            writer.time(moment, separator: nil)
            writer.byte(UInt8(ascii: "Z"))
            return writer.count
        }
    }

    /// `2018-12-18T17:55:00Z`, or `2018-12-18T17:55:09.607Z` with milliseconds.
    public static func extended(_ date: Date, milliseconds: Bool = false) -> String {
        let total = milliseconds ? roundedMilliseconds(date) : wholeSeconds(date) * 1000
        let moment = Moment(milliseconds: total)
        return String(unsafeUninitializedCapacity: 24) { output in
            var writer = DigitWriter(output: output)
            writer.date(moment, separator: UInt8(ascii: "-"))
            writer.byte(UInt8(ascii: "T"))
            writer.time(moment, separator: UInt8(ascii: ":"))
            if milliseconds {
                writer.byte(UInt8(ascii: "."))
                writer.digits(moment.millisecond, width: 3)
            }
            writer.byte(UInt8(ascii: "Z"))
            return writer.count
        }
    }

    /// Reads `20150830T123600Z`; nil if the text is not of that form or names no real moment.
    public static func date(compact text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var result = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                result = result * 10 + Int(byte - 0x30)
            }
            return result
        }
        guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), let hour = number(9..<11),
            let minute = number(11..<13), let second = number(13..<15),
            (1...12).contains(month), day >= 1, hour < 24, minute < 60, second < 60
        else { return nil }
        let days = Moment.days(year: year, month: month, day: day)
        let moment = Moment(milliseconds: days * 86_400_000)
        guard moment.month == month, moment.day == day else { return nil }
        return Date(timeIntervalSince1970: Double(days * 86400 + hour * 3600 + minute * 60 + second))
    }

    private static func wholeSeconds(_ date: Date) -> Int { Int(writable(date).rounded(.down)) }

    private static func roundedMilliseconds(_ date: Date) -> Int { Int((writable(date) * 1000).rounded()) }

    /// Seconds since 1970, within the years 0 to 9999.
    private static func writable(_ date: Date) -> Double {
        let seconds = date.timeIntervalSince1970
        return seconds.isNaN ? 0 : min(max(seconds, -62_167_219_200), 253_402_300_799)
    }
}

/// A moment of the proleptic Gregorian calendar, in UTC.
private struct Moment {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    let millisecond: Int

    /// - Parameter milliseconds: since 1970.
    init(milliseconds: Int) {
        let days = Int((Double(milliseconds) / 86_400_000).rounded(.down))
        let rest = milliseconds - days * 86_400_000
        (hour, minute) = (rest / 3_600_000, rest / 60000 % 60)
        (second, millisecond) = (rest / 1000 % 60, rest % 1000)
        // Years here begin in March, so that the leap day is the last; eras have 400 of them.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

private struct DigitWriter {
    let output: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(output: UnsafeMutableBufferPointer<UInt8>) { self.output = output }

    mutating func byte(_ byte: UInt8) {
        output[count] = byte
        count += 1
    }

    mutating func digits(_ value: Int, width: Int) {
        var rest = value
        for index in stride(from: count + width - 1, through: count, by: -1) {
            output[index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += width
    }

    mutating func date(_ moment: Moment, separator: UInt8?) {
        triple(moment.year, moment.month, moment.day, firstWidth: 4, separator: separator)
    }

    mutating func time(_ moment: Moment, separator: UInt8?) {
        triple(moment.hour, moment.minute, moment.second, firstWidth: 2, separator: separator)
    }

    private mutating func triple(_ first: Int, _ second: Int, _ third: Int, firstWidth: Int, separator: UInt8?) {
        digits(first, width: firstWidth)
        if let separator { byte(separator) }
        digits(second, width: 2)
        if let separator { byte(separator) }
        digits(third, width: 2)
    }
}
