import Testing
import Wire

@Suite struct XMLWriterTests {
    static let odd = [
        "", " ", "  leading and trailing  ", "\n", "\t", "\r", "\r\n", "a\r\nb\rc\nd", "&", "&amp;", "<b>", "]]>",
        "\"'",
        "é", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}", "\u{A0}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFD}",
        "\u{E000}",
        "\u{7F}", "⟦message-id⟧", "<!-- x -->", "<?x?>", "&#10;", "\u{301}", ">\u{301}", "&\u{301}", "<\u{338}",
        "\u{10FFFF}",
    ]

    @Test("the form is the service's own") func form() {
        let namespace = "http://ses.amazonaws.com/doc/2010-12-01/"
        let tree = Tree(
            "ListIdentitiesResponse", namespace: namespace,
            children: [
                Tree(
                    "ListIdentitiesResult", namespace: namespace,
                    children: [
                        Tree("Identities", namespace: namespace),
                        Tree("Other", text: "it's 5 > 4 & \"3\" < 4"),
                        Tree("Again", namespace: "u", attributes: [.init("a", "\t\"<\n")], text: " x\r\n "),
                    ])
            ])
        #expect(
            XMLWriter.document(tree) == """
                <ListIdentitiesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
                  <ListIdentitiesResult>
                    <Identities/>
                    <Other xmlns="">it's 5 &gt; 4 &amp; &quot;3&quot; &lt; 4</Other>
                    <Again xmlns="u" a="&#9;&quot;&lt;&#10;"> x&#13;
                 </Again>
                  </ListIdentitiesResult>
                </ListIdentitiesResponse>

                """)
    }

    @Test("the indent is as asked") func indent() {
        let tree = Tree("a", children: [Tree("b", children: [Tree("c")])])
        #expect(XMLWriter.document(tree, indent: 0) == "<a>\n<b>\n<c/>\n</b>\n</a>\n")
        #expect(XMLWriter.document(tree, indent: 4) == "<a>\n    <b>\n        <c/>\n    </b>\n</a>\n")
    }

    @Test("a published answer is written with the length that was seen")
    func published() throws {
        let document = """
            <ListIdentitiesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <ListIdentitiesResult>
                <Identities/>
              </ListIdentitiesResult>
              <ResponseMetadata>
                <RequestId>2350f2e7-0554-11e9-adc3-ffbd87899b73</RequestId>
              </ResponseMetadata>
            </ListIdentitiesResponse>

            """
        #expect(document.utf8.count == 276)
        #expect(XMLWriter.document(try XMLReader.tree(from: Array(document.utf8))) == document)
    }

    @Test("what XML cannot hold becomes U+FFFD") func forbidden() throws {
        for value in [0x0, 0x1, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xFFFE, 0xFFFF] as [UInt32] {
            let scalar = try #require(Unicode.Scalar(value))
            let text = "x\(Character(scalar))y"
            #expect(XMLWriter.escaped(text) == "x\u{FFFD}y")
            let document = XMLWriter.document(Tree("a", attributes: [.init("b", text)], text: text))
            #expect(try XMLReader.tree(from: Array(document.utf8)).text == "x\u{FFFD}y")
        }
    }

    @Test("each allowed character below U+3000 comes back") func everyCharacter() throws {
        for first in stride(from: UInt32(0x20), to: 0x3000, by: 64) {
            let text = String(String.UnicodeScalarView((first..<first + 64).compactMap(Unicode.Scalar.init)))
            try Self.expectReturn(Tree("a", attributes: [.init("b", text)], text: text))
        }
    }

    @Test("odd texts come back, alone, in pairs and as attributes", arguments: odd)
    func returns(text: String) throws {
        for other in Self.odd {
            for joined in [text, text + other] {
                let leaf = Tree("leaf", namespace: "u", attributes: [.init("b", joined)], text: joined)
                let inner = Tree("inner", namespace: "u", children: [leaf, Tree("empty"), leaf])
                try Self.expectReturn(Tree("root", namespace: "u", children: [inner, leaf]))
            }
        }
    }

    @Test("random trees come back, and are written the same again") func random() throws {
        var generator = Generator(state: 42)
        for _ in 0..<300 { try Self.expectReturn(Self.tree(depth: 5, &generator)) }
    }

    static func expectReturn(_ tree: Tree, at location: SourceLocation = #_sourceLocation) throws {
        let document = XMLWriter.document(tree)
        let returned = try XMLReader.tree(from: Array(document.utf8))
        #expect(returned == tree, sourceLocation: location)
        // Equal texts in Swift may differ in their bytes; written again, they must not.
        #expect(Array(XMLWriter.document(returned).utf8) == Array(document.utf8), sourceLocation: location)
    }

    static func tree(depth: Int, _ generator: inout Generator) -> Tree {
        let texts = odd + ["plain", "0100-1"]
        let count = depth == 0 ? 0 : Int.random(in: 0...3, using: &generator)
        var text = texts[Int.random(in: 0..<texts.count, using: &generator)]
        if count > 0 { text = text.allSatisfy(\.isWhitespace) || text.hasPrefix(" ") ? "" : "[\(text)]" }
        let attributes = (0..<Int.random(in: 0...2, using: &generator)).map { index in
            Tree.Attribute("a\(index)", texts[Int.random(in: 0..<texts.count, using: &generator)])
        }
        return Tree(
            ["A", "b-c", "_d", "é"][Int.random(in: 0..<4, using: &generator)],
            namespace: [nil, "u", "v&'\""][Int.random(in: 0..<3, using: &generator)], attributes: attributes,
            text: text,
            children: (0..<count).map { _ in tree(depth: depth - 1, &generator) })
    }

    /// The same numbers in every run; Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators".
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
