import Wire

/// Writes an answer's JSON: members without a value are left out, there is no white space.
///
/// Source: truth, wire format section 2.
struct JSONAnswerWriter {
    private var bytes: [UInt8] = []
    private var isFirst = true

    init() {
        bytes.reserveCapacity(512)
        bytes.append(UInt8(ascii: "{"))
    }

    /// The object of everything that was written.
    var document: [UInt8] { bytes + [UInt8(ascii: "}")] }

    mutating func leaf(_ name: String, _ text: String) {
        start(name)
        quote(text)
    }

    /// A text where there is one; nothing otherwise.
    mutating func leaf(_ name: String, ifPresent text: String?) {
        if let text { leaf(name, text) }
    }

    /// A text where there is one; null otherwise.
    mutating func leaf(_ name: String, orNull text: String?) {
        start(name)
        if let text { quote(text) } else { bytes.append(contentsOf: "null".utf8) }
    }

    mutating func leaf(_ name: String, _ flag: Bool) {
        start(name)
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    mutating func leaf(_ name: String, _ number: Double) {
        start(name)
        bytes.append(contentsOf: "\(number)".utf8)
    }

    /// Seconds since 1970 with a fraction.
    mutating func leaf(_ name: String, milliseconds: Int64) {
        start(name)
        bytes.append(contentsOf: "\(Double(milliseconds) / 1000)".utf8)
    }

    /// An object of what the content writes.
    mutating func object(_ name: String, _ content: (inout JSONAnswerWriter) -> Void) {
        start(name)
        enclose("{", "}", content)
    }

    /// A list of objects.
    mutating func list<Items: Sequence>(
        _ name: String, _ items: Items, _ member: (inout JSONAnswerWriter, Items.Element) -> Void
    ) {
        start(name)
        enclose("[", "]") { list in
            for item in items {
                list.separate()
                list.enclose("{", "}") { member(&$0, item) }
            }
        }
    }

    /// A list of texts.
    mutating func list(_ name: String, _ texts: some Sequence<String>) {
        start(name)
        enclose("[", "]") { list in
            for text in texts {
                list.separate()
                list.quote(text)
            }
        }
    }

    private mutating func start(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func enclose(
        _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ content: (inout JSONAnswerWriter) -> Void
    ) {
        bytes.append(UInt8(ascii: opening))
        isFirst = true
        content(&self)
        bytes.append(UInt8(ascii: closing))
        isFirst = false
    }

    private mutating func quote(_ text: String) { bytes.append(contentsOf: JSONWriter.quoted(text).utf8) }
}
