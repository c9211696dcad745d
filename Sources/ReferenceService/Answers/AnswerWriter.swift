/// Writes an answer's XML as the service does: two blanks a level, line feeds, no declaration.
///
/// Source: truth, wire format section 1.
struct AnswerWriter {
    private(set) var bytes: [UInt8] = []
    private var depth = 0

    init() { bytes.reserveCapacity(1024) }

    /// An element with text; an element of its own where the text is empty.
    mutating func leaf(_ name: String, _ text: String) {
        guard !text.isEmpty else { return empty(name) }
        indent()
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: ">"))
        escape(text)
        finish(name)
    }

    /// An element with text where there is one; nothing otherwise.
    mutating func leaf(_ name: String, ifPresent text: String?) {
        if let text { leaf(name, text) }
    }

    mutating func leaf(_ name: String, _ flag: Bool) { leaf(name, flag ? "true" : "false") }

    /// A self-closed element.
    mutating func empty(_ name: String) {
        indent()
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: "/>\n".utf8)
    }

    /// An element around what the content writes; self-closed where that is nothing.
    mutating func element(
        _ name: String, attributes: String = "", _ content: (inout AnswerWriter) throws(Refusal) -> Void
    ) throws(Refusal) {
        indent()
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: attributes.utf8)
        let tag = bytes.count
        bytes.append(contentsOf: ">\n".utf8)
        let start = bytes.count
        depth += 1
        try content(&self)
        depth -= 1
        if bytes.count == start {
            bytes.removeSubrange(tag...)
            bytes.append(contentsOf: "/>\n".utf8)
        } else {
            indent()
            finish(name)
        }
    }

    /// A list, its members one by one.
    mutating func list<Items: Sequence>(
        _ name: String, _ items: Items, _ member: (inout AnswerWriter, Items.Element) throws(Refusal) -> Void
    ) throws(Refusal) {
        try element(name) { (list: inout AnswerWriter) throws(Refusal) in
            for item in items { try member(&list, item) }
        }
    }

    /// A list of texts.
    mutating func list(_ name: String, _ texts: some Sequence<String>) throws(Refusal) {
        try list(name, texts) { (list: inout AnswerWriter, text) throws(Refusal) in list.leaf("member", text) }
    }

    /// An entry of a map.
    mutating func entry(_ key: String, _ value: (inout AnswerWriter) throws(Refusal) -> Void) throws(Refusal) {
        try element("entry") { (entry: inout AnswerWriter) throws(Refusal) in
            entry.leaf("key", key)
            try entry.element("value", value)
        }
    }

    private mutating func indent() {
        for _ in 0..<depth {
            bytes.append(UInt8(ascii: " "))
            bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func finish(_ name: String) {
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: ">\n".utf8)
    }

    /// Escapes what the service escapes, which leaves the apostrophe alone.
    ///
    /// A carriage return is written by number, since a parser would read it as a line feed. Characters
    /// that no XML document may hold become U+FFFD.
    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case 0x0d: bytes.append(contentsOf: "&#xD;".utf8)
            case 0xbe where bytes.suffix(2) == [0xef, 0xbf], 0xbf where bytes.suffix(2) == [0xef, 0xbf]:
                // U+FFFE and U+FFFF differ from U+FFFD in the last byte only.
                bytes.append(0xbd)
            case 0x09, 0x0a, 0x20...0xff: bytes.append(byte)
            default: bytes.append(contentsOf: "\u{fffd}".utf8)
            }
        }
    }
}
