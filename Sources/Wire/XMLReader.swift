import Foundation
import FoundationXML

/// Reads XML into a tree.
public enum XMLReader {
    /// The deepest nesting that is read, inclusive; the root is at depth 1.
    public static let depthLimit = 64
    /// The most elements that are read, inclusive.
    public static let elementLimit = 100_000

    /// The tree of a document.
    ///
    /// - Names are local names; the namespace stands beside them. An attribute's prefix is dropped, but for `xml:`;
    ///   attributes are sorted by name, as XML gives their order no meaning.
    /// - The text of an element without children is exact, white space included. Of an element with children it is
    ///   what stands between them, white space at both ends removed.
    /// - Comments and processing instructions are passed over.
    ///
    /// - Throws: ``WireError``; what ``XMLScan`` refuses, what goes beyond the limits, and what is not well-formed.
    public static func tree(from document: [UInt8]) throws(WireError) -> Tree {
        guard document.contains(where: { !isWhite($0) }) else { throw .emptyDocument }
        let parser = XMLParser(data: Data(try XMLScan.scan(document)))
        let builder = TreeBuilder()
        parser.shouldProcessNamespaces = true
        parser.delegate = builder
        _ = parser.parse()
        if let problem = builder.problem {
            guard case .notWellFormed(let format, let reason, let position) = problem else { throw problem }
            // The parser counts on behind the end.
            throw .notWellFormed(format, reason: reason, min(position, end(of: document)))
        }
        guard let root = builder.root, builder.isComplete else {
            // The parser says nothing of a document that ends too early.
            let end = end(of: document)
            throw .notWellFormed(.xml, reason: builder.missingEnd, end)
        }
        return root
    }

    private static func end(of document: [UInt8]) -> TextPosition {
        document.withUnsafeBufferPointer { TextPosition(offset: $0.count, in: $0) }
    }

    /// White space as XML and JSON have it.
    @inline(__always)
    static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}

/// Puts the parser's events together; made for one document and one thread.
private final class TreeBuilder: XMLParserDelegate {
    private var open: [Tree] = []
    private(set) var root: Tree?
    /// The first thing that went wrong; the parser itself knows only the last.
    private(set) var problem: WireError?
    private var count = 0

    var isComplete: Bool { open.isEmpty }

    var missingEnd: String {
        guard let element = open.last else { return "no element, or an incomplete one" }
        return "ends inside element \"\(element.name)\""
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard problem == nil else { return }
        count += 1
        if open.count >= XMLReader.depthLimit { return stop(parser, .tooDeep(limit: XMLReader.depthLimit)) }
        if count > XMLReader.elementLimit { return stop(parser, .tooMany(limit: XMLReader.elementLimit)) }
        var element = Tree(name)
        if let namespaceURI, !namespaceURI.isEmpty { element.namespace = namespaceURI }
        if !attributes.isEmpty { element.attributes = sorted(attributes) }
        open.append(element)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard problem == nil, var element = open.popLast() else { return }
        if !element.children.isEmpty, !element.text.isEmpty { element.text = trimmed(element.text) }
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].children.append(element)
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard problem == nil, !open.isEmpty else { return }
        open[open.count - 1].text += text
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        guard problem == nil, !open.isEmpty else { return }
        open[open.count - 1].text += String(decoding: block, as: UTF8.self)
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        let code = (error as NSError).code
        guard problem == nil, !XMLErrorCode.isHarmless(code) else { return }
        let position = TextPosition(line: max(parser.lineNumber, 1), column: max(parser.columnNumber, 1))
        // The number for a document that ends too early is also that for one that goes on too long.
        let endsEarly = code == XMLErrorCode.documentEnd && root == nil
        // Going on would cost time with every further error, and none of them is told.
        stop(parser, .notWellFormed(.xml, reason: endsEarly ? missingEnd : XMLErrorCode.meaning(of: code), position))
    }

    private func stop(_ parser: XMLParser, _ problem: WireError) {
        self.problem = problem
        parser.abortParsing()
    }

    private func sorted(_ attributes: [String: String]) -> [Tree.Attribute] {
        let named = attributes.map { name, value in
            guard let colon = name.firstIndex(of: ":"), !name.hasPrefix("xml:") else {
                return Tree.Attribute(name, value)
            }
            return Tree.Attribute(String(name[name.index(after: colon)...]), value)
        }
        // Under a prefix `xmlns` is an attribute like others, but without it no other program would take it for one.
        return named.filter { $0.name != "xmlns" }.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    }

    private func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { !XMLReader.isWhite($0) }),
            let last = bytes.lastIndex(where: { !XMLReader.isWhite($0) })
        else { return "" }
        return String(text[first...last])
    }
}

/// The parser's error numbers, which are libxml2's `xmlParserErrors`.
private enum XMLErrorCode {
    static let documentEnd = 5

    /// Warnings: a catalog that cannot be had, a later version of XML, and unusual values for a language, a
    /// namespace or `xml:space`.
    static func isHarmless(_ code: Int) -> Bool { [93, 97, 98, 99, 100, 102].contains(code) }

    static func meaning(of code: Int) -> String {
        switch code {
        case 1: "more than the parser holds"
        case 4: "no element"
        case documentEnd: "text or markup behind the root element"
        case 6, 7, 8, 10...12: "a malformed character reference"
        case 9: "a character that XML does not allow"
        case 14...22, 68: "a name is missing, or a '&' is not written as '&amp;'"
        case 23: "a reference without its ';', or a '&' that is not written as '&amp;'"
        case 26, 27: "an entity that is not declared, or a '&' that is not written as '&amp;'"
        case 38: "'<' in an attribute's value"
        case 39, 40: "an attribute's value without quotes"
        case 41: "an attribute without a value"
        case 42: "an attribute twice in one tag"
        case 45: "a comment without its end"
        case 46, 47: "a processing instruction without its end"
        case 33, 34, 56, 57, 96, 108: "a malformed XML declaration"
        case 62: "']]>' in a text"
        case 63: "a CDATA section without its end"
        case 64: "an XML declaration that is not at the very beginning"
        case 65: "white space is missing between two parts of the markup"
        case 73: "a tag without its '>'"
        case 75: "'=' is missing"
        case 76: "an end tag that does not match its start tag"
        case 77: "an element without its end tag"
        case 80: "'--' in a comment"
        case 200...205: "a prefix that no namespace is declared for, or a malformed one"
        default: "XML error \(code)"
        }
    }
}
