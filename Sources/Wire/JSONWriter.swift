/// Writes a tree as JSON, members in their order, one a line; one LF at the end.
///
///     {
///       "MessageId": "0100…",
///       "Tags": []
///     }
///
/// Only what JSON demands is escaped: `"`, `\` and control characters. Numbers, booleans and nulls are the
/// tree's own texts.
public enum JSONWriter {
    /// The document of a tree. An XML element is written as an object if it has children, otherwise as a string.
    ///
    /// - Parameter indent: blanks a level.
    public static func document(_ tree: Tree, indent: Int = 2) -> String {
        var output = ""
        write(tree, to: &output, depth: 0, indent: indent)
        return output + "\n"
    }

    /// The document on one line, without blanks between its parts and without a line end, as requests have it.
    public static func compact(_ tree: Tree) -> String {
        var output = ""
        write(tree, to: &output, depth: 0, indent: nil)
        return output
    }

    private static func write(_ tree: Tree, to output: inout String, depth: Int, indent: Int?) {
        switch tree.kind {
        case .object: writeChildren(of: tree, named: true, to: &output, depth: depth, indent: indent)
        case .array: writeChildren(of: tree, named: false, to: &output, depth: depth, indent: indent)
        case .number, .boolean: output += tree.text
        case .null: output += "null"
        case .string: writeString(tree.text, to: &output)
        case .element where tree.children.isEmpty: writeString(tree.text, to: &output)
        case .element: writeChildren(of: tree, named: true, to: &output, depth: depth, indent: indent)
        }
    }

    private static func writeChildren(
        of tree: Tree, named: Bool, to output: inout String, depth: Int, indent: Int?
    ) {
        func startLine(_ depth: Int) {
            if let indent { output += "\n" + String(repeating: " ", count: depth * indent) }
        }
        output += named ? "{" : "["
        for (index, child) in tree.children.enumerated() {
            if index > 0 { output += "," }
            startLine(depth + 1)
            if named {
                writeString(child.name, to: &output)
                output += indent == nil ? ":" : ": "
            }
            write(child, to: &output, depth: depth + 1, indent: indent)
        }
        if !tree.children.isEmpty { startLine(depth) }
        output += named ? "}" : "]"
    }

    /// A text with its quotes, as it stands in a document.
    public static func quoted(_ text: String) -> String {
        var output = ""
        writeString(text, to: &output)
        return output
    }

    private static func writeString(_ text: String, to output: inout String) {
        output += "\""
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            output += text
        } else {
            for scalar in text.unicodeScalars { writeScalar(scalar, to: &output) }
        }
        output += "\""
    }

    private static func writeScalar(_ scalar: Unicode.Scalar, to output: inout String) {
        switch scalar {
        case "\"": output += "\\\""
        case "\\": output += "\\\\"
        case "\n": output += "\\n"
        case "\r": output += "\\r"
        case "\t": output += "\\t"
        case "\u{8}": output += "\\b"
        case "\u{C}": output += "\\f"
        case "\u{0}"..."\u{1F}": output += "\\u" + Hexadecimal.text([0, UInt8(scalar.value)])
        default: output.unicodeScalars.append(scalar)
        }
    }
}
