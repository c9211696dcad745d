import Wire

/// One of the many ways to write the same document.
struct XMLStyle: DocumentStyle {
    /// How a text is written.
    enum Text: Sendable { case plain, referenced, data }

    /// Stands before every document.
    var heading = ""
    /// What a level is set in by; nil for everything on one line.
    var indent: String? = "  "
    var lineEnd = "\n"
    /// The prefix of every element; nil for a default namespace.
    var prefix: String?
    var quote: Character = "\""
    var text = Text.plain
    /// Whether elements without content have an end tag of their own.
    var expandsEmpty = false
    /// Stands before the first child of every element that has any.
    var comment = ""

    /// The document of a tree whose elements all have the root's namespace and no attributes.
    func document(_ tree: Tree) -> String {
        var output = heading
        write(tree, depth: 0, to: &output)
        return output
    }

    private func write(_ tree: Tree, depth: Int, to output: inout String) {
        let margin = indent.map { String(repeating: $0, count: depth) } ?? ""
        let end = indent == nil ? "" : lineEnd
        let name = prefix.map { "\($0):\(tree.name)" } ?? tree.name
        output += "\(margin)<\(name)"
        if depth == 0, let namespace = tree.namespace {
            output += " xmlns\(prefix.map { ":\($0)" } ?? "")=\(quote)\(namespace)\(quote)"
        }
        if tree.children.isEmpty, tree.text.isEmpty {
            output += (expandsEmpty ? "></\(name)>" : "/>") + end
            return
        }
        output += ">"
        if tree.children.isEmpty {
            output += written(tree.text)
        } else {
            output += comment + end
            for child in tree.children { write(child, depth: depth + 1, to: &output) }
            output += margin
        }
        output += "</\(name)>\(end)"
    }

    private func written(_ text: String) -> String {
        switch self.text {
        case .plain: return XMLWriter.escaped(text)
        case .data:
            // A carriage return in CDATA would be read as a line feed.
            guard !text.contains("]]>"), !text.utf8.contains(0x0D) else { return XMLWriter.escaped(text) }
            return "<![CDATA[\(text)]]>"
        case .referenced:
            return text.unicodeScalars.enumerated().map { index, scalar in
                index.isMultiple(of: 2) ? "&#\(scalar.value);" : "&#x\(String(scalar.value, radix: 16));"
            }.joined()
        }
    }
}
