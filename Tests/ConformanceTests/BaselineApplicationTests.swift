import Conformance
import Testing

@Suite struct BaselineApplicationTests {
    private func applied(
        _ known: [Baseline.Entry], cases: [String]? = nil, to results: [CaseResult],
        selection: BaselineSelection = .everything
    ) -> RunResult {
        var run = BaselineFixture.run(results)
        Baseline(known: known, cases: cases).apply(to: &run, today: BaselineFixture.today, selection: selection)
        return run
    }

    private func entry(
        _ cases: [String], _ paths: [String] = [], cause: String? = nil, expires: String? = nil
    ) -> Baseline.Entry {
        Baseline.Entry(
            cases: cases, paths: paths, cause: cause, reason: "why", expires: expires.map { BaselineFixture.day($0) })
    }

    @Test("only the difference that an entry names is known")
    func marking() {
        let findings = [BaselineFixture.finding("status"), BaselineFixture.finding("code", cause: "other/code")]
        let run = applied([entry(["v1/A/*"], ["status"])], to: [BaselineFixture.failed("v1/A/x", findings)])
        #expect(run.cases[0].findings.map(\.baseline) == ["why", nil])
        #expect(!run.cases[0].isBaselined)
        let both = applied([entry([], cause: "*/*")], to: [BaselineFixture.failed("v1/A/x", findings)])
        #expect(both.cases[0].isBaselined)
    }

    @Test("path and cause must both match where both are given")
    func together() {
        let results = [BaselineFixture.failed("v1/A/x")]
        #expect(!applied([entry(["v1/A/x"], ["status"], cause: "other/*")], to: results).cases[0].isBaselined)
        #expect(!applied([entry(["v1/A/x"], ["stat"], cause: "missing*")], to: results).cases[0].isBaselined)
        #expect(applied([entry(["v1/A/x"], ["sta*"], cause: "missing*")], to: results).cases[0].isBaselined)
    }

    @Test("an entry counts until the end of its day and is named afterwards")
    func expiry() {
        let results = [BaselineFixture.failed("v1/A/x")]
        let last = applied([entry(["v1/A/x"], expires: "2026-11-21")], to: results)
        #expect(last.cases[0].isBaselined)
        #expect(last.remarks.isEmpty)
        let late = applied([entry(["v1/A/x"], expires: "2026-11-20")], to: results)
        #expect(!late.cases[0].isBaselined)
        #expect(late.remarks == ["baseline entry expired on 2026-11-20 and no longer counts: v1/A/x (why)"])
        #expect(late.staleBaseline.isEmpty)
    }

    @Test("what no longer differs is stale, each case of an entry by itself")
    func stale() {
        let run = applied(
            [entry(["v1/A/x", "v1/A/y"], ["status"])],
            to: [BaselineFixture.failed("v1/A/x"), BaselineFixture.one("v1/A/y", .passed)])
        #expect(run.staleBaseline == ["v1/A/y, path status"])
    }

    @Test("an entry for a case that does not exist is stale in a run of everything")
    func gone() {
        let results = [BaselineFixture.one("v1/A/x", .passed)]
        #expect(applied([entry(["v1/A/gone"])], to: results).staleBaseline == ["v1/A/gone"])
        let part = BaselineSelection(outOf: ["v1/A/x", "v1/B/x"])
        #expect(applied([entry(["v1/A/gone"])], to: results, selection: part).staleBaseline.isEmpty)
    }

    @Test("an entry whose cases were not all chosen is not stale")
    func selection() {
        let results = [BaselineFixture.one("v1/A/x", .passed)]
        let part = BaselineSelection(outOf: ["v1/A/x", "v1/B/x"])
        #expect(applied([entry(["v1/B/x"])], to: results, selection: part).staleBaseline.isEmpty)
        #expect(applied([entry(["v1/*/x"])], to: results, selection: part).staleBaseline.isEmpty)
        #expect(applied([entry(["v1/A/*"])], to: results, selection: part).staleBaseline == ["v1/A/*"])
    }

    @Test(
        "an entry is not stale where the run can't tell",
        arguments: [Outcome.blocked, .broken, .unsupported])
    func untold(outcome: Outcome) {
        let results = [BaselineFixture.one("v1/A/x", outcome)]
        #expect(applied([entry(["v1/A/x"])], to: results).staleBaseline.isEmpty)
        let glob = applied([entry(["v1/A/*"])], to: results + [BaselineFixture.one("v1/A/y", .passed)])
        #expect(glob.staleBaseline.isEmpty == (outcome != .unsupported))
    }

    @Test("nothing is stale in an interrupted run")
    func interrupted() {
        var run = BaselineFixture.run([BaselineFixture.one("v1/A/x", .passed)])
        run.wasInterrupted = true
        Baseline(known: [entry(["v1/A/x"])]).apply(to: &run, today: BaselineFixture.today)
        #expect(run.staleBaseline.isEmpty)
    }

    @Test("cases that the baseline does not list are new; without a list none is")
    func new() {
        let results = [BaselineFixture.one("v1/A/x", .passed), BaselineFixture.failed("v1/A/y")]
        #expect(applied([], cases: ["v1/A/x"], to: results).cases.map(\.isNew) == [false, true])
        #expect(applied([], to: results).cases.map(\.isNew) == [false, false])
    }
}
