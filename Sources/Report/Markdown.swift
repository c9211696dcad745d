/// Makes text fit for Markdown as GitHub reads it, inside a table's cell or out of it.
///
/// Source: https://github.github.com/gfm/#tables-extension-
enum Markdown {
    /// Text of anybody's, shown as it is: nothing in it is markup.
    static func text(_ text: String, limit: Int = 300) -> String { escaped(flattened(text, limit: limit)) }

    private static func escaped(_ text: some StringProtocol) -> String {
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

    /// A text as code; the fence is longer than any run of backticks inside.
    static func code(_ text: String, limit: Int = 120) -> String {
        let flat = flattened(text, limit: limit)
        guard !flat.isEmpty else { return "(empty)" }
        let longest = flat.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        let pad = flat.hasPrefix("`") || flat.hasSuffix("`") || flat.allSatisfy { $0 == " " } ? " " : ""
        // A pipe ends the cell even inside code, unless it is escaped.
        return fence + pad + flat.replacing("|", with: "\\|") + pad + fence
    }

    /// A sentence of the spec, in which what stands between backticks is code and the rest is text.
    static func prose(_ text: String) -> String {
        let flat = flattened(text, limit: .max)
        let parts = flat.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1, !flat.contains("``") else { return escaped(flat) }
        return parts.enumerated().map { index, part in
            index % 2 == 1 ? code(String(part), limit: .max) : escaped(part)
        }.joined()
    }

    /// A table with a final newline; cells are Markdown already. Nothing for no rows.
    static func table(_ head: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let rule = "|" + head.map { _ in " --- |" }.joined()
        return ([line(head), rule] + rows.map(line)).joined(separator: "\n") + "\n"
    }

    private static func flattened(_ text: String, limit: Int) -> String {
        let spaced = text.unicodeScalars.prefix(limit).map { scalar -> Unicode.Scalar in
            scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : scalar
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: spaced)
        let head = VisibleText.line(String(view)).split(separator: " ").joined(separator: " ")
        return text.unicodeScalars.dropFirst(limit).isEmpty ? head : head + "…"
    }
}
