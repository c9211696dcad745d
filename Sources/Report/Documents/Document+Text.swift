extension Document {
    /// As plain text for a terminal: columns beside each other, long cells broken within theirs.
    ///
    /// - Parameter width: in columns; less than 40 counts as 40.
    public func text(width: Int, hasColour: Bool = false) -> String {
        var page = TerminalPage(width: max(40, width), hasColour: hasColour)
        for block in blocks {
            page.gap()
            switch block {
            case .heading(let text): page.paragraph(text.plain, .bold)
            case .paragraph(let text): page.paragraph(text.plain, hanging: 2)
            case .table(let table): TextTable(table, width: page.width).draw(on: &page)
            case .listing(let text):
                for line in text.split(separator: "\n", omittingEmptySubsequences: false) { page.line(String(line)) }
            }
        }
        return page.text
    }
}

/// A table in columns that together are as wide as the page at most, as long as each has room for a word.
private struct TextTable {
    private static let gap = 2
    private static let leastWidth = 8

    private let head: [String]
    private let rows: [[String]]
    private let widths: [Int]

    init(_ table: Document.Table, width: Int) {
        head = table.head.map(\.plain)
        rows = table.rows.map { $0.map(\.plain) }
        let natural = table.head.indices.map { column in
            ([table.head[column].plain.count] + table.rows.map { $0[column].plain.count }).max() ?? 0
        }
        let room = width - Self.gap * (natural.count - 1)
        // The widest columns give way; the others stay on one line.
        var most = natural.max() ?? 0
        while most > Self.leastWidth, natural.reduce(0, { $0 + min($1, most) }) > room { most -= 1 }
        widths = natural.map { min($0, most) }
    }

    func draw(on page: inout TerminalPage) {
        draw(head, .dim, on: &page)
        for row in rows { draw(row, nil, on: &page) }
    }

    private func draw(_ cells: [String], _ ink: TerminalPage.Ink?, on page: inout TerminalPage) {
        let broken = zip(cells, widths).map(Self.lines)
        for line in 0..<(broken.map(\.count).max() ?? 0) {
            var text = ""
            for (column, lines) in broken.enumerated() {
                let cell = line < lines.count ? lines[line] : ""
                let pad = String(repeating: " ", count: max(0, widths[column] + Self.gap - cell.count))
                text += cell + pad
            }
            page.line(String(text.reversed().drop { $0 == " " }.reversed()), ink)
        }
    }

    /// Broken at spaces, and within a word that is longer than the column.
    private static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var rest = word
            if !line.isEmpty, line.count + 1 + rest.count <= width {
                line += " " + rest
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while rest.count > width {
                lines.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            line = String(rest)
        }
        return lines + [line]
    }
}
