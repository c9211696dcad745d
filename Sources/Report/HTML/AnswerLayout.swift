/// Puts the tags and texts of XML in lines, whether it is well-formed or not.
struct ElementLayout {
    private var lines: [AnswerLines.Line] = []
    private var open: [String] = []
    /// Whether the last line is an element that was just opened, whose text and end go beside it.
    private var isFresh = false

    static func lines(of body: Substring) -> [AnswerLines.Line] {
        var layout = ElementLayout()
        var rest = body
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            layout.text(rest[..<start])
            layout.tag(rest[start...end])
            rest = rest[rest.index(after: end)...]
        }
        layout.text(rest)
        return layout.lines
    }

    private mutating func text(_ text: Substring) {
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        if isFresh {
            lines[lines.count - 1].text += text
            lines[lines.count - 1].value = String(text)
        } else {
            lines.append(.init(text: Margin.of(open.count) + text, path: Margin.path(open)))
        }
    }

    private mutating func tag(_ tag: Substring) {
        let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        if tag.hasPrefix("</") {
            if !open.isEmpty { open.removeLast() }
            if isFresh { lines[lines.count - 1].text += tag } else { line(tag, path: "") }
            isFresh = false
        } else {
            let isElement = !tag.hasPrefix("<!") && !tag.hasPrefix("<?")
            line(tag, path: isElement ? Margin.path(open + [String(name)]) : "")
            isFresh = isElement && !tag.hasSuffix("/>")
            if isFresh { open.append(String(name)) }
        }
    }

    private mutating func line(_ text: Substring, path: String) {
        lines.append(.init(text: Margin.of(open.count) + text, path: path))
    }
}

/// Puts the members of JSON in lines, whether it is well-formed or not.
struct MemberLayout {
    private var lines: [AnswerLines.Line] = []
    /// The names of the members that are open; `member` in an array.
    private var open: [String] = []
    private var line = AnswerLines.Line(text: "")
    private var name: String?

    static func lines(of body: Substring) -> [AnswerLines.Line] {
        var layout = MemberLayout()
        var rest = body
        while let character = rest.first {
            let length = character == "\"" ? Self.lengthOfString(rest) : 1
            layout.add(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        layout.end()
        return layout.lines
    }

    /// The length of the string that a text begins with, its quotes included.
    private static func lengthOfString(_ text: Substring) -> Int {
        var isEscaped = false
        for (index, character) in text.enumerated().dropFirst() {
            if character == "\"", !isEscaped { return index + 1 }
            isEscaped = character == "\\" && !isEscaped
        }
        return text.count
    }

    private mutating func add(_ token: Substring) {
        switch token.first {
        case "{", "[":
            line.text += token
            let name = self.name ?? (lines.isEmpty && open.isEmpty ? nil : "member")
            end()
            open.append(name ?? "")
        case "}", "]":
            end()
            if !open.isEmpty { open.removeLast() }
            line.text = Margin.of(open.count) + token
        case ",":
            line.text += ","
            end()
        case ":":
            name = line.value
            line.value = ""
            line.text += ": "
        case .some(let character) where character.isWhitespace: break
        default:
            if line.text.isEmpty { line.text = Margin.of(open.count) }
            line.text += token
            line.value += token.first == "\"" ? token.dropFirst().dropLast() : token
        }
    }

    /// Closes the line that is being written.
    private mutating func end() {
        guard line.text.contains(where: { !$0.isWhitespace }) else { return }
        let isEnd = "}]".contains(line.text.first { $0 != " " } ?? " ")
        if !line.text.hasPrefix(" ") { line.text = Margin.of(open.count) + line.text }
        if !isEnd { line.path = Margin.path(open + [name ?? "member"]) }
        if lines.isEmpty { line.path = "" }
        lines.append(line)
        line = AnswerLines.Line(text: "")
        name = nil
    }
}

/// Blanks before a line, and its place.
private enum Margin {
    /// What is nested deeper stands no further right.
    private static let deepest = 40

    static func of(_ depth: Int) -> String { String(repeating: "  ", count: min(depth, deepest)) }

    /// The place of a line; none where it is nested too deep to be read, since a path for each of a hundred thousand
    /// levels would be a gigabyte.
    static func path(_ names: [String]) -> String {
        names.count > deepest * 2 ? "" : names.lazy.filter { !$0.isEmpty }.joined(separator: "/")
    }
}
