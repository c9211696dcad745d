import Conformance
import Foundation
import Testing

@testable import Report

/// The formats of documents; Markdown has a suite of its own.
@Suite struct DocumentTests {
    /// Tables with sections, sentences, links, and texts that mean harm.
    private var document: Document {
        let tables = DocumentationTables(catalog: FixedRun.catalog)
        var document = tables.allParameters()
        document.append(tables.specs())
        document.heading("Hostile \(FixedRun.hostile)")
        document.table(
            ["What", "Text"], [["text", .text(FixedRun.hostile)], ["code", .code(FixedRun.hostile)]], or: "")
        document.table(["What", "Text"], [["huge", .text(FixedRun.huge)]], or: "")
        document.listing(FixedRun.hostile)
        return document
    }

    @Test("each format of the fixed document is as it was accepted")
    func golden() throws {
        try ReportGolden.compare(Data(document.markdown.utf8), with: "document.md")
        try ReportGolden.compare(Data(document.html.utf8), with: "document.html")
        try ReportGolden.compare(Data(document.csv.utf8), with: "document.csv")
        try ReportGolden.compare(Data(document.text(width: 80).utf8), with: "document.txt")
    }

    @Test("nothing that means harm gets through, and a megabyte is cut off")
    func safe() {
        for text in [
            document.markdown, document.html, document.text(width: 80), document.csv.replacing("\r\n", with: ""),
        ] {
            #expect(ReportGolden.dangerous(in: text).isEmpty)
            #expect(text.utf8.count < 20_000)
        }
        #expect(!document.html.contains("<script"))
        #expect(!document.html.contains("]]>"))
    }

    @Test(
        "a cell is quoted where it must be, and is never a formula",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("=a,b", "\"'=a,b\""), ("", ""),
        ])
    func cell(_ text: String, _ expected: String) {
        #expect(CSVText.cell(text) == expected)
    }

    @Test("every line of comma-separated values has the columns of its head")
    func columns() {
        let lines = DocumentationTables(catalog: FixedRun.catalog).allErrors().csv.split(separator: "\r\n")
        #expect(lines.first == "Section,Error,Status,Type,When,Exercised")
        #expect(lines.count == 4)
        for line in lines { #expect(line.count { $0 == "," } == 5) }
    }

    @Test("headings of one name can each be linked to")
    func anchors() {
        var document = Document("t")
        for text in ["A b", "A b", "<>"] { document.heading(.text(text)) }
        #expect(document.html.contains("<h2 id=\"A-b\">A b</h2>\n<h2 id=\"A-b-2\">A b</h2>\n<h2 id=\"section\">"))
    }

    @Test("a table of a terminal is as wide as that", arguments: [40, 80, 120])
    func width(_ width: Int) {
        var document = Document("t")
        let long = String(repeating: "word ", count: 60)
        document.table(["Short", "Long", "Other"], [["a", .text(long), .text(long)], ["b", "c", "d"]], or: "")
        let lines = document.text(width: width).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines.contains { $0.hasPrefix("a      word word") })
        #expect(lines.count > 6)
    }

    @Test("a table without rows is a sentence")
    func empty() {
        #expect(Document("t", ["A"], [], or: "None.").markdown == "None.\n")
    }
}
