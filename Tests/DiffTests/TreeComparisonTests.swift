import Testing
import Wire

@testable import Diff

/// Two documents, what we say of them, and why.
struct Example: Sendable, CustomTestStringConvertible {
    let title: String
    let before: String
    let after: String
    /// Empty where we say that nothing differs: `+ path`, `- path`, `~ path`.
    let changes: [String]
    let why: String

    init(_ title: String, _ before: String, _ after: String, _ changes: [String] = [], because why: String) {
        self.title = title
        self.before = before
        self.after = after
        self.changes = changes
        self.why = why
    }

    var testDescription: String { "\(title): \(changes.isEmpty ? "the same" : "different"), because \(why)" }

    func found() throws -> [String] {
        try TreeComparison().changes(from: tree(before), to: tree(after)).map { change in
            "\(change.kind == .new ? "+" : change.kind == .gone ? "-" : "~") \(change.path)"
        }
    }

    private func tree(_ text: String) throws -> Tree {
        text.hasPrefix("<") ? try XMLReader.tree(from: Array(text.utf8)) : try JSONReader.tree(from: Array(text.utf8))
    }
}

/// What other tools' manuals show of comparing documents, with our verdict.
@Suite struct TreeComparisonTests {
    /// Source: xmldiff, "Python API", section "The Edit Script": an example of each action.
    static let xmldiff = [
        Example(
            "InsertNode", "<document><node>Content</node></document>",
            "<document><node>Content</node><newnode/></document>", ["+ document/newnode"],
            because: "a client sees an element that was not there"),
        Example(
            "DeleteNode", "<document><node>Content</node></document>", "<document/>", ["- document/node"],
            because: "a client misses an element"),
        Example(
            "MoveNode", "<document><node>Content</node><movenode/></document>",
            "<document><movenode/><node>Content</node></document>",
            because: "clients of the API find elements by name, so that the order of names says nothing"),
        Example(
            "InsertAttrib", "<document><node/></document>", "<document newattr=\"newvalue\"><node/></document>",
            ["+ document/@newattr"], because: "an attribute may be read"),
        Example(
            "DeleteAttrib", "<document newattr=\"newvalue\"><node/></document>", "<document><node/></document>",
            ["- document/@newattr"], because: "an attribute may be missed"),
        Example(
            "RenameAttrib", "<document attrib=\"value\"><node/></document>",
            "<document newattrib=\"value\"><node/></document>", ["- document/@attrib", "+ document/@newattrib"],
            because: "who asks for the old name finds nothing; that the value is alike is nobody's business"),
        Example(
            "UpdateAttrib", "<document attrib=\"value\"><node/></document>",
            "<document attrib=\"newvalue\"><node/></document>", ["~ document/@attrib"], because: "it is another value"),
        Example(
            "UpdateTextIn", "<document><node>Content</node></document>",
            "<document><node>New Content</node></document>",
            ["~ document/node"], because: "it is another value"),
        Example(
            "UpdateTextAfter", "<document><node>Content</node></document>",
            "<document><node>Content</node>Trailing text</document>", ["~ document/text()"],
            because: "text between elements has no place in an answer, and somebody put it there"),
        Example(
            "rename of an element", "<document><node>Content</node></document>",
            "<document><other>Content</other></document>", ["- document/node", "+ document/other"],
            because: "who asks for the old name finds nothing"),
        Example(
            "rename of the root", "<document><node/></document>", "<other><node/></other>", ["- document", "+ other"],
            because: "it is another document"),
    ]

