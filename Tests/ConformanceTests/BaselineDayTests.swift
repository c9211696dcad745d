import Conformance
import Foundation
import Testing

@Suite struct BaselineDayTests {
    @Test("a day is read and written alike", arguments: ["2027-01-01", "2024-02-29", "0001-12-31", "1970-01-01"])
    func roundTrip(text: String) throws {
        #expect(try #require(Day(text)).description == text)
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "", "2027", "2027-1-1", "2027-02-29", "2027-13-01", "2027-00-10", "2027/01/01", "2027-01-01T", "২027-01",
        ])
    func refused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("a moment lies in its day of UTC")
    func moments() {
        #expect(Day(Date(timeIntervalSince1970: 86_399)).description == "1970-01-01")
        #expect(Day(Date(timeIntervalSince1970: 86_400)).description == "1970-01-02")
    }

    @Test("days are ordered")
    func order() throws {
        let days = try ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01"].map { try #require(Day($0)) }
        #expect(days.shuffled().sorted() == days)
    }
}
