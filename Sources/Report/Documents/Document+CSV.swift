extension Document {
    /// The tables alone, as comma-separated values; headings become the first column, sentences are left out.
    ///
    /// Source: RFC 4180; https://owasp.org/www-community/attacks/CSV_Injection: a cell that a spreadsheet would
    /// take for a formula has an apostrophe before it. A table with another head begins with that head.
    ///
    ///     Section,Parameter,Type
    ///     SendEmail,Source,String
    public var csv: String {
        let hasSections = blocks.contains { if case .heading = $0 { true } else { false } }
        var section: Phrase = ""
        var head: [Phrase]?
        var lines: [String] = []
        func line(_ cells: [String], after first: String) {
            lines.append(((hasSections ? [first] : []) + cells).map(CSVText.cell).joined(separator: ","))
        }
        for block in blocks {
            switch block {
            case .heading(let text): section = text
            case .paragraph, .listing: break
            case .table(let table):
                if table.head != head { line(table.head.map(\.plain), after: "Section") }
                head = table.head
                for row in table.rows { line(row.map(\.plain), after: section.plain) }
            }
        }
        return lines.map { $0 + "\r\n" }.joined()
    }
}

/// Makes text fit for a cell of comma-separated values.
enum CSVText {
    static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
