import Conformance
import Diff
import Foundation
import SpecModel
import Testing

@testable import Report

@Suite struct TerminalReporterTests {
    private func text(_ result: RunResult = FixedRun.result, _ options: TerminalReporter.Options = .init()) -> String {
        String(decoding: TerminalReporter(options: options).report(result), as: UTF8.self)
    }

    private func lines(_ result: RunResult = FixedRun.result, _ options: TerminalReporter.Options = .init()) -> [String]
    {
        text(result, options).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private var passing: RunResult {
        var run = FixedRun.result
        run.cases = run.cases.filter { $0.outcome == .passed && $0.findings.isEmpty }
        run.support = []
        run.remarks = []
        run.staleBaseline = []
        return run
    }

    @Test("the report of the fixed run is as it was accepted")
    func golden() throws {
        let reporter = TerminalReporter(options: .init(baseline: "moto.json"))
        try ReportGolden.compare(reporter.report(FixedRun.result), with: "terminal.txt")
    }

    @Test("the verbose report of the fixed run is as it was accepted")
    func verboseGolden() throws {
        let reporter = TerminalReporter(options: .init(verbose: true, baseline: "moto.json"))
        try ReportGolden.compare(reporter.report(FixedRun.result), with: "terminal-verbose.txt")
    }

    @Test("a narrow report of the fixed run is as it was accepted")
    func narrowGolden() throws {
        let reporter = TerminalReporter(options: .init(width: 60))
        try ReportGolden.compare(reporter.report(FixedRun.result), with: "terminal-60.txt")
    }

    @Test("nothing that a terminal acts on gets through", arguments: [false, true], [40, 100, 200])
    func safe(verbose: Bool, width: Int) {
        #expect(ReportGolden.dangerous(in: text(FixedRun.result, .init(width: width, verbose: verbose))).isEmpty)
    }

    @Test("with colour, the only escapes are the report's own")
    func colour() {
        let coloured = text(FixedRun.result, .init(colour: true, baseline: "moto.json"))
        let plain = coloured.replacing(/\u{1B}\[(?:0|1|2|31|32|33)m/, with: "")
        #expect(plain != coloured)
        #expect(plain == text(FixedRun.result, .init(baseline: "moto.json")))
    }

    @Test("where not all passed, the number is red")
    func numbers() {
        let row = lines(FixedRun.result, .init(colour: true)).first { $0.hasPrefix("VerifyEmailIdentity") }
        #expect(row?.contains("\u{1B}[31m0/1\u{1B}[0m") == true)
        #expect(row?.contains("1/1\u{1B}") == false)
    }

    @Test("a megabyte of an answer does not flood the report")
    func size() {
        #expect(text(FixedRun.result, .init(verbose: true)).utf8.count < 40_000)
        #expect(text(FixedRun.result, .init(verdict: .init(isStrict: true))).contains("(1,048,582 bytes in all)"))
    }

    @Test("only commands are wider than the page", arguments: [60, 80, 100, 140])
    func width(width: Int) {
        for line in lines(FixedRun.result, .init(width: width)) where !line.hasPrefix("curl") {
            let words = line.split(separator: " ").map(\.count).max() ?? 0
            #expect(line.count <= width || words > width / 2, "\(line)")
        }
    }

    @Test("each cause shows one case with everything needed to act")
    func causes() {
        let all = lines()
        #expect(all.contains("missing required parameter accepted: 3 cases, 2 operations"))
        #expect(all.contains("  golden    golden/v1/SendEmail/missing-destination.xml"))
        let command = "curl -sS 'http://127.0.0.1:5000/' --data-raw 'Action=SendEmail&Version=2010-12-01'"
        #expect(all.contains(command))
        #expect(all.contains("curl -sS 'http://127.0.0.1:5000/' --data-raw 'Action=ListIdentities&MaxItems=2'"))
    }

    @Test("a known difference is no failure, and a newer case fails only a strict run")
    func apart() {
        let plain = text()
        #expect(plain.contains("failures: 6 cases"))
        #expect(!plain.contains("case      v1/CreateTemplate"))
        #expect(plain.contains("newer than the baseline: 1 case, 1 failed"))
        #expect(text(FixedRun.result, .init(verdict: .init(isStrict: true))).contains("failures: 7 cases"))
    }

    @Test("the last line is the verdict, or says that nothing of the reader's was tested")
    func last() {
        #expect(
            lines().suffix(3) == [
                "6 failed, 1 failed but new, 1 failed as known, 1 broken, 16 passed (1 with warnings),",
                "  3 operations unsupported, 3 blocked, 1 observed, 1 stale baseline entry", "",
            ])
        let run = passing
        let embedded = RunResult(
            endpoint: "embedded reference service", isEmbedded: true, run: run.run, started: run.started, duration: 0.5,
            exchanges: 18, toolVersion: "0.1.0", cases: run.cases, support: [])
        #expect(
            lines(embedded).suffix(3) == [
                "0 failed, 15 passed",
                "nothing of yours was tested: this was the embedded reference service; pass --endpoint URL", "",
            ])
    }