    /// Source: XMLUnit, "User's Guide": the comparisons that its difference engine makes, those that the default
    /// evaluator calls similar, and what `ignoreComments`, `ignoreWhitespace` and `normalizeWhitespace` are for.
    static let xmlUnit = [
        Example(
            "order of elements with different names", "<a><b>1</b><c>2</c></a>", "<a><c>2</c><b>1</b></a>",
            because: "similar there and the same here: clients find elements by name"),
        Example(
            "order of elements with one name", "<a><b>1</b><b>2</b><b>3</b></a>", "<a><b>3</b><b>1</b><b>2</b></a>",
            ["+ a/b[1]", "- a/b[3]"],
            because: "without a spec nobody knows whether a list is ordered, and a rule set is"),
        Example(
            "number of children", "<a><b/><b/></a>", "<a><b/></a>", ["- a/b[2]"], because: "a member is missing"),
        Example(
            "prefix of a namespace", "<a xmlns=\"urn:x\"><b/></a>", "<p:a xmlns:p=\"urn:x\"><p:b/></p:a>",
            because: "the prefix is a spelling of the namespace"),
        Example(
            "namespace", "<a xmlns=\"urn:x\"><b/></a>", "<a xmlns=\"urn:y\"><b/></a>", ["~ a/namespace()"],
            because: "it is another name; told once, since what is below is in it by inheritance"),
        Example(
            "no namespace", "<a xmlns=\"urn:x\"><b/></a>", "<a><b/></a>", ["~ a/namespace()"],
            because: "a client that knows namespaces finds nothing"),
        Example(
            "namespace of one element", "<a xmlns=\"urn:x\"><b/><c/></a>", "<a xmlns=\"urn:x\"><b xmlns=\"\"/><c/></a>",
            ["~ a/b/namespace()"], because: "only that element has another name"),
        Example(
            "order of attributes", "<a b=\"1\" c=\"2\"/>", "<a c=\"2\" b=\"1\"/>",
            because: "XML gives the order of attributes no meaning"),
        Example(
            "quotes of attributes", "<a b=\"1\"/>", "<a b='1'/>", because: "both spell the same value"),
        Example(
            "white space between elements", "<root><node>Test</node></root>", "<root>\n  <node>Test</node>\n</root>",
            because: "only people who read answers want indentation"),
        Example(
            "white space around a text", "<root><node>Test</node></root>", "<root><node> Test </node></root>",
            ["~ root/node"], because: "a client gets the blanks, too"),
        Example(
            "white space within a text", "<root><node>Test</node></root>", "<root><node>Te st</node></root>",
            ["~ root/node"], because: "it is another value"),
        Example(
            "line ends within a text", "<a>x\r\ny</a>", "<a>x\ny</a>",
            because: "an XML parser gives a line feed for both"),
        Example(
            "CDATA and text", "<a><![CDATA[x < y]]></a>", "<a>x &lt; y</a>",
            because: "CDATA is a spelling, and clients get the same text"),
        Example(
            "character references", "<a>A&#233;</a>", "<a>&#x41;é</a>", because: "they are spellings of the same text"),
        Example(
            "comments", "<a><!-- one --><b>1</b></a>", "<a><b>1<!-- two --></b></a>",
            because: "no client of an API reads comments; there they count unless they are ignored"),
        Example(
            "processing instructions", "<?x y?><a/>", "<a><?z?></a>",
            because: "they are for programs that answers are not for"),
        Example(
            "XML declaration", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", "<a/>",
            because: "it says nothing that is not so without it"),
        Example("empty elements", "<a></a>", "<a/>", because: "they are spellings of the same element"),
        Example("text and no text", "<a>x</a>", "<a/>", ["~ a"], because: "a client misses a value"),
        Example(
            "text and elements", "<a>x</a>", "<a><b>x</b></a>", ["~ a/text()", "+ a/b"],
            because: "it is another thing of the same name"),
        Example(
            "mixed content", "<p>one <b>two</b> three</p>", "<p>one <b>two</b> four</p>", ["~ p/text()"],
            because: "the text between elements is another"),
        Example(
            "place of text in mixed content", "<p>one<b/>two</p>", "<p>onetwo<b/></p>",
            because: "answers of the API have no mixed content, so that where it stands is not kept"),
        Example(
            "prefix of an attribute", "<a xmlns:x=\"urn:x\" x:b=\"1\"/>", "<a b=\"1\"/>",
            because: "answers of the API have no such attributes, so that their namespace is not kept"),
        Example(
            "an inserted member", "<l><m>1</m><m>2</m></l>", "<l><m>0</m><m>1</m><m>2</m></l>", ["+ l/m[1]"],
            because: "the members behind it are what they were"),
        Example(
            "a changed member", "<l><m><k>1</k><v>a</v></m><m><k>2</k><v>b</v></m></l>",
            "<l><m><k>1</k><v>a</v></m><m><k>2</k><v>c</v></m></l>", ["~ l/m[2]/v"],
            because: "the smallest place that holds the change is told"),
    ]

