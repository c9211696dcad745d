import Conformance
import Diff
import SpecModel
import Testing

@testable import Report

@Suite struct CaseDetailsTests {
    private static func finding(_ step: String, _ severity: Severity, cause: String = "a") -> Finding {
        Finding(
            step: step,
            difference: Difference(
                path: "status", kind: .status, expected: "200", actual: "400", severity: severity),
            cause: Cause(id: cause, title: cause), golden: "v1/A/b.xml")
    }

    private static func one(_ findings: [Finding], _ steps: [String: String]) -> CaseResult {
        CaseResult(
            id: "v1/A/b", api: .v1, operation: "A", axis: .shape, rule: "r", title: "t", requirement: "q",
            source: .documented(page: 1), outcome: .failed, findings: findings,
            exchanges: steps.sorted { $0.key < $1.key }.map {
                ExchangeRecord(step: $0.key, curl: $0.value, expected: "200", actual: "400")
            })
    }

    @Test("commands that two steps share are said once")
    func continued() {
        let findings = [Self.finding("1", .error), Self.finding("2", .error), Self.finding("3", .error)]
        let details = CaseDetails(Self.one(findings, ["1": "a\nb", "2": "a\nb\nc", "3": "x\ny"]), isOpened: true)
        #expect(details.exchanges.map(\.commands) == [["a", "b"], ["c"], ["x", "y"]])
        #expect(details.exchanges.map(\.isContinued) == [false, true, false])
    }

    @Test("the gravest difference comes first, notes stand apart unless they are all there is")
    func order() {
        let mixed = [Self.finding("", .note), Self.finding("", .warning), Self.finding("", .error)]
        let details = CaseDetails(Self.one(mixed, ["": "a"]), isOpened: true)
        #expect(details.findings.map(\.difference.severity) == [.error, .warning])
        #expect(details.notes.count == 1)
        let noted = Self.one([Self.finding("", .note)], ["": "a"])
        #expect(CaseDetails(noted, isOpened: true).findings.count == 1)
        #expect(CaseDetails(noted, isOpened: false).isEmpty)
    }

    @Test("where there is no room for all, the first of each cause come first")
    func choice() {
        let details = ["a", "a", "b", "a"].map { cause in
            CaseDetails(Self.one([Self.finding("", .error, cause: cause)], ["": "c"]), isOpened: true)
        }
        func choice(_ room: Int) -> Set<Int> { DetailChoice(details, room: room) { _ in 10 }.chosen }
        #expect(choice(20) == [0, 2])
        #expect(choice(30) == [0, 1, 2])
        #expect(choice(1_000) == [0, 1, 2, 3])
        #expect(choice(-1).isEmpty)
        #expect(DetailChoice(details, room: 30) { $0 == 0 ? nil : 10 }.chosen == [1, 2, 3])
        let observed = CaseDetails(Self.one([Self.finding("", .note, cause: "c")], ["": "c"]), isOpened: true)
        #expect(DetailChoice([observed] + details, room: 30) { _ in 10 }.chosen == [1, 2, 3])
    }
}
