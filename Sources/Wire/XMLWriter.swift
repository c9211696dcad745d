/// Writes a tree as XML in one canonical form, the form of goldens and of the service's own answers.
///
/// No declaration; LF; one element a line; empty elements as `<Name/>`; `& < > "` escaped, apostrophes not; one LF
/// at the end:
///
///     <ListIdentitiesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
///       <ListIdentitiesResult>
///         <Identities/>
///
/// Text is never indented or wrapped. What stands between the children of an element is written before them.
/// Characters that XML cannot hold (U+0000 to U+001F but for tab, LF and CR; U+FFFE, U+FFFF) become U+FFFD, since
/// no escape for them is allowed. CR is written `&#13;`, as a reader would turn it into LF.
public enum XMLWriter {
    /// The document of a tree.
    ///
    /// Namespaces are declared as defaults on the root, and below it where they change. Of attributes of one name
    /// only the first is written. A nameless tree, such as a member of a JSON array, is called `member`.
    ///
    /// - Parameter indent: blanks a level.
    public static func document(_ tree: Tree, indent: Int = 2) -> String {
        var output = ""
        output.reserveCapacity(512)
        write(tree, to: &output, inherited: nil, depth: 0, indent: indent)
        return output
    }

    private static func write(_ tree: Tree, to output: inout String, inherited: String?, depth: Int, indent: Int) {
        let name = tree.name.isEmpty ? "member" : tree.name
        let margin = String(repeating: " ", count: depth * indent)
        output += margin
        output += "<"
        output += name
        if tree.namespace != inherited { writeAttribute("xmlns", tree.namespace ?? "", to: &output) }
        for (index, attribute) in tree.attributes.enumerated()
        where !tree.attributes[..<index].contains(where: { $0.name == attribute.name }) {
            writeAttribute(attribute.name, attribute.value, to: &output)
        }
        if tree.text.isEmpty, tree.children.isEmpty {
            output += "/>\n"
            return
        }
        output += ">"
        escape(tree.text, to: &output, inAttribute: false)
        if !tree.children.isEmpty {
            output += "\n"
            for child in tree.children {
                write(child, to: &output, inherited: tree.namespace, depth: depth + 1, indent: indent)
            }
            output += margin
        }
        output += "</"
        output += name
        output += ">\n"
    }

    private static func writeAttribute(_ name: String, _ value: String, to output: inout String) {
        output += " "
        output += name
        output += "=\""
        escape(value, to: &output, inAttribute: true)
        output += "\""
    }

    /// A text as it stands between tags: `a &lt; b`.
    public static func escaped(_ text: String) -> String {
        var output = ""
        escape(text, to: &output, inAttribute: false)
        return output
    }

    private static func escape(_ text: String, to output: inout String, inAttribute: Bool) {
        var text = text
        let isPlain = text.withUTF8 { bytes in
            // 0xEF begins U+FFFE and U+FFFF among others, which the slow way tells apart.
            bytes.allSatisfy { byte in
                switch byte {
                case 0x09, 0x0A: !inAttribute
                case 0x00...0x1F, 0x22, 0x26, 0x3C, 0x3E, 0xEF: false
                default: true
                }
            }
        }
        if isPlain {
            output += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "\r": output += "&#13;"
            case "\t", "\n":
                // A reader takes them for spaces where they stand raw in an attribute.
                if inAttribute { output += "&#\(scalar.value);" } else { output.unicodeScalars.append(scalar) }
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
            default: output.unicodeScalars.append(scalar)
            }
        }
    }
}
