import Conformance
import Foundation
import Report
import Testing

@Suite struct JSONReporterTests {
    @Test("the JSON of the fixed run is as it was accepted")
    func golden() throws {
        try ReportGolden.compare(JSONReporter().report(FixedRun.result), with: "results.json")
    }

    @Test("the bytes end with a newline and hold nothing that a terminal acts on")
    func safe() {
        let text = String(decoding: JSONReporter().report(FixedRun.result), as: UTF8.self)
        #expect(text.hasSuffix("}\n"))
        #expect(ReportGolden.dangerous(in: text).isEmpty)
    }

    @Test("what was written is read back, text by text")
    func roundTrip() throws {
        let data = JSONReporter().report(FixedRun.result)
        let back = try RunResult(readingJSON: data)
        #expect(JSONReporter().report(back) == data)
        #expect(back.support == FixedRun.result.support)
        #expect(back.remarks == FixedRun.result.remarks)
        #expect(back.started == FixedRun.result.started)
        for (one, other) in zip(back.cases, FixedRun.result.cases) {
            #expect(one.id == other.id)
            #expect(one.findings == other.findings)
            #expect(one.exchanges == other.exchanges)
            #expect(one.source == other.source)
            #expect(one.outcome == other.outcome)
        }
        #expect(back.cases.count == FixedRun.result.cases.count)
    }

    @Test("numbers that JSON does not have are left out of it")
    func numbers() throws {
        var run = FixedRun.result
        run.duration = .nan
        #expect(try RunResult(readingJSON: JSONReporter().report(run)).duration == 0)
    }

    @Test("a moment is written to the nearest millisecond", arguments: 0..<1_000)
    func moments(millisecond: Int) throws {
        let seconds = 1_795_253_400 + Double(millisecond) / 1_000
        let run = RunResult(
            endpoint: "", isEmbedded: true, run: "", started: Date(timeIntervalSince1970: seconds), duration: 0,
            exchanges: 0, toolVersion: "", cases: [], support: [])
        let data = JSONReporter().report(run)
        let digits = String("\(1_000 + millisecond)".dropFirst())
        #expect(String(decoding: data, as: UTF8.self).contains(".\(digits)Z"))
        #expect(try JSONReporter().report(RunResult(readingJSON: data)) == data)
    }
}
