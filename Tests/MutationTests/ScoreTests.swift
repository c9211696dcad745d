import Testing

@testable import Mutation

@Suite struct ScoreTests {
    private static func result(_ faultClass: FaultClass, _ fate: Fate, _ what: String = "does") -> MutantResult {
        MutantResult(faultClass: faultClass, subject: "v1/A/b", what: what, fate: fate, detail: "passed")
    }

    private static let score = Score(
        classes: [
            ClassScore(
                faultClass: .elementDropped, existing: 9,
                results: [
                    result(.elementDropped, .killed), result(.elementDropped, .warned),
                    result(.elementDropped, .survived, "drops it"), result(.elementDropped, .void),
                ]),
            ClassScore(faultClass: .quoting, existing: 1, results: [result(.quoting, .killed, "quotes")]),
        ], cases: 2, leftOut: ["v1/A/c: observed"], beyondReach: ["forgets: nobody asks"])

    @Test("rates are of what changed something") func rates() throws {
        let row = try #require(Self.score[.elementDropped])
        #expect(row.tried == 3)
        #expect(abs(row.killRate - 1 / 3) < 1e-9)
        #expect(abs(row.noticeRate - 2 / 3) < 1e-9)
    }

    @Test("a permitted change that is reported is a false alarm, not a kill") func alarms() {
        #expect(Self.score.falseAlarms.map(\.what) == ["quotes"])
        #expect(Self.score.survivors.map(\.what) == ["drops it"])
    }

    @Test("the text has a row a class, then what went wrong, then the sums")
    func text() {
        let text = Self.score.text(shown: nil)
        #expect(
            text.contains(
                "  element dropped                                 9        3        1        1        1   33.3 %   66.6 %\n"
            ))
        #expect(text.contains("    v1/A/b: drops it\n      passed\n"))
        #expect(text.contains("1 changes changed nothing and are not counted\n"))
        #expect(text.contains("  forgets: nobody asks\n"))
        #expect(text.contains("3 of 9 faults on 2 cases: 1 killed (33.3 %), 1 seen as warning, 1 survived\n"))
        #expect(text.hasSuffix("1 of 1 changes that are no fault: 1 false alarms\n"))
    }

    @Test("nearly all is not all", arguments: [(0.99999, "99.9 %"), (1, "100.0 %"), (0, "0.0 %")])
    func percent(_ rate: Double, _ text: String) { #expect(Score.percent(rate) == text) }
}
