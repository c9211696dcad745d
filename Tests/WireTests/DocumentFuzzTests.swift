import Foundation
import FoundationXML
import Fuzzing
import Testing

@testable import Wire

/// Readers of answers against inputs by chance: no crash, and what is read is written and read alike.
@Suite(.ownThread) struct DocumentFuzzTests {
    private static let xml = Fuzz(
        samples: [
            "<A xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><B>text</B><C><member>1</member><member/></C></A>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c --><a:A xmlns:a=\"u\" x='1' a:y=\"&lt;2\">t<![CDATA[<&]]></a:A>",
            "<A>\n  <B xml:lang=\"en\">&#13;&#x1F600; a&amp;b</B>\n  <?p i?>\n  <D xmlns=\"\"> </D>\n</A>\n",
            "<a><b><c><d><e><f><g>deep</g></f></e></d></c></b></a>",
        ],
        tokens: [
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", "&e;", "&amp;", "&#0;", "&#xD800;", "&#65;",
            "<![CDATA[", "]]>", "<!--", "-->", "--", "<?", "?>", "<?p?>", "</", "/>", "<a>", "</a>", "<b/>",
            "xmlns=\"\"",
            " xmlns:p=\"u\"", "p:", " a=\"1\"", " a='", "encoding=\"UTF-16\"", "<?xml version=\"1.1\"?>",
            String(repeating: "<z>", count: 70), String(repeating: " q=\"\"", count: 40),
        ])

    @Test("XML: what is read is written and read alike, and refusals are within the document") func trees() {
        #expect(Self.xml.failures { Self.problem(ofXML: $0) } == [])
    }

    private static func problem(ofXML input: [UInt8]) -> String? {
        do throws(WireError) {
            let tree = try XMLReader.tree(from: input)
            if depth(of: tree) > XMLReader.depthLimit { return "\(depth(of: tree)) levels" }
            if !isAccepted(input, elements: size(of: tree)) { return "the toolchain's parser reads something else" }
            let text = XMLWriter.document(tree, indent: 0)
            let again = try XMLReader.tree(from: Array(text.utf8))
            return again == comparable(tree) ? nil : "read again as \(again), not as \(comparable(tree))"
        } catch {
            return isWithin(error, input) ? nil : "\(error) is beyond the end"
        }
    }

    /// A tree as it can be written: of several attributes of one name, which prefixes told apart, the first.
    private static func comparable(_ tree: Tree) -> Tree {
        var tree = tree
        var seen: Set<String> = []
        tree.attributes = tree.attributes.filter { seen.insert($0.name).inserted }
        tree.children = tree.children.map(comparable)
        return tree
    }

    /// Whether the parser of the toolchain, asked without anything of ours before it, sees as many elements.
    private static func isAccepted(_ input: [UInt8], elements: Int) -> Bool {
        // It follows a null pointer at an instruction that has nothing but a target.
        guard input.firstRange(of: Array("<?".utf8)) == nil else { return true }
        final class Counter: NSObject, XMLParserDelegate {
            var count = 0
            func parser(
                _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
                attributes: [String: String]
            ) { count += 1 }
        }
        let parser = XMLParser(data: Data(input))
        let counter = Counter()
        parser.delegate = counter
        return parser.parse() && counter.count == elements
    }

    private static let json = Fuzz(
        samples: [
            "{\"MessageId\": \"0100\", \"Tags\": [], \"N\": {\"a\": 1.5e3, \"b\": -0}, \"t\": true, \"n\": null}",
            "[1, 2.0, \"a\\u00e9\\ud83d\\ude00\\n\", [[[]]], {\"\": {}}, false]", "\"text\"", " 12 ",
            "{\"a\":{\"a\":{\"a\":{\"a\":[0,0,{\"b\":\"\\\\\\\"\"}]}}}}",
        ],
        tokens: [
            "\\u0000", "\\ud800", "\\udc00", "\\u", "\\x", "NaN", "Infinity", "-0", "1e5", "1E+400", "0x1", "01", "1.",
            ".5", "true", "nul", "//", "{\"a\":1}", "\"a\":1,", ",,", "[]", "{}", String(repeating: "[", count: 70),
            String(repeating: "{\"a\":", count: 70),
        ])

    @Test("JSON: what is read is written and read alike, and the toolchain's parser agrees") func values() {
        #expect(Self.json.failures { Self.problem(ofJSON: $0) } == [])
    }

    private static func problem(ofJSON input: [UInt8]) -> String? {
        let theirs = (try? JSONSerialization.jsonObject(with: Data(input), options: .fragmentsAllowed)) != nil
        do throws(WireError) {
            let tree = try JSONReader.tree(from: input)
            if depth(of: tree) > JSONReader.depthLimit + 1 { return "\(depth(of: tree)) levels" }
            for text in [JSONWriter.compact(tree), JSONWriter.document(tree)] {
                let again = try JSONReader.tree(from: Array(text.utf8))
                if again != tree { return "read again as \(again)" }
            }
            return theirs || hasHugeNumber(tree) ? nil : "refused by the toolchain's parser"
        } catch {
            if !isWithin(error, input) { return "\(error) is beyond the end" }
            return theirs && !isStricter(error, input) ? "\(error), but read by the toolchain's parser" : nil
        }
    }

    /// A number that no double holds, which the toolchain's parser refuses: here numbers stay as they are written.
    private static func hasHugeNumber(_ tree: Tree) -> Bool {
        if tree.kind == .number { return Double(tree.text).map { !$0.isFinite || tree.text.utf8.count > 18 } ?? true }
        return tree.children.contains(where: hasHugeNumber)
    }

    /// Whether only ours refuses it, and rightly: JSON on the wire is UTF-8, and no text has half a character.
    private static func isStricter(_ error: WireError, _ input: [UInt8]) -> Bool {
        switch error {
        case .otherEncoding, .tooDeep, .notUTF8: true
        case .notWellFormed(_, let reason, _):
            reason == "a lone surrogate" || reason == "a byte-order mark" || input.contains(0)
                // What is read here as one comma too many, the toolchain's parser passes over.
                || String(decoding: input, as: UTF8.self).contains(/,\s*[\]}]/)
        default: false
        }
    }

    private static func isWithin(_ error: WireError, _ input: [UInt8]) -> Bool {
        guard let position = error.position else { return true }
        let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard 1...lines.count ~= position.line else { return false }
        return position.column >= 1 && position.column <= max(input.count, 1) + 1
    }

    private static func depth(of tree: Tree) -> Int { 1 + (tree.children.map(depth).max() ?? 0) }
    private static func size(of tree: Tree) -> Int { tree.children.reduce(1) { $0 + size(of: $1) } }
}
