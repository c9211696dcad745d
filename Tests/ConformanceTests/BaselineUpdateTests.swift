import Conformance
import Diff
import Foundation
import Testing

@Suite struct BaselineUpdateTests {
    private func made(
        _ results: [CaseResult], previous: Baseline? = nil, threshold: Severity = .error,
        selection: BaselineSelection = .everything
    ) -> Baseline {
        Baseline.make(
            from: BaselineFixture.run(results), target: "moto 5.2.1", previous: previous, today: BaselineFixture.today,
            threshold: threshold, selection: selection)
    }

    private let results = [
        BaselineFixture.failed("v1/A/missing-x"), BaselineFixture.failed("v1/A/missing-y"),
        BaselineFixture.failed("v1/B/missing-x"), BaselineFixture.one("v1/B/minimal", .passed),
        BaselineFixture.failed(
            "v1/B/odd*",
            [
                BaselineFixture.finding("a*"), BaselineFixture.finding("b"),
                BaselineFixture.finding("n", severity: .note),
            ]),
    ]

    @Test("cases that differ in the same way stand in one entry")
    func grouping() {
        let baseline = made(results)
        let reason = "recorded 2026-11-21: missing required parameter accepted"
        #expect(
            baseline.known == [
                .init(
                    cases: ["v1/A/missing-x", "v1/A/missing-y", "v1/B/missing-x"], paths: ["status"],
                    cause: "missing-required/accepted", reason: reason),
                .init(
                    cases: ["v1/B/odd\\*"], paths: ["a\\*", "b"], cause: "missing-required/accepted", reason: reason),
            ])
        #expect(baseline.cases == results.map(\.id).sorted())
        #expect(baseline.target == "moto 5.2.1")
    }

    @Test("a baseline makes the run that it was made from pass, through its bytes too")
    func closes() throws {
        var run = BaselineFixture.run(results)
        let baseline = try Baseline.read(from: made(results).encoded(), name: "x")
        baseline.apply(to: &run, today: BaselineFixture.today)
        #expect(Verdict(run).exitCode == 0)
        #expect(Verdict(run).known == 4)
        #expect(run.staleBaseline.isEmpty)
        #expect(!run.cases.contains { $0.isNew })
    }

    @Test("an entry covers no pair of case and path that was not seen")
    func exact() {
        let crossed = [
            BaselineFixture.failed("v1/A/x", [BaselineFixture.finding("a")]),
            BaselineFixture.failed("v1/A/y", [BaselineFixture.finding("b")]),
        ]
        var other = BaselineFixture.run([BaselineFixture.failed("v1/A/x", [BaselineFixture.finding("b")])])
        made(crossed).apply(to: &other, today: BaselineFixture.today)
        #expect(Verdict(other).exitCode == 1)
    }

    @Test("made again from the same run it is the same")
    func idempotent() {
        let first = made(results)
        #expect(made(results, previous: first) == first)
        #expect(made(results.reversed(), previous: first).encoded() == first.encoded())
    }

    @Test("globs and reasons that still match stay, stale entries go")
    func keeping() {
        let previous = Baseline(
            target: "moto 5.0",
            known: [
                .init(cases: ["v1/*/missing-*"], reason: "moto checks nothing", expires: Day("2027-01-01")),
                .init(cases: ["v1/B/minimal"], reason: "was wrong once"),
            ], cases: ["v1/B/minimal"])
        let baseline = made(results, previous: previous)
        #expect(baseline.known.map(\.reason).contains("moto checks nothing"))
        #expect(baseline.known.first { $0.expires != nil }?.cases == ["v1/*/missing-*"])
        #expect(!baseline.known.contains { $0.reason == "was wrong once" })
        #expect(baseline.known.flatMap(\.cases).sorted() == ["v1/*/missing-*", "v1/B/odd\\*"])
    }

    @Test("an expired entry that still matches stays without its day")
    func renewed() {
        let previous = Baseline(
            known: [.init(cases: ["v1/A/missing-x"], reason: "until autumn", expires: Day("2026-09-01"))])
        let baseline = made([results[0]], previous: previous)
        #expect(baseline.known == [.init(cases: ["v1/A/missing-x"], reason: "until autumn")])
    }

    @Test("a run of some cases leaves the entries of the others alone")
    func partial() {
        let all = results.map(\.id)
        let previous = made(results)
        let selection = BaselineSelection(outOf: all)
        let baseline = made([BaselineFixture.one("v1/A/missing-x", .passed)], previous: previous, selection: selection)
        #expect(baseline.cases == all.sorted())
        #expect(
            baseline.known.flatMap(\.cases).sorted() == ["v1/A/missing-y", "v1/B/missing-x", "v1/B/odd\\*"])
    }

    @Test("warnings are written only where they fail a run")
    func threshold() {
        let warned = [BaselineFixture.one("v1/A/x", .passed, [BaselineFixture.finding(severity: .warning)])]
        #expect(made(warned).known.isEmpty)
        #expect(made(warned, threshold: .warning).known.map(\.cases) == [["v1/A/x"]])
    }
}
