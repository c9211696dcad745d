import Wire

/// Trees as text for people.
public enum TreeText {
    /// The longest text that a difference carries, in Unicode scalars.
    public static let longest = 2_000

    /// A tree as an indented document, as goldens have it.
    public static func text(of tree: Tree) -> String {
        tree.kind == .element ? XMLWriter.document(tree) : JSONWriter.document(JSONLayout.restored(tree))
    }

    /// An element on one line: `<Content><Data>…</Data></Content>`; JSON as it is sent.
    public static func compact(_ tree: Tree) -> String {
        var result = ""
        write(tree, into: &result)
        return result
    }

    /// What is shown of an element that stands on one side only: the text of a leaf, else all of it.
    static func whole(_ tree: Tree) -> String {
        tree.children.isEmpty && !isContainer(tree) ? capped(tree.text) : capped(compact(tree))
    }

    /// What a difference shows of an element: the text of a leaf, the children of anything else.
    static func content(of tree: Tree) -> String {
        guard !isContainer(tree) else { return capped(compact(tree)) }
        guard !tree.children.isEmpty else { return capped(tree.text) }
        var result = ""
        for child in tree.children where result.utf8.count < longest * 4 { write(child, into: &result) }
        return capped(result)
    }

    /// A value of JSON with its kind: `number 1`.
    static func described(_ tree: Tree) -> String {
        tree.kind == .null ? "null" : "\(tree.kind) \(content(of: tree))"
    }

    /// A text, or so many of its Unicode scalars and an ellipsis.
    public static func capped(_ text: String, at limit: Int = longest) -> String {
        guard text.utf8.count > limit else { return text }
        let head = text.unicodeScalars.prefix(limit)
        return head.endIndex == text.unicodeScalars.endIndex ? text : String(head) + "…"
    }

    /// Whether it is of JSON and shows its brackets, even around nothing.
    private static func isContainer(_ tree: Tree) -> Bool { tree.kind == .object || tree.kind == .array }

    private static func write(_ tree: Tree, into result: inout String) {
        guard tree.kind == .element else {
            result += JSONWriter.compact(JSONLayout.restored(tree))
            return
        }
        result += "<\(tree.name)"
        for attribute in tree.attributes { result += " \(attribute.name)=\"\(escaped(attribute.value))\"" }
        guard !tree.children.isEmpty || !tree.text.isEmpty else {
            result += "/>"
            return
        }
        result += ">\(escaped(tree.text))"
        for child in tree.children where result.utf8.count < 1_000_000 { write(child, into: &result) }
        result += "</\(tree.name)>"
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
