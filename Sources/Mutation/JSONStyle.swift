import Wire

/// One of the many ways to write the same document.
struct JSONStyle: DocumentStyle {
    /// How the characters of names and texts are written.
    enum Text: Sendable {
        case plain
        /// Every character by its number.
        case escaped
        /// Slashes and what is not ASCII, as many writers do.
        case guarded
    }

    /// What a level is set in by; nil for everything on one line.
    var indent: String?
    var lineEnd = "\n"
    /// Stands around every colon and before every comma.
    var gap = ""
    var text = Text.plain

    func document(_ tree: Tree) -> String {
        var output = ""
        write(tree, depth: 0, to: &output)
        return output + (indent == nil ? gap : lineEnd)
    }

    private func write(_ tree: Tree, depth: Int, to output: inout String) {
        switch tree.kind {
        case .object, .array: writeChildren(of: tree, depth: depth, to: &output)
        case .string, .element: output += quoted(tree.text)
        case .number, .boolean, .null: output += tree.text
        }
    }

    private func writeChildren(of tree: Tree, depth: Int, to output: inout String) {
        let isObject = tree.kind == .object
        output += isObject ? "{" : "["
        for (index, child) in tree.children.enumerated() {
            if index > 0 { output += gap + "," }
            startLine(depth + 1, in: &output)
            if isObject { output += quoted(child.name) + gap + ":" + gap }
            write(child, depth: depth + 1, to: &output)
        }
        startLine(depth, in: &output)
        output += isObject ? "}" : "]"
    }

    private func startLine(_ depth: Int, in output: inout String) {
        if let indent { output += lineEnd + String(repeating: indent, count: depth) }
    }

    private func quoted(_ text: String) -> String {
        let plain = JSONWriter.quoted(text)
        switch self.text {
        case .plain: return plain
        case .guarded:
            let units = plain.utf16.map { $0 < 0x80 ? String(UnicodeScalar(UInt8($0))) : JSONStyle.escape($0) }
            return units.joined().replacing("/", with: "\\/")
        case .escaped: return "\"" + text.utf16.map(JSONStyle.escape).joined() + "\""
        }
    }

    /// `\u00e4`, or `\u00E4` for every other unit.
    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: unit.isMultiple(of: 2))
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
