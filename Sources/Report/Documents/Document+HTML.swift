extension Document {
    /// As a page of its own: no script, nothing from elsewhere, light and dark.
    ///
    ///     <h2 id="SendEmail">SendEmail</h2>
    ///     <table><thead><tr><th scope="col">Parameter</th>…
    public var html: String {
        var names: Set<String> = []
        let body = blocks.map { block in
            switch block {
            case .heading(let text): heading(text, &names)
            case .paragraph(let text): "<p>\(HTMLPhrase.text(text))</p>"
            case .table(let table): HTMLPhrase.table(table)
            case .listing(let text): "<pre>\(XMLText.content(text))</pre>"
            }
        }.joined(separator: "\n")
        let name = XMLText.content(title)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(name)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <h1>\(name)</h1>
            \(body)
            </body>
            </html>

            """
    }

    /// A heading that can be linked to; a second one of the same name is numbered.
    private func heading(_ text: Phrase, _ names: inout Set<String>) -> String {
        let words = text.plain.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        let base = words.isEmpty ? "section" : words
        var name = base
        var number = 1
        while !names.insert(name).inserted {
            number += 1
            name = "\(base)-\(number)"
        }
        return "<h2 id=\"\(XMLText.attribute(name))\">\(HTMLPhrase.text(text))</h2>"
    }

    private static let style = """
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid #8886; padding: .35rem .75rem .35rem 0; }
        th, td { text-align: left; vertical-align: top; }
        code, pre { font: .9em/1.5 ui-monospace, monospace; }
        td code { overflow-wrap: anywhere; }
        pre { overflow-x: auto; white-space: pre-wrap; }
        """
}

/// Writes what a document holds for HTML; text is escaped as for XML, which HTML reads alike.
private enum HTMLPhrase {
    static func text(_ phrase: Phrase) -> String {
        phrase.parts.map { part in
            switch part {
            case .text(let text): XMLText.content(text)
            case .code(let text): "<code>\(XMLText.content(text))</code>"
            case .link(let text, let target): "<a href=\"\(XMLText.attribute(target))\">\(XMLText.content(text))</a>"
            }
        }.joined()
    }

    static func table(_ table: Document.Table) -> String {
        let head = table.head.map { "<th scope=\"col\">\(text($0))</th>" }.joined()
        let rows = table.rows.map { row in "<tr>" + row.map { "<td>\(text($0))</td>" }.joined() + "</tr>" }
        return
            (["<div class=\"table\">", "<table>", "<thead><tr>\(head)</tr></thead>", "<tbody>"] + rows
            + ["</tbody>", "</table>", "</div>"]).joined(separator: "\n")
    }
}
