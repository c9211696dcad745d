import Foundation
import Testing
import Wire

@Suite struct TimestampTests {
    @Test(
        "moments are written in UTC",
        arguments: [
            (0.0, "19700101T000000Z", "1970-01-01T00:00:00Z"),
            (1_440_938_160, "20150830T123600Z", "2015-08-30T12:36:00Z"),
            (1_440_938_160.999, "20150830T123600Z", "2015-08-30T12:36:00Z"),
            (951_782_400, "20000229T000000Z", "2000-02-29T00:00:00Z"),
            (951_868_799, "20000229T235959Z", "2000-02-29T23:59:59Z"),
            (4_107_542_400, "21000301T000000Z", "2100-03-01T00:00:00Z"),
            (-1, "19691231T235959Z", "1969-12-31T23:59:59Z"),
            (-0.5, "19691231T235959Z", "1969-12-31T23:59:59Z"),
            (1e18, "99991231T235959Z", "9999-12-31T23:59:59Z"),
            (-1e18, "00000101T000000Z", "0000-01-01T00:00:00Z"),
        ])
    func forms(seconds: Double, compact: String, extended: String) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(Timestamp.compact(date) == compact)
        #expect(Timestamp.extended(date) == extended)
    }

    @Test("milliseconds are rounded, also over the end of a year")
    func milliseconds() {
        let date = Date(timeIntervalSince1970: 1_545_155_709.607)
        #expect(Timestamp.extended(date, milliseconds: true) == "2018-12-18T17:55:09.607Z")
        let last = Date(timeIntervalSince1970: 1_546_300_799.9996)
        #expect(Timestamp.extended(last, milliseconds: true) == "2019-01-01T00:00:00.000Z")
        #expect(Timestamp.extended(last) == "2018-12-31T23:59:59Z")
    }

    @Test("no number of seconds traps", arguments: [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude])
    func extremes(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(Timestamp.compact(date).utf8.count == 16)
        #expect(Timestamp.extended(date, milliseconds: true).utf8.count == 24)
    }

    @Test("a day of each month for 500 years is the calendar's")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        var differing: [String] = []
        for month in 0..<6000 {
            let parts = DateComponents(
                year: 1700 + month / 12, month: month % 12 + 1, day: month % 28 + 1, hour: month % 24,
                minute: month % 60,
                second: month * 7 % 60)
            let date = try #require(calendar.date(from: parts))
            let expected = String(
                format: "%04d%02d%02dT%02d%02d%02dZ", 1700 + month / 12, month % 12 + 1, month % 28 + 1, month % 24,
                month % 60, month * 7 % 60)
            if Timestamp.compact(date) != expected || Timestamp.date(compact: expected) != date {
                differing.append(expected)
            }
        }
        #expect(differing == [])
    }

    @Test(
        "what is no moment is not read",
        arguments: [
            "", "20150830T123600", "20150830 123600Z", "20151330T123600Z", "20150230T123600Z", "20150800T123600Z",
            "20150830T243600Z", "20150830T126000Z", "20150830T123660Z", "2015083aT123600Z", "2015-08-30T12:36:00Z",
            "20190229T000000Z", "+0150830T123600Z",
        ])
    func refused(text: String) {
        #expect(Timestamp.date(compact: text) == nil)
    }
}
