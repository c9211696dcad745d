import Conformance
import Foundation
import Testing

@testable import Report

@Suite struct GitHubReporterTests {
    private func lines(_ result: RunResult) -> [String] {
        String(decoding: GitHubReporter().report(result), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("the annotations of the fixed run are as they were accepted")
    func golden() throws {
        try ReportGolden.compare(GitHubReporter().report(FixedRun.result), with: "annotations.txt")
    }

    @Test("a step shows ten annotations, and no more are written")
    func most() {
        #expect(lines(LargeRun.result).count == 10)
        #expect(lines(FixedRun.result).count == 6)
    }

    @Test("whatever an endpoint answers, a line is one command with one file, line and title")
    func hostile() {
        for line in lines(FixedRun.result) + lines(LargeRun.result) {
            #expect(line.wholeMatch(of: /::error file=[^:,]+,line=1,title=[^:,]+::.+/) != nil, "\(line)")
            #expect(ReportGolden.dangerous(in: line).isEmpty)
            #expect(line.utf8.count < 6_000)
        }
    }

    @Test("percent signs are not taken for escapes")
    func percent() {
        var run = FixedRun.result
        run.cases = run.cases.filter { $0.operation == "SendRawEmail" }
        run.cases[0].reason = "50%0A: a,b\nnext"
        #expect(
            lines(run) == [
                "::error file=specs/v1/SendRawEmail.swift,line=1,title=no answer%3A 1 case::"
                    + "v1/SendRawEmail/minimal: 50%250A: a,b\\nnext"
            ])
    }

    @Test("a run without failures has no annotation")
    func nothing() {
        var run = FixedRun.result
        run.cases.removeAll { $0.outcome == .failed || $0.outcome == .broken }
        #expect(lines(run).isEmpty)
    }
}
