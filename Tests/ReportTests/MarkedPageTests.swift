import Conformance
import Foundation
import SpecModel
import Testing

@testable import Report

@Suite struct MarkedPageTests {
    private static let start = "<!-- ses-conformance:support -->"
    private static let end = "<!-- /ses-conformance:support -->"

    @Test("the table of an emulator's page is replaced, and nothing else")
    func page() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reports/emulator-page.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let table = DocumentationTables(catalog: FixedRun.catalog).support(FixedRun.result).markdown
        let updated = try MarkedPage(text, name: "page.md").replacing("support", with: table)
        try ReportGolden.compare(Data(updated.utf8), with: "emulator-page-updated.md")
        #expect(try MarkedPage(updated, name: "page.md").replacing("support", with: table) == updated)
        let start = try #require(text.firstRange(of: Self.start)).lowerBound
        let end = try #require(text.firstRange(of: Self.end)).lowerBound
        #expect(updated.hasPrefix(text[..<start]))
        #expect(updated.hasSuffix(text[end...]))
    }

    /// Source: the table of CloudMock's page, which calls seven operations supported.
    @Test("a page that calls seven operations supported gets the table that it should have had")
    func cloudMock() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reports/cloudmock-page.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let claimed = text.matches(of: /\n\| ([A-Z][A-Za-z]+) \| Supported/).map { String($0.1) }
        #expect(claimed.count == 7)
        let table = DocumentationTables(catalog: .standard).support(CloudMockRun.result, api: .v1).markdown
        let updated = try MarkedPage(text, name: "page.md").replacing("support", with: table)
        try ReportGolden.compare(Data(updated.utf8), with: "cloudmock-page-updated.md")
        let rows = updated.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == 41)
        #expect(
            Set(rows.filter { !$0.contains("| missing |") }.map { $0.dropFirst(3).prefix { $0 != "`" } })
                == Set(claimed.map { $0[...] }))
        #expect(updated.hasSuffix("| MessageRejected | 400 |\n") && !updated.contains("| Supported |"))
    }

    @Test("line ends stay what they were")
    func ends() throws {
        let page = MarkedPage("a\r\n\(Self.start)\r\nold\r\n\(Self.end)\r\nb", name: "p.md")
        let updated = try page.replacing("support", with: "| x |\n| y |\n")
        #expect(updated == "a\r\n\(Self.start)\r\n\r\n| x |\r\n| y |\r\n\r\n\(Self.end)\r\nb")
    }

    @Test("marks in a fenced block are only shown there")
    func fences() throws {
        let shown = "~~~~md\n\(Self.start)\n~~~\n\(Self.end)\n~~~~\n"
        let updated = try MarkedPage(shown + "  \(Self.start)\t\n\(Self.end)\n", name: "p.md").replacing(
            "support", with: "new\n")
        #expect(updated == shown + "  \(Self.start)\t\n\nnew\n\n\(Self.end)\n")
    }

    @Test(
        "a page without a place for the table is not touched, and the reason is said",
        arguments: [
            (
                "text",
                "p.md has no line \(start): put \(start) and \(end) where the table goes, "
                    + "each on a line of its own"
            ),
            (start, "p.md has no line \(end): put \(start) and \(end) where the table goes, each on a line of its own"),
            ("\(start)\n\(end)\n\(start)", "p.md:3: \(start) is there already"),
            ("\(end)\n\(start)", "p.md:1: \(end) has no beginning before it"),
            (
                "say \(start)\n\(end)",
                "p.md has no line \(start): put \(start) and \(end) where the table goes, "
                    + "each on a line of its own"
            ),
        ])
    func errors(_ text: String, _ reason: String) {
        let error = #expect(throws: MarkedPageError.self) {
            try MarkedPage(text, name: "p.md").replacing("support", with: "new\n")
        }
        #expect(error?.description == reason)
    }
}
