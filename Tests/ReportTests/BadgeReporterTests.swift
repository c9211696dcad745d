import Conformance
import Foundation
import FoundationXML
import SpecModel
import Testing

@testable import Report

@Suite struct BadgeReporterTests {
    private func text(_ result: RunResult) -> String { String(decoding: BadgeReporter().report(result), as: UTF8.self) }

    @Test("the badge of the fixed run is as it was accepted")
    func golden() throws {
        try ReportGolden.compare(BadgeReporter().report(FixedRun.result), with: "badge.svg")
    }

    @Test("it counts operations and cases, and leaves out what nobody knows")
    func counts() {
        let passed = FixedRun.result.cases.count { $0.outcome == .passed }
        let judged = FixedRun.result.cases.count - 1
        let operations = FixedRun.result.support
        #expect(
            text(FixedRun.result).contains(
                "<title>SES v1: \(operations.count - 3) of \(operations.count) operations, "
                    + "\(passed) of \(judged) cases</title>"))
        #expect(!text(FixedRun.result).contains("%"))
    }

    @Test("each API has a line of its own")
    func both() {
        var run = FixedRun.result
        run.support.append(OperationSupport(api: .v2, operation: "SendEmail", isSupported: true, seen: "200"))
        let svg = text(run)
        #expect(svg.contains(" height=\"40\""))
        #expect(svg.contains(">SES v2</text>"))
        #expect(svg.contains("1 of 1 operation, 0 of 0 cases"))
    }

    @Test("it is XML, also of an empty run, and green only if all is well")
    func xml() {
        var empty = FixedRun.result
        empty.cases = []
        empty.support = []
        var whole = FixedRun.result
        whole.cases.removeAll { $0.outcome != .passed }
        whole.support.removeAll { !$0.isSupported }
        for run in [FixedRun.result, empty, whole] {
            let parser = XMLParser(data: BadgeReporter().report(run))
            #expect(parser.parse() && parser.parserError == nil)
        }
        #expect(text(empty).contains("SES: nothing tested"))
        #expect(text(whole).contains("#2a7a2a") && !text(FixedRun.result).contains("#2a7a2a"))
    }
}
