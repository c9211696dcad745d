/// Lines of text of a given width, with or without colour.
struct TerminalPage {
    /// Select Graphic Rendition codes; ECMA-48, 8.3.117.
    enum Ink: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    let width: Int
    let hasColour: Bool
    private(set) var lines: [String] = []

    init(width: Int, hasColour: Bool) {
        self.width = max(20, width)
        self.hasColour = hasColour
    }

    func ink(_ text: String, _ ink: Ink?) -> String {
        guard hasColour, let ink, !text.isEmpty else { return text }
        return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
    }

    /// A line as it is, however long.
    mutating func line(_ text: String = "", _ ink: Ink? = nil) { lines.append(self.ink(text, ink)) }

    /// An empty line, unless there is one already or nothing yet.
    mutating func gap() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// A paragraph broken at spaces; only a word longer than the width goes beyond it.
    ///
    /// - Parameters:
    ///   - indent: spaces before every line.
    ///   - hanging: spaces before every line but the first, instead of `indent`.
    mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int? = nil, _ ink: Ink? = nil) {
        flow(text.split(separator: " "), indent: indent, hanging: hanging, ink)
    }

    /// Things in a row, separated by commas; a line ends only between two of them.
    mutating func list(_ items: [String], indent: Int = 0, hanging: Int? = nil, _ ink: Ink? = nil) {
        let words = items.enumerated().map { $0 == items.count - 1 ? $1 : "\($1)," }
        flow(words.map { $0[...] }, indent: indent, hanging: hanging, ink)
    }

    private mutating func flow(_ words: [Substring], indent: Int, hanging: Int?, _ ink: Ink?) {
        let rest = String(repeating: " ", count: hanging ?? indent)
        var row = String(repeating: " ", count: indent)
        var rowLength = indent
        var isFresh = true
        for word in words {
            if !isFresh, rowLength + 1 + word.count > width {
                lines.append(self.ink(row, ink))
                row = rest
                rowLength = rest.count
                isFresh = true
            }
            row += (isFresh ? "" : " ") + word
            rowLength += (isFresh ? 0 : 1) + word.count
            isFresh = false
        }
        lines.append(self.ink(row, ink))
    }

    /// A label in a column of its own and a value beside it.
    mutating func row(_ label: String, _ value: String, indent: Int = 2, label labelWidth: Int = 10) {
        let head = label + String(repeating: " ", count: max(1, labelWidth - label.count))
        let start = indent + head.count
        guard start + value.count > width else {
            lines.append(String(repeating: " ", count: indent) + ink(head, .dim) + value)
            return
        }
        var inner = TerminalPage(width: width - start, hasColour: false)
        inner.paragraph(value)
        for (index, text) in inner.lines.enumerated() {
            let lead = index == 0 ? ink(head, .dim) : String(repeating: " ", count: head.count)
            lines.append(String(repeating: " ", count: indent) + lead + text)
        }
    }

    /// The whole with a final newline.
    var text: String { lines.joined(separator: "\n") + "\n" }
}
