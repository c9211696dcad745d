/// Writes HTML so that text of anybody's can only ever be text.
///
/// Names of elements and attributes are literals of this program; whatever else goes in is escaped on its way,
/// in the one function ``escaped(_:limit:)``.
///
/// Source: https://html.spec.whatwg.org/multipage/syntax.html
struct HTMLWriter {
    private(set) var text = ""

    /// An element with its end tag: `<p class="note">…</p>`.
    ///
    /// - Parameters:
    ///   - attributes: in their order; an empty value makes an attribute that is just there.
    ///   - content: the element's text, escaped; what `body` writes follows it.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ content: String = "",
        body: (inout HTMLWriter) -> Void = { _ in }
    ) {
        open(name, attributes)
        text += HTMLWriter.escaped(content)
        body(&self)
        text += "</\(name)>"
    }

    /// An element without attributes.
    mutating func element(
        _ name: StaticString, _ content: String = "", body: (inout HTMLWriter) -> Void = { _ in }
    ) {
        element(name, [:], content, body: body)
    }

    /// A tag that nothing closes: `<meta …>`.
    mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
        text += "<\(name)"
        for (key, value) in attributes {
            text += value.isEmpty ? " \(key)" : " \(key)=\"\(HTMLWriter.escaped(value))\""
        }
        text += ">"
    }

    mutating func write(_ content: String) { text += HTMLWriter.escaped(content) }

    /// A line end between elements, so that the page's source can be read and compared.
    mutating func line() { text += "\n" }

    /// A script or a style: raw text, in which only its end tag means anything.
    mutating func raw(_ name: StaticString, _ literal: StaticString) { text += "<\(name)>\(literal)</\(name)>" }

    /// How long a text is once it is escaped, in bytes, but for characters made visible.
    static func length(of text: String) -> Int {
        text.utf8.reduce(0) { sum, byte in
            switch byte {
            case UInt8(ascii: "&"): sum + 5
            case UInt8(ascii: "<"), UInt8(ascii: ">"): sum + 4
            case UInt8(ascii: "\""): sum + 6
            default: sum + 1
            }
        }
    }

    /// Makes text fit to stand between tags and in an attribute in double quotes.
    ///
    /// Control characters, and what turns the direction of text, become visible as `\u{202E}`.
    ///
    /// - Parameter limit: in Unicode scalars; what is cut off is said.
    static func escaped(_ text: String, limit: Int = .max) -> String {
        var result: [UInt8] = []
        let visible = VisibleText.lines(VisibleText.withLineFeeds(text), limit: limit)
        result.reserveCapacity(visible.utf8.count + 16)
        for byte in visible.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
