import Conformance
import Diff
import Testing

@Suite struct VerdictTests {
    private func code(_ cases: [CaseResult], stale: [String] = [], _ options: Verdict.Options = .init()) -> Int32 {
        var run = BaselineFixture.run(cases)
        run.staleBaseline = stale
        return Verdict(run, options).exitCode
    }

    private func known(_ one: CaseResult) -> CaseResult {
        var one = one
        for index in one.findings.indices { one.findings[index].baseline = "why" }
        return one
    }

    private func new(_ one: CaseResult) -> CaseResult {
        var one = one
        one.isNew = true
        return one
    }

    private let warned = BaselineFixture.one("v1/A/w", .passed, [BaselineFixture.finding(severity: .warning)])

    @Test("what was not judged, or is known, conforms", arguments: [Outcome.passed, .unsupported, .blocked, .observed])
    func conforms(outcome: Outcome) {
        #expect(code([BaselineFixture.one("v1/A/x", outcome), known(BaselineFixture.failed("v1/A/y"))]) == 0)
    }

    @Test("an open difference or a broken case does not")
    func differs() {
        #expect(code([BaselineFixture.failed("v1/A/x")]) == 1)
        #expect(code([BaselineFixture.one("v1/A/x", .failed)]) == 1)
        #expect(code([BaselineFixture.one("v1/A/x", .broken)]) == 1)
        let findings = [known(BaselineFixture.failed("")).findings[0], BaselineFixture.finding("b")]
        let half = BaselineFixture.failed("v1/A/x", findings)
        #expect(code([half]) == 1)
    }

    @Test("warnings fail a run only where they are asked to")
    func warnings() {
        #expect(code([warned]) == 0)
        #expect(code([warned], .init(failOn: .warning)) == 1)
        #expect(code([known(warned)], .init(failOn: .warning)) == 0)
    }

    @Test("operations that are not there fail a run only where they are required")
    func support() {
        let lacking = [BaselineFixture.one("v1/A/x", .unsupported)]
        #expect(code(lacking) == 0)
        #expect(code(lacking, .init(requireSupported: true)) == 1)
    }

    @Test("an operation that is there is not called unsupported for a case that needs another one")
    func otherOperation() {
        var run = BaselineFixture.run([
            BaselineFixture.one("v1/A/x", .unsupported), BaselineFixture.one("v1/B/x", .unsupported),
        ])
        run.support = [
            OperationSupport(api: .v1, operation: "A", isSupported: true, seen: ""),
            OperationSupport(api: .v1, operation: "C", isSupported: false, seen: ""),
        ]
        #expect(Verdict(run).unsupportedOperations == 2)
    }

    @Test("new cases fail a strict run only")
    func strict() {
        let cases = [new(BaselineFixture.failed("v1/A/x"))]
        #expect(code(cases) == 0)
        #expect(code(cases, .init(isStrict: true)) == 1)
        #expect(Verdict(BaselineFixture.run(cases)).newFailing == 1)
    }

    @Test("a stale entry gives 4, unless something differs")
    func stale() {
        #expect(code([BaselineFixture.one("v1/A/x", .passed)], stale: ["v1/A/y"]) == 4)
        #expect(code([BaselineFixture.failed("v1/A/x")], stale: ["v1/A/y"]) == 1)
    }

    @Test("an interrupted run does not conform")
    func interrupted() {
        var run = BaselineFixture.run([BaselineFixture.one("v1/A/x", .passed)])
        run.wasInterrupted = true
        #expect(Verdict(run).exitCode == 1)
    }

    @Test("a run without a judged case says so")
    func nothing() {
        #expect(Verdict(BaselineFixture.run([BaselineFixture.one("v1/A/x", .blocked)])).judgedNothing)
        #expect(!Verdict(BaselineFixture.run([BaselineFixture.failed("v1/A/x")])).judgedNothing)
    }
}
