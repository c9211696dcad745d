import Conformance
import Foundation
import Testing

@testable import Report

@Suite struct OutcomesReporterTests {
    private let data = OutcomesReporter().report(FixedRun.result)

    @Test("the outcomes of the fixed run are as they were accepted")
    func golden() throws {
        try ReportGolden.compare(data, with: "outcomes.json")
    }

    @Test("what is read back compares as the whole result does")
    func reading() throws {
        let read = try RunResult(readingJSON: data)
        let whole = FixedRun.result
        #expect(read.cases.map(\.id) == whole.cases.map(\.id))
        #expect(read.cases.map(\.outcome) == whole.cases.map(\.outcome))
        #expect(read.cases.map(\.axis) == whole.cases.map(\.axis))
        #expect(read.support.map(\.isSupported) == whole.support.map(\.isSupported))
        #expect(read.endpoint == whole.endpoint && read.exchanges == whole.exchanges)
        let others = ComparisonTests.better
        func tables(_ run: RunResult) -> String {
            Comparison([.init(name: "a", result: run), .init(name: "b", result: others)]).document().markdown
        }
        #expect(tables(read) == tables(whole))
    }

    @Test(
        "what it can't be is named with its place",
        arguments: [
            (
                "\"failed\"", "\"wrong\"",
                "cases.v1/CreateTemplate.errors is \"wrong\", which is none of passed, failed, unsupported, blocked, "
                    + "broken, observed"
            ), ("\"v1/SendEmail\"", "\"SendEmail\"", "cases is \"SendEmail\", which is none of the form v1/SendEmail"),
        ])
    func malformed(_ old: String, _ new: String, _ reason: String) {
        let text = String(decoding: data, as: UTF8.self).replacing(old, with: new)
        let error = #expect(throws: ResultsError.self) {
            try RunResult(readingJSON: Data(text.utf8), name: "out.json")
        }
        let description = error?.description ?? ""
        #expect(description.hasPrefix("out.json: ") && description.contains(reason.suffix(40)), "\(description)")
    }
}