    @Test("a run in which all is well is short")
    func short() {
        #expect(lines(passing).count < 10)
        #expect(text(passing).contains("all passed (5): GetSendQuota"))
    }

    @Test("the ten largest causes have an example, all of them if asked")
    func many() {
        var run = passing
        run.cases = (0..<12).map { number in
            CaseResult(
                id: "v1/SendEmail/case-\(number)", api: .v1, operation: "SendEmail", axis: .values, rule: "rule",
                title: "does \(number)", requirement: "", source: .derived("x"), outcome: .failed,
                findings: [
                    Finding(
                        step: "",
                        difference: Difference(path: "p", kind: .value, expected: "1", actual: "2", severity: .error),
                        cause: Cause(id: "rule/\(number)", title: "cause \(number)"), golden: "v1/x.xml")
                ])
        }
        #expect(lines(run).count { $0.hasPrefix("  expected") } == 10)
        #expect(lines(run).contains("2 more causes (--verbose shows them with an example each):"))
        #expect(lines(run, .init(verbose: true)).count { $0.hasPrefix("  expected") } == 12)
    }

    @Test("warnings that fail a run are failures and not passed")
    func warnings() {
        let strict = text(FixedRun.result, .init(verdict: .init(failOn: .warning)))
        #expect(strict.contains("content type of another document: 1 case, 1 operation"))
        #expect(strict.contains("7 failed, "))
        #expect(strict.contains(" 15 passed, "))
        #expect(!strict.contains("warnings: "))
    }

    @Test("a run without a judged case says so")
    func nothing() {
        var run = passing
        run.cases = FixedRun.result.cases.filter { $0.outcome == .blocked }
        #expect(text(run).contains("no case was judged"))
        run.cases = []
        #expect(text(run).contains("no case was judged"))
    }

    @Test("a failed case without a difference is not lost")
    func unexplained() {
        var run = passing
        run.cases[0].outcome = .failed
        run.cases[0].reason = "it crashed"
        #expect(text(run).contains("failed without a recorded difference: 1 case, 1 operation"))
        #expect(text(run).contains("it crashed"))
    }

    @Test("of a large run the first 40 lines show the table and the largest cause")
    func firstScreen() throws {
        let first = lines(LargeRun.result).prefix(40)
        #expect(first.contains { $0.hasPrefix("all operations") })
        #expect(first.contains("unsupported: 14 of 41 operations"))
        #expect(first.contains { $0.hasPrefix("failures: ") })
        #expect(first.contains("  expected  400 ValidationError"))
        #expect(first.contains { $0.hasPrefix("more with failures (7): ") })
        #expect(!text(LargeRun.result, .init(verbose: true)).contains("more with failures"))
    }
}
