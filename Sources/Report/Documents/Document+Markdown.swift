extension Document {
    /// As Markdown, as GitHub reads it; the title is left to the page that the text becomes part of.
    ///
    ///     ### SendEmail
    ///
    ///     | Parameter | Type |
    ///     | --- | --- |
    ///     | `Source` | String |
    public var markdown: String {
        blocks.map { block in
            switch block {
            case .heading(let text): "### \(Markdown.text(text))\n"
            case .paragraph(let text): Markdown.text(text) + "\n"
            case .table(let table): Markdown.table(table)
            case .listing(let text): Markdown.listing(text)
            }
        }.joined(separator: "\n")
    }
}

/// Writes what a document holds for Markdown, inside a table's cell or out of it.
///
/// Source: https://github.github.com/gfm/#tables-extension-
enum Markdown {
    static func text(_ phrase: Phrase) -> String {
        phrase.parts.map { part in
            switch part {
            case .text(let text): escaped(text)
            case .code(let text): code(text)
            case .link(let text, let target): "[\(escaped(text))](\(target))"
            }
        }.joined()
    }

    /// A table with a final newline.
    static func table(_ table: Document.Table) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let rule = "|" + table.head.map { _ in " --- |" }.joined()
        return ([line(table.head.map(text)), rule] + table.rows.map { line($0.map(text)) }).joined(separator: "\n")
            + "\n"
    }

    /// A block of code; its fence is longer than any run of backticks inside.
    static func listing(_ text: String) -> String {
        let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
        return "\(fence)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#": result += "\\\(character)"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            default: result.append(character)
            }
        }
        return result
    }

    private static func code(_ text: String) -> String {
        let fence = String(repeating: "`", count: longestRun(in: text) + 1)
        let pad = text.hasPrefix("`") || text.hasSuffix("`") || text.allSatisfy { $0 == " " } ? " " : ""
        // A pipe ends the cell even inside code, unless it is escaped.
        return fence + pad + text.replacing("|", with: "\\|") + pad + fence
    }

    private static func longestRun(in text: String) -> Int { text.split { $0 != "`" }.map(\.count).max() ?? 0 }
}
