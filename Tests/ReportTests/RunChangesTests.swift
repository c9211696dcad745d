import Conformance
import Foundation
import Testing

@testable import Report

@Suite struct RunChangesTests {
    private func ids(_ changes: RunChanges, _ kind: RunChanges.Kind) -> [String] {
        (changes.entries[kind] ?? []).map(\.id)
    }

    private static let changes: RunChanges = {
        var after = ComparisonTests.better
        after.cases.removeAll { $0.id == "v1/GetSendStatistics/present" }
        var before = FixedRun.result
        before.cases.removeAll { $0.id == "v1/VerifyEmailIdentity/missing-email-address" }
        return RunChanges(before: before, after: after)
    }()

    @Test("the changes of the fixed run are as they were accepted")
    func golden() throws {
        try ReportGolden.compare(Data(Self.changes.document().markdown.utf8), with: "changes.md")
        try ReportGolden.compare(Self.changes.json, with: "changes.json")
    }

    @Test("cases are fixed, broken, new or gone")
    func kinds() {
        #expect(ids(Self.changes, .broken) == ["v1/GetSendQuota/minimal"])
        #expect(ids(Self.changes, .gone) == ["v1/GetSendStatistics/present"])
        #expect(ids(Self.changes, .new) == ["v1/VerifyEmailIdentity/missing-email-address"])
        #expect(ids(Self.changes, .fixed).contains("v1/SendEmail/missing-source"))
        #expect(Self.changes.count(.fixed) == 5)
        #expect(Self.changes.summary.hasPrefix("1 broken, 5 fixed, "))
    }

    @Test(
        "an outcome after another is one kind of change",
        arguments: [
            (.passed, .failed, .broken), (.passed, .unsupported, .broken), (.passed, .broken, .broken),
            (.failed, .passed, .fixed), (.broken, .passed, .fixed), (.failed, .unsupported, .stillWrong),
            (.passed, .blocked, .undecided), (.failed, .observed, .undecided), (.blocked, .failed, nil),
            (.blocked, .passed, nil), (.passed, .passed, nil), (.observed, .blocked, nil),
        ] as [(Outcome, Outcome, RunChanges.Kind?)])
    func kind(_ before: Outcome, _ after: Outcome, _ expected: RunChanges.Kind?) {
        var one = FixedRun.result
        one.cases = Array(one.cases.prefix(1))
        one.cases[0].outcome = before
        var other = one
        other.cases[0].outcome = after
        let changes = RunChanges(before: one, after: other)
        #expect(RunChanges.Kind.allCases.filter { changes.count($0) > 0 } == (expected.map { [$0] } ?? []))
    }

    @Test("a run beside itself has no change but what still fails")
    func same() {
        let changes = RunChanges(before: FixedRun.result, after: FixedRun.result)
        #expect(changes.summary.wholeMatch(of: /[0-9]+ still failing/) != nil)
        #expect(changes.document().markdown.split(separator: "\n").count == 1)
    }

    @Test("nothing that means harm gets into what is told of a case")
    func hostile() {
        let before = ComparisonTests.run { $0.outcome = .passed }
        let document = RunChanges(before: before, after: FixedRun.result).document()
        #expect(ReportGolden.dangerous(in: document.html).isEmpty)
        #expect(!document.html.contains("<script"))
        #expect(document.html.utf8.count < 30_000)
    }
}
