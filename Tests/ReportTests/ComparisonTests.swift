import Conformance
import Foundation
import Testing

@testable import Report

@Suite struct ComparisonTests {
    /// The fixed run with another fortune: what `change` names ends otherwise.
    static func run(_ change: (inout CaseResult) -> Void) -> RunResult {
        var run = FixedRun.result
        for index in run.cases.indices { change(&run.cases[index]) }
        return run
    }

    static let better = run { one in
        if one.operation == "SendEmail", one.outcome == .failed { one.outcome = .passed }
        if one.id == "v1/GetSendQuota/minimal" { one.outcome = .failed }
        if one.operation == "SendEmail" { one.findings = [] }
    }

    private static var sides: [Comparison.Side] {
        var fewer = better
        fewer.cases.removeAll { $0.operation == "GetSendStatistics" }
        return [
            Comparison.Side(name: "moto", result: FixedRun.result),
            Comparison.Side(name: "<b>|`other`\u{1B}[1m", result: fewer),
        ]
    }

    @Test("the comparison of two fixed runs is as it was accepted")
    func golden() throws {
        let comparison = Comparison(Self.sides)
        try ReportGolden.compare(Data(comparison.document().markdown.utf8), with: "comparison.md")
        try ReportGolden.compare(
            Data(comparison.document(isWhole: false).text(width: 100).utf8), with: "comparison.txt")
        try ReportGolden.compare(comparison.json, with: "comparison.json")
        let document = comparison.document()
        for text in [document.html, document.markdown, document.text(width: 100)] {
            #expect(ReportGolden.dangerous(in: text).isEmpty)
        }
    }

    @Test("only cases that each was asked are compared")
    func shared() {
        let comparison = Comparison(Self.sides)
        #expect(comparison.leftOut == 3)
        #expect(!comparison.rows.contains { $0.operation == "v1/GetSendStatistics" })
    }

    @Test("who is best and who is worst is told where they differ")
    func best() throws {
        let rows = Comparison(Self.sides).rows
        let errors = try #require(rows.first { $0.operation == "v1/SendEmail" && $0.axis == .errors })
        #expect(errors.best == [1] && errors.worst == [0])
        let quota = try #require(rows.first { $0.operation == "v1/GetSendQuota" && $0.axis == .shape })
        #expect(quota.best == [0] && quota.worst == [1])
        let alike = try #require(rows.first { $0.operation == "v1/GetSendQuota" && $0.axis == .operation })
        #expect(alike.best.isEmpty && alike.worst.isEmpty && alike.isWhole)
    }

    @Test("what only one gets right is wrong for all others")
    func only() {
        let third = Comparison.Side(
            name: "third", result: Self.run { if $0.operation == "SendEmail" { $0.outcome = .unsupported } })
        let comparison = Comparison(Self.sides + [third])
        #expect(comparison.onlyRight[1].contains { $0.id == "v1/SendEmail/missing-source" })
        #expect(!comparison.onlyRight[0].contains { $0.id == "v1/SendEmail/minimal" })
        #expect(comparison.onlyWrong[1].map(\.id) == ["v1/GetSendQuota/minimal"])
        #expect(comparison.onlyWrong[2].contains { $0.id == "v1/SendEmail/minimal" })
    }

    @Test("a report that has a case twice, and sides of one name, break nothing")
    func odd() {
        var twice = FixedRun.result
        twice.cases += twice.cases
        let sides = [twice, FixedRun.result].map { Comparison.Side(name: "same", result: $0) }
        #expect(Comparison(sides).sides.allSatisfy { $0.result.cases.count == FixedRun.result.cases.count })
        #expect(!Comparison(sides).json.isEmpty)
        #expect(Comparison([]).document().markdown.contains("Nothing was tested."))
    }

    @Test("of two, what one gets right is told once")
    func two() {
        #expect(Comparison(Self.sides).onlyRight[1].count == 5)
        #expect(Comparison(Self.sides).onlyWrong.allSatisfy { $0.isEmpty })
    }
}