    static let json = [
        Example("order of members", #"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, because: "RFC 8259 has objects unordered"),
        Example("order in an array", "[1,2]", "[2,1]", ["- [1]", "+ [2]"], because: "arrays are ordered"),
        Example("white space", "{ \"a\" : [ ] }", #"{"a":[]}"#, because: "it is a spelling"),
        Example("spelling of a number", "[14.0,1e2]", "[14,100]", because: "all clients read them alike"),
        Example(
            "number", "[9007199254740993]", "[9007199254740992]", ["~ [1]"], because: "clients may keep all digits"),
        Example("number and string", #"{"a":1}"#, #"{"a":"1"}"#, ["~ a"], because: "typed clients take one only"),
        Example(
            "null and nothing", #"{"a":null}"#, "{}", ["- a"], because: "nobody knows whether it counts"),
        Example("null and empty", #"{"a":null}"#, #"{"a":""}"#, ["~ a"], because: "they are two values"),
        Example("escapes", #"["\u00e9\/"]"#, #"["é/"]"#, because: "they are spellings of the same text"),
        Example("empty array and object", "[]", "{}", ["~ "], because: "they are two kinds"),
        Example(
            "array in an object", #"{"a":[{"b":1},{"b":2}]}"#, #"{"a":[{"b":1},{"b":3}]}"#, ["~ a/[2]/b"],
            because: "the smallest place that holds the change is told"),
        Example(
            "a member twice", #"{"a":1,"a":2}"#, #"{"a":1}"#, ["- a[2]"], because: "parsers disagree on which counts"),
    ]

    @Test("documents differ where a client would see it", arguments: xmldiff + xmlUnit + json)
    func verdict(example: Example) throws {
        #expect(try example.found() == example.changes, "\(example.why)")
    }

    @Test("the other way round, what was new is gone", arguments: xmldiff + xmlUnit + json)
    func reversed(example: Example) throws {
        let swapped = Example(example.title, example.after, example.before, because: example.why)
        let turned: [Character: Character] = ["+": "-", "-": "+", "~": "~"]
        // Which of several moved members is said to have moved is a matter of which side one starts from.
        let isMove = Set(example.changes.compactMap(\.first)) == ["+", "-"]
        let wanted = example.changes.map { String(turned[$0.first ?? "~"] ?? "~") + $0.dropFirst() }
        let found = try swapped.found()
        #expect(isMove ? !found.isEmpty : Set(found) == Set(wanted))
    }

    @Test("a change holds what was and what is, and all of an element that stands on one side only") func values()
        throws
    {
        let before = try XMLReader.tree(from: Array("<a><b>1</b><c x=\"y\"><d/></c></a>".utf8))
        let after = try XMLReader.tree(from: Array("<a><b>2</b><e/></a>".utf8))
        #expect(
            TreeComparison().changes(from: before, to: after) == [
                TreeChange(path: "a/b", before: "1", after: "2"),
                TreeChange(path: "a/c", before: "<c x=\"y\"><d/></c>", after: nil),
                TreeChange(path: "a/e", before: nil, after: ""),
            ])
    }
}
