import Foundation
import Testing

@testable import Mutation

@Suite struct ScoreTests {
    private static func result(
        _ faultClass: FaultClass, _ fate: Fate, _ what: String = "does", excuse: String? = nil
    ) -> MutantResult {
        MutantResult(
            api: .v1, faultClass: faultClass, subject: "v1/A/b", what: what, fate: fate, detail: "passed",
            excuse: excuse)
    }

    private static let score = Score(
        classes: [
            ClassScore(
                FaultKind(.v1, .elementDropped), existing: 9,
                results: [
                    result(.elementDropped, .killed), result(.elementDropped, .warned, "drops | one"),
                    result(.elementDropped, .survived, "drops it"), result(.elementDropped, .void),
                    result(.elementDropped, .killedElsewhere),
                ]),
            ClassScore(FaultKind(.v1, .strayAdded), existing: 1, results: [result(.strayAdded, .warned, "strays")]),
            ClassScore(
                FaultKind(.v1, .writeLost), existing: 2,
                results: [
                    result(.writeLost, .survived, "forgets", excuse: "nobody asks"),
                    result(.writeLost, .killed, "loses", excuse: "nobody looks"),
                ]),
            ClassScore(FaultKind(.v1, .quoting), existing: 1, results: [result(.quoting, .killed, "quotes")]),
            ClassScore(FaultKind(.v2, .elementDropped), existing: 5, results: []),
        ], cases: 2, leftOut: ["v1/A/c: observed"], idle: ["v1/A/d: ⟦any⟧ at A"], seed: 4)

    @Test("rates are of what changed something, killed elsewhere is killed") func rates() throws {
        let row = try #require(Self.score[FaultKind(.v1, .elementDropped)])
        #expect(row.tried == 4)
        #expect(row.killRate == 0.5)
        #expect(row.noticeRate == 0.75)
    }

    @Test("a permitted change that is reported is a false alarm, not a kill") func alarms() {
        #expect(Self.score.falseAlarms.map(\.what) == ["quotes"])
        #expect(Self.score.survivors.map(\.what) == ["drops it"])
    }

    @Test("a fault that is only warned of is no survivor, and told apart unless a warning is due") func warned() {
        #expect(Self.score.onlyWarned.map(\.what) == ["drops | one"])
    }

    @Test("an excuse takes a survivor out, and is out of date where the fault was noticed") func excuses() {
        #expect(Self.score.excused.map(\.what) == ["forgets"])
        #expect(Self.score.outdated.map(\.what) == ["loses"])
        #expect(!Self.score.isGood)
    }

    @Test("the text has a row a class, then what went wrong, then the sums")
    func text() {
        let text = Self.score.text(shown: nil)
        let row =
            "  element dropped                                  9         4         1         1         1         1"
        #expect(text.contains(row + "    50.0 %\n"))
        #expect(text.contains("    v1/A/b: drops it\n      passed\n"))
        #expect(text.contains("1 changes changed nothing and are not counted\n"))
        #expect(text.contains("  forgets: nobody asks\n"))
        #expect(text.contains("  v1/A/d: ⟦any⟧ at A\n"))
        #expect(
            text.contains(
                "v1: 4 of 9 faults of one answer: 2 killed (50.0 %), 1 of them elsewhere, 1 seen as warning, 1 survived\n"
            ))
        #expect(text.contains("v1: 1 of 1 changes that are no fault: 1 false alarms\n"))
        #expect(text.contains("v2: 0 of 5 faults of one answer: 0 killed"))
    }

    @Test("the Markdown has a row a class and a reason for every survivor") func markdown() {
        let text = Self.score.markdown
        #expect(text.contains("| v2: faults of one answer |"))
        #expect(text.contains("| element dropped | 9 | 4 | 2 | 1 | 1 | 1 | 50.0 % |\n"))
        #expect(text.contains("- drops \\| one: passed\n"))
        #expect(text.contains("- forgets: nobody asks\n"))
    }

    @Test("the JSON holds the numbers of each class and what is worth a look") func json() throws {
        let document = try JSONSerialization.jsonObject(with: try Self.score.json()) as? [String: Any]
        let rows = document?["classes"] as? [[String: Any]]
        #expect(rows?.first?["killed"] as? Int == 2)
        #expect(rows?.map { $0["api"] as? String } == ["v1", "v1", "v1", "v1", "v2"])
        #expect(rows?.first?["killedElsewhere"] as? Int == 1)
        let survivors = document?["survivors"] as? [[String: Any]]
        #expect(survivors?.map { $0["what"] as? String } == ["drops it"])
        #expect(document?["seed"] as? Int == 4)
    }

    @Test("nearly all is not all", arguments: [(0.99999, "99.9 %"), (1, "100.0 %"), (0, "0.0 %")])
    func percent(_ rate: Double, _ text: String) { #expect(Score.percent(rate) == text) }
}
