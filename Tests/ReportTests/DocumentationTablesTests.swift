import Conformance
import Diff
import Foundation
import SpecCatalog
import SpecModel
import Testing

@testable import Report

@Suite struct DocumentationTablesTests {
    private let tables = DocumentationTables(catalog: FixedRun.catalog)

    private static let goldens = [
        GoldenCount(api: .v1, provenance: .documented, count: 1_234),
        GoldenCount(api: .v2, provenance: .claimed, count: 2),
    ]

    @Test("the tables of the fixed spec are as they were accepted")
    func golden() throws {
        let text = [
            tables.operations(), tables.allParameters(), tables.allResponses(.v1), tables.allErrors(),
            tables.types(.v1), tables.commonErrors(.v1), tables.support(FixedRun.result), tables.specs(),
            tables.goldens(Self.goldens),
        ].map(\.markdown).joined(separator: "\n---\n\n")
        try ReportGolden.compare(Data(text.utf8), with: "tables.md")
    }

    @Test("the table of rules counts the cases of each, and those written by hand") func rules() {
        let cases = CaseCatalog(FixedRun.catalog)
        let table = tables.rules(cases).markdown
        let rows = table.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == Set(cases.cases.map(\.derivation)).intersection(Rules.all.map(\.id)).count)
        let minimal = cases.cases.filter { $0.derivation == "minimal" }
        #expect(
            rows.contains(
                "| `minimal` | The required parameters alone are enough. | operation | \(minimal.count) "
                    + "| `\(minimal.first?.id ?? "")` |"))
        #expect(rows.contains { $0.hasPrefix("| `envelope` |") })
        #expect(tables.rules(cases, .v2).markdown == "No rule derives a case.\n")
    }

    @Test("every row of every table has as many cells as its head")
    func cells() {
        let all = [
            tables.operations(), tables.allParameters(), tables.allErrors(), tables.types(.v1),
            tables.support(FixedRun.result),
        ]
        for table in all.map(\.markdown) {
            var expected: Int?
            for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
                guard line.hasPrefix("|") else {
                    expected = nil
                    continue
                }
                let cells = line.replacing("\\|", with: "").count { $0 == "|" }
                #expect(cells == expected ?? cells, "\(line)")
                expected = cells
            }
        }
    }

    @Test("nothing that means harm gets into the tables")
    func safe() {
        let text = tables.support(FixedRun.result).markdown
        #expect(ReportGolden.dangerous(in: text).isEmpty)
        #expect(!text.replacing(/`[^`]*`/, with: "").contains("<b>"))
    }

    @Test(
        "status and notes say in plain words how far an operation is there",
        arguments: [
            ("GetSendQuota", "| `GetSendQuota` | supported |  |"),
            ("CloneReceiptRuleSet", "| `CloneReceiptRuleSet` | missing | 500 text/html, 265 bytes |"),
            ("ListIdentities", "| `ListIdentities` | partial | `MaxItems` is ignored |"),
            ("SendBounce", "| `SendBounce` | not tested | needs received-mail |"),
            ("VerifyEmailIdentity", "| `VerifyEmailIdentity` | partial | missing `EmailAddress` is accepted |"),
            ("CreateTemplate", "| `CreateTemplate` | partial | missing `Template` is accepted |"),
        ])
    func support(operation: String, expected: String) {
        let rows = tables.support(FixedRun.result).markdown.split(separator: "\n").filter {
            $0.contains("`\(operation)`")
        }
        #expect(rows.map(String.init) == [expected])
    }

    @Test("an operation of the spec that no case was about is not tested")
    func untested() {
        var run = FixedRun.result
        run.cases.removeAll { $0.operation == "SendEmail" }
        run.support.removeAll { $0.operation == "SendEmail" }
        #expect(tables.support(run).markdown.contains("| `SendEmail` | not tested |  |"))
    }

    @Test("an empty catalogue gives sentences, not broken tables")
    func empty() {
        let empty = DocumentationTables(catalog: Catalog([]))
        #expect(empty.operations().markdown == "No operations.\n")
        #expect(empty.allErrors().markdown == "No operations.\n")
        #expect(empty.types(.v1).markdown == "No data types.\n")
    }

    @Test("an operation's data types are those that it reaches, however deep")
    func reached() {
        #expect(tables.types(of: FixedRun.operation("SendEmail")).markdown.hasPrefix("### Destination\n"))
        #expect(tables.types(of: FixedRun.operation("ListIdentities")).markdown == "No data types.\n")
    }

    @Test("one operation's support is its row of the whole")
    func one() {
        let table = tables.support(FixedRun.result, operation: "SendBounce").markdown
        #expect(table.hasSuffix("| --- | --- | --- |\n| `SendBounce` | not tested | needs received-mail |\n"))
        #expect(tables.support(FixedRun.result, api: .v2).markdown == "Nothing was tested.\n")
    }
}
