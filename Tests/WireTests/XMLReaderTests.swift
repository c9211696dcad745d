import Testing
import Wire

@Suite struct XMLReaderTests {
    static func tree(_ document: String) throws(WireError) -> Tree { try XMLReader.tree(from: Array(document.utf8)) }

    @Test("an answer of the service becomes a tree") func answer() throws {
        let tree = try Self.tree(
            """
            <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <SendEmailResult>
                <MessageId>0100</MessageId>
              </SendEmailResult>
              <ResponseMetadata/>
            </SendEmailResponse>

            """)
        let namespace = "http://ses.amazonaws.com/doc/2010-12-01/"
        #expect(
            tree
                == Tree(
                    "SendEmailResponse", namespace: namespace,
                    children: [
                        Tree(
                            "SendEmailResult", namespace: namespace,
                            children: [Tree("MessageId", namespace: namespace, text: "0100")]),
                        Tree("ResponseMetadata", namespace: namespace),
                    ]))
    }

    @Test(
        "the text of a leaf is exact",
        arguments: [
            ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&#10;&#x1F600;&#xe9;&#13;", "\n\u{1F600}\u{E9}\r"),
            ("a&amp;b&#38;c", "a&b&c"), ("&amp;lt;", "&lt;"), ("<![CDATA[<&>]]>", "<&>"),
            ("a<![CDATA[ b ]]>c", "a b c"), ("  ", "  "), (" \n a\t", " \n a\t"), ("a\r\nb\rc", "a\nb\nc"),
            ("x<!-- y -->z", "xz"), ("x<?y?>z", "xz"), ("e\u{301}", "e\u{301}"), ("", ""), ("'\"", "'\""),
            ("\u{85}\u{2028}\u{A0}", "\u{85}\u{2028}\u{A0}"), ("<![CDATA[]]>", ""), ("]]&gt;", "]]>"),
        ])
    func leaves(inner: String, text: String) throws {
        let tree = try Self.tree("<a><b>\(inner)</b></a>")
        #expect(tree.text == "")
        #expect(tree.children.map { Array($0.text.utf8) } == [Array(text.utf8)])
    }

    @Test(
        "text between children is kept, without white space at its ends",
        arguments: [
            ("<b/>", ""), (" \n <b/>\t", ""), (" x <b/>", "x"), ("<b/> x y\n", "x y"), ("x<b/>y", "xy"),
            ("x <b/> y", "x  y"), ("\u{A0}<b/>", "\u{A0}"), ("&#32;<b/>", ""),
        ])
    func mixed(inner: String, text: String) throws {
        #expect(try Self.tree("<a>\(inner)</a>") == Tree("a", text: text, children: [Tree("b")]))
    }

    @Test("a long text arrives whole, though the parser hands it over in pieces") func longText() throws {
        let piece = "0123456789 ä \u{1F600} &amp; \n"
        let tree = try Self.tree("<a>\(String(repeating: piece, count: 20000))</a>")
        #expect(tree.text == String(repeating: piece.replacing("&amp;", with: "&"), count: 20000))
    }

    @Test("names are local, namespaces stand beside them") func namespaces() throws {
        let tree = try Self.tree("<x:a xmlns:x='u' xmlns='v'><b/><c xmlns=''><x:d/><e/></c></x:a>")
        #expect(
            tree
                == Tree(
                    "a", namespace: "u",
                    children: [
                        Tree("b", namespace: "v"),
                        Tree("c", children: [Tree("d", namespace: "u"), Tree("e")]),
                    ]))
    }

    @Test(
        "what the parser only warns of is read",
        arguments: [
            "<a xmlns='rel'/>", "<a xmlns='rel' xml:space='x'/>", "<a xmlns='rel' xml:lang='!'/>",
            "<?xml version='1.1'?><a xmlns='rel'/>", "<?oasis-xml-catalog catalog='x'?><a xmlns='rel'/>",
            "<?oasis-xml-catalog x?><a xmlns='rel'/>",
        ])
    func warnings(document: String) throws {
        var tree = try Self.tree(document)
        tree.attributes = []
        #expect(tree == Tree("a", namespace: "rel"))
    }

    @Test("attributes are sorted, without declarations and prefixes") func attributes() throws {
        let tree = try Self.tree(
            "<a xmlns='u' xmlns:x='v' z='&amp;&lt;&#10;&quot;&#38;amp;' x:type='t' x:xmlns='n' b='x\ny' xml:lang='de' x:b='2'/>"
        )
        #expect(
            tree.attributes == [
                Tree.Attribute("b", "2"), Tree.Attribute("b", "x y"), Tree.Attribute("type", "t"),
                Tree.Attribute("xml:lang", "de"),
                Tree.Attribute("z", "&<\n\"&amp;"),
            ])
    }

    @Test(
        "what is not well-formed is refused, with a place and a reason",
        arguments: [
            ("<a><b></a>", 1, "an end tag that does not match its start tag"),
            ("<a/>junk", 1, "text or markup behind the root element"),
            ("<a/>\n<b/>", 2, "text or markup behind the root element"),
            ("<a x='1' x='2'/>", 1, "an attribute twice in one tag"),
            ("<a>&foo;</a>", 1, "an entity that is not declared, or a '&' that is not written as '&amp;'"),
            ("<a b='&foo;'/>", 1, "an entity that is not declared, or a '&' that is not written as '&amp;'"),
            ("<a>\nx & y</a>", 2, "a name is missing, or a '&' is not written as '&amp;'"),
            ("<a>", 1, "no element, or an incomplete one"), ("<a", 1, "no element, or an incomplete one"),
            ("<abcdef>\n<b>", 2, "ends inside element \"b\""), ("<a>text", 1, "ends inside element \"a\""),
            ("<!-- only a comment -->", 1, "no element, or an incomplete one"),
            ("<?xml version=1?><a/>", 1, "a malformed XML declaration"), ("<?xml x?><a/>", 1, nil),
            ("<a b=1/>", 1, "an attribute's value without quotes"), ("<a b/>", 1, "an attribute without a value"),
            ("<a b='<'/>", 1, "'<' in an attribute's value"), ("<a>]]></a>", 1, "']]>' in a text"),
            ("<a>\u{1}</a>", 1, "a character that XML does not allow"),
            ("<a>&#0;</a>", 1, "a character that XML does not allow"),
            ("<a>&#xD800;</a>", 1, "a character that XML does not allow"),
            ("<a>\u{FFFF}</a>", 1, "a character that XML does not allow"),
            ("<abc>\u{0}</abc>", 1, "a character that XML does not allow"),
            (" <?xml version='1.0'?><a/>", 1, "an XML declaration that is not at the very beginning"),
            ("<x:a/>", 1, "a prefix that no namespace is declared for, or a malformed one"),
            ("<a x:b=''/>", 1, "a prefix that no namespace is declared for, or a malformed one"),
            ("<a:b:c xmlns:a='u'/>", 1, "a prefix that no namespace is declared for, or a malformed one"),
            ("<a><!-- x -- y --></a>", 1, "'--' in a comment"), ("text", 1, "no element"), ("</a>", 1, nil),
            ("<a></a", 1, nil), ("<1/>", 1, nil), ("<a>&#;</a>", 1, nil), ("<a>&lt</a>", 1, nil), ("<a/", 1, nil),
            ("<a><![CDATA[x</a>", 1, nil), ("<a><!-- x</a>", 1, nil), ("<a/><!--", 1, nil), ("<a/><?x", 1, nil),
            ("<a b='x/>", 1, nil), ("<abc\u{0}/>", 1, nil), ("<a/>\u{0}", 1, nil),
        ] as [(String, Int, String?)])
    func malformed(document: String, line: Int, reason: String?) {
        do {
            _ = try Self.tree(document)
            Issue.record("accepted")
        } catch {
            guard case .notWellFormed(.xml, let given, let position) = error else {
                Issue.record("another error: \(error)")
                return
            }
            #expect(position.line == line)
            if let reason { #expect(given == reason) }
            #expect(!given.hasPrefix("XML error"), "without words: \(given)")
        }
    }

    @Test("a document cut short anywhere is refused") func cutShort() throws {
        let document = Array(
            "<?xml version='1.0'?><a xmlns='u'><b c='d'>e &amp; f</b><!-- g --><h/><![CDATA[i]]></a>".utf8)
        _ = try XMLReader.tree(from: document)
        for length in 0..<document.count {
            #expect(throws: WireError.self, "\(length) bytes") { try XMLReader.tree(from: Array(document[..<length])) }
        }
    }

    @Test(
        "instructions without data are passed over",
        arguments: [
            "<?y?><a>b</a>", "<a><?y?>b<?z?></a>", "<a>b</a><?y?>", "<?x y?>\n<a>b<?é?></a>",
        ])
    func bareInstructions(document: String) throws {
        #expect(try Self.tree(document) == Tree("a", text: "b"))
    }

    @Test(
        "instructions that are none are refused",
        arguments: ["<?", "<??>", "<?>", "<??", "<?y", "<?y?", "<?y!?><a/>", "<?x?y?><a/>"])
    func malformedInstructions(document: String) {
        for text in [document, "<a>\(document)</a>", "<a/>\(document)"] {
            #expect(throws: WireError.self) { try Self.tree(text) }
        }
    }

    @Test("nothing but white space is an empty body", arguments: ["", " ", "\n\t\r\n"])
    func empty(document: String) {
        #expect(throws: WireError.emptyDocument) { try Self.tree(document) }
    }

    @Test("64 levels are read, 65 and very many are not") func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(try Self.tree(nested(64)).name == "a")
        for depth in [65, 300, 100_000] {
            #expect(throws: WireError.tooDeep(limit: 64)) { try Self.tree(nested(depth)) }
        }
    }

    @Test("a hundred thousand elements are read, one more is not") func elements() throws {
        let children = String(repeating: "<b/>", count: 99_999)
        #expect(try Self.tree("<a>\(children)</a>").children.count == 99_999)
        #expect(throws: WireError.tooMany(limit: 100_000)) { try Self.tree("<a>\(children)<b/></a>") }
    }

    @Test("what the scan refuses is refused here") func scanned() {
        #expect(throws: WireError.declaration(TextPosition(line: 1, column: 1))) {
            try Self.tree("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")
        }
    }

    @Test("many threads read at once") func threads() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let document = "<a x='\(number)'><b>\(number)</b>\(number.isMultiple(of: 2) ? "" : "</c>")</a>"
                    let tree = try? Self.tree(document)
                    return number.isMultiple(of: 2) ? tree?.child("b")?.text == "\(number)" : tree == nil
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
