import Diff

/// An answer laid out for reading: one element a line, with the lines that are judged to differ.
struct AnswerLines {
    struct Line: Equatable {
        /// Indented by two blanks a level.
        var text: String
        /// Where the line stands in the answer, as differences name it, but for the places in lists and maps:
        /// `ErrorResponse/Error/Code`, `status`, `header Content-Type`; empty for text that is nowhere.
        var path = ""
        /// The gravest difference at this line.
        var severity: Severity?
    }

    private(set) var lines: [Line]

    /// How many characters of markup there are, which a page has to escape.
    var tags: Int { lines.reduce(0) { $0 + $1.text.utf8.count { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") } } }

    /// In bytes, line ends included.
    var length: Int { lines.reduce(0) { $0 + $1.text.utf8.count + 1 } }

    /// Lays out what an exchange has: the status, headers if any, and the body.
    ///
    /// - Parameter headers: which headers are shown; all others are left out.
    init(_ text: String, headers isShown: (String) -> Bool) {
        let whole = text.replacing("\r\n", with: "\n")
        let split = whole.firstRange(of: "\n\n")
        let isHeadless =
            whole.firstRange(of: "\n<").map { $0.lowerBound < (split?.lowerBound ?? whole.endIndex) } ?? false
        let end = isHeadless ? whole.firstIndex(of: "\n") : split?.lowerBound
        let head = whole[..<(end ?? whole.endIndex)].split(separator: "\n", omittingEmptySubsequences: false)
        let body = end.map { whole[$0...].drop { $0 == "\n" } } ?? ""
        lines = head.prefix(1).map { Line(text: String($0), path: "status") }
        for header in head.dropFirst() {
            let name = header.prefix { $0 != ":" }
            if isShown(String(name)) { lines.append(Line(text: String(header), path: "header \(name)")) }
        }
        lines += Self.elements(of: body) ?? Self.plain(body)
    }

    private static func plain(_ body: Substring) -> [Line] {
        body.split(separator: "\n", omittingEmptySubsequences: false).map { Line(text: String($0)) }
    }

    /// The elements of XML, well-formed or not; nil for anything else.
    private static func elements(of body: Substring) -> [Line]? {
        guard body.first == "<" else { return nil }
        var layout = ElementLayout()
        var rest = body
        while let start = rest.firstIndex(of: "<") {
            layout.text(rest[..<start])
            guard let end = rest[start...].firstIndex(of: ">") else {
                layout.text(rest[start...])
                return layout.lines
            }
            layout.tag(rest[start...end])
            rest = rest[rest.index(after: end)...]
        }
        layout.text(rest)
        return layout.lines
    }
}

extension AnswerLines {
    /// Marks the lines that a difference is about.
    ///
    /// - Parameter value: what the difference has on this side; nil marks nothing.
    mutating func mark(_ difference: Difference, value: String?) {
        guard let value else { return }
        let path = Self.plain(difference.path)
        var found = lines.indices.filter { lines[$0].path == path }
        // Members of a list have one path: only the one with the value is meant.
        if found.count > 1 { found = found.filter { lines[$0].text.contains(">\(value)<") } }
        for index in found { lines[index].severity = max(lines[index].severity ?? .note, difference.severity) }
    }

    /// A path without places in lists and maps, and without an attribute at its end.
    private static func plain(_ path: String) -> String {
        var depth = 0
        let outside = path.filter { character in
            if character == "[" { depth += 1 }
            defer { if character == "]" { depth -= 1 } }
            return depth == 0
        }
        return outside.firstRange(of: "/@").map { String(outside[..<$0.lowerBound]) } ?? outside
    }
}

/// Puts tags and texts in lines.
private struct ElementLayout {
    private(set) var lines: [AnswerLines.Line] = []
    private var open: [String] = []
    /// Whether the last line is an element that was just opened, whose text and end go beside it.
    private var isFresh = false

    private var margin: String { String(repeating: "  ", count: min(open.count, 40)) }

    mutating func text(_ text: Substring) {
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        if isFresh {
            lines[lines.count - 1].text += text
        } else {
            lines.append(AnswerLines.Line(text: margin + text, path: open.joined(separator: "/")))
        }
    }

    mutating func tag(_ tag: Substring) {
        let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        if tag.hasPrefix("</") {
            if !open.isEmpty { open.removeLast() }
            if isFresh { lines[lines.count - 1].text += tag } else { lines.append(.init(text: margin + tag)) }
            isFresh = false
        } else {
            let isElement = !tag.hasPrefix("<!") && !tag.hasPrefix("<?")
            let path = (open + [String(name)]).joined(separator: "/")
            lines.append(.init(text: margin + tag, path: isElement ? path : ""))
            isFresh = isElement && !tag.hasSuffix("/>")
            if isFresh { open.append(String(name)) }
        }
    }
}
