import Diff

/// An answer laid out for reading: one element a line, with the lines that are judged to differ.
struct AnswerLines {
    struct Line: Equatable {
        /// Indented by two blanks a level.
        var text: String
        /// Where the line stands in the answer, as differences name it, but for the places in lists and maps:
        /// `ErrorResponse/Error/Code`, `status`, `header Content-Type`; empty for text that is nowhere.
        var path = ""
        /// The text of an element without others in it, as it is written.
        var value = ""
        /// The gravest difference at this line.
        var severity: Severity?
    }

    private(set) var lines: [Line]

    /// In bytes, line ends included.
    var length: Int { lines.reduce(0) { $0 + $1.text.utf8.count + 1 } }

    /// Lays out what an exchange has: the status, headers if any, and the body, with or without an empty line
    /// before it.
    ///
    /// - Parameter isShown: which headers are shown; all others are left out.
    init(_ text: String, headers isShown: (String) -> Bool) {
        var rest = text.replacing("\r\n", with: "\n")[...]
        lines = [Line(text: String(Self.line(of: &rest)), path: "status")]
        while let name = Self.headerName(of: rest) {
            let header = Line(text: String(Self.line(of: &rest)), path: "header \(name)")
            if isShown(String(name)) { lines.append(header) }
        }
        let body = rest.drop { $0 == "\n" }
        switch body.first {
        case "<": lines += ElementLayout.lines(of: body)
        case "{", "[": lines += MemberLayout.lines(of: body)
        default: lines += body.split(separator: "\n", omittingEmptySubsequences: false).map { Line(text: String($0)) }
        }
    }

    /// The name of the header that a text begins with; nil if it begins with anything else.
    private static func headerName(of rest: Substring) -> Substring? {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        return !name.isEmpty && rest[name.endIndex...].hasPrefix(": ") ? name : nil
    }

    /// Takes the first line, and its end, off a text.
    private static func line(of rest: inout Substring) -> Substring {
        let line = rest.prefix { $0 != "\n" }
        rest = rest[line.endIndex...].dropFirst()
        return line
    }

    /// Marks the lines that a difference is about.
    ///
    /// - Parameter value: what the difference has on this side; nil marks nothing.
    mutating func mark(_ difference: Difference, value: String?) {
        guard let value else { return }
        let path = Self.plain(difference.path)
        var found = lines.indices.filter { lines[$0].path == path }
        // Members of a list have one path: only the one with the value is meant.
        if found.count > 1 { found = found.filter { !value.isEmpty && lines[$0].value == value } }
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
