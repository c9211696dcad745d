import Testing
import Wire

@Suite struct JSONReaderTests {
    static func tree(_ document: String) throws(WireError) -> Tree { try JSONReader.tree(from: Array(document.utf8)) }

    @Test("members keep names, order, spelling and repetition") func members() throws {
        let tree = try Self.tree(
            """
            {"b": 1.50, "a": [true, null, "x", {}], "b": -0e+07 ,
            "": false}
            """)
        #expect(
            tree
                == Tree(
                    "", kind: .object,
                    children: [
                        Tree("b", kind: .number, text: "1.50"),
                        Tree(
                            "a", kind: .array,
                            children: [
                                Tree("", kind: .boolean, text: "true"), Tree("", kind: .null, text: "null"),
                                Tree("", kind: .string, text: "x"), Tree("", kind: .object),
                            ]),
                        Tree("b", kind: .number, text: "-0e+07"),
                        Tree("", kind: .boolean, text: "false"),
                    ]))
    }

    @Test(
        "numbers stay as they are written",
        arguments: [
            "0", "-0", "1", "10", "-12.340", "1e5", "1E-05", "0.0", "123456789012345678901234567890", "1e999999", "0e0",
        ])
    func numbers(text: String) throws {
        #expect(try Self.tree(text) == Tree("", kind: .number, text: text))
        #expect(try Self.tree("[\(text)\n]").children == [Tree("", kind: .number, text: text)])
    }

    @Test(
        "strings come out",
        arguments: [
            (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u00E9""#, "Aéé"),
            (#""\uD83D\uDE00x""#, "\u{1F600}x"), ("\"\u{1F600}\u{7F}\u{2028}\"", "\u{1F600}\u{7F}\u{2028}"),
            (#""a\u0000b""#, "a\u{0}b"), (#""\uFFFF""#, "\u{FFFF}"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
            (#""e\u0301""#, "e\u{301}"), (#""\\u0041""#, "\\u0041"), (#""/'""#, "/'"),
        ])
    func strings(document: String, text: String) throws {
        let tree = try Self.tree(document)
        #expect(tree.kind == .string)
        #expect(Array(tree.text.utf8) == Array(text.utf8))
    }

    @Test(
        "what RFC 8259 does not have is refused, with a place and a reason",
        arguments: [
            ("{", 2, "a member's name in double quotes is missing"), ("[1,]", 4, "a value is missing"),
            ("{\"a\":1,}", 8, "a member's name in double quotes is missing"), ("[1 2]", 4, "',' or ']' is missing"),
            ("{'a':1}", 2, "a member's name in double quotes is missing"), ("{\"a\" 1}", 6, "':' is missing"),
            ("{\"a\":1 \"b\":2}", 8, "',' or '}' is missing"), ("[,1]", 2, "a value is missing"),
            ("01", 2, "a number with a leading zero"), ("-", 2, "a digit is missing"), ("1.", 3, "a digit is missing"),
            (".5", 1, "a value is missing"), ("+1", 1, "a value is missing"), ("1e", 3, "a digit is missing"),
            ("1e+-1", 4, "a digit is missing"), ("0x10", 2, "text behind the value"),
            ("-01", 3, "a number with a leading zero"),
            ("tru", 4, "a word other than true, false or null"), ("True", 1, "a value is missing"),
            ("nul", 4, "a word other than true, false or null"), ("NaN", 1, "a value is missing"),
            ("truex", 5, "text behind the value"), ("{} {}", 4, "text behind the value"),
            ("[]]", 3, "text behind the value"),
            ("\"a", 3, "a string without its closing quote"), ("\"a\nb\"", 3, "a control character in a string"),
            ("\"abc\u{0}\"", 5, "a control character in a string"), (#""\x""#, 3, "an escape that JSON does not have"),
            (#""\u12g4""#, 6, "'\\u' without four digits"), (#""\uD800""#, 7, "a lone surrogate"),
            (#""\uDC00""#, 7, "a lone surrogate"), (#""\uD800\u0041""#, 13, "a lone surrogate"),
            (#""\uD800\n""#, 7, "a lone surrogate"), (#""\uD800\uD800""#, 13, "a lone surrogate"),
            ("\"\\", 3, "an escape that JSON does not have"), ("[\u{A0}1]", 2, "a value is missing"),
            ("// x\n1", 1, "a value is missing"), ("\u{FEFF}{}", 1, "a byte-order mark"),
            ("[1\u{C}]", 3, "',' or ']' is missing"), ("]", 1, "a value is missing"),
            ("{1:2}", 2, "a member's name in double quotes is missing"),
        ])
    func malformed(document: String, column: Int, reason: String) {
        let position = TextPosition(line: 1, column: column)
        #expect(throws: WireError.notWellFormed(.json, reason: reason, position)) { try Self.tree(document) }
    }

    @Test("the place counts lines") func line() {
        #expect(
            throws: WireError.notWellFormed(.json, reason: "a value is missing", TextPosition(line: 3, column: 3))
        ) { try Self.tree("{\n\"a\":\n  x}") }
    }

    @Test("nothing but white space is an empty body", arguments: ["", " \n\r\t"])
    func empty(document: String) {
        #expect(throws: WireError.emptyDocument) { try Self.tree(document) }
    }

    @Test("bytes that are not UTF-8 are refused with their place") func encoding() {
        #expect(throws: WireError.notUTF8(TextPosition(line: 2, column: 2))) {
            try JSONReader.tree(from: [0x5B, 0x0A, 0x22, 0xC3, 0x22, 0x5D])
        }
        #expect(throws: WireError.otherEncoding("UTF-16")) { try JSONReader.tree(from: [0xFF, 0xFE, 0x7B, 0]) }
        #expect(throws: WireError.otherEncoding("UTF-16 or UTF-32")) { try JSONReader.tree(from: [0x7B, 0, 0x7D, 0]) }
    }

    @Test("64 levels are read, 65 and very many are not") func depth() throws {
        #expect(try Self.tree(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).kind == .array)
        for depth in [65, 100_000] {
            #expect(throws: WireError.tooDeep(limit: 64)) { try Self.tree(String(repeating: "[", count: depth)) }
            #expect(throws: WireError.tooDeep(limit: 64)) { try Self.tree(String(repeating: "{\"a\":", count: depth)) }
        }
        // Many side by side are not deep.
        #expect(try Self.tree("[" + String(repeating: "[[]],", count: 100) + "[]]").children.count == 101)
    }

    @Test("sizes beyond the limits are refused") func sizes() {
        let values = "[" + String(repeating: "0,", count: 99_999) + "0]"
        #expect(throws: WireError.tooMany(limit: 100_000)) { try Self.tree(values) }
        #expect(throws: WireError.tooLarge(bytes: 10_000_000, limit: 9_999_999)) {
            try JSONReader.tree(from: [UInt8](repeating: 0x20, count: 10_000_000))
        }
    }

    @Test("a string of nothing but escapes takes no longer than any") func manyEscapes() throws {
        let text = try Self.tree("\"" + String(repeating: "\\u00e9", count: 200_000) + "\"").text
        #expect(text == String(repeating: "é", count: 200_000))
    }

    @Test("a document cut short anywhere is refused") func cutShort() throws {
        let document = Array(#"{"a": [1.5e-3, "é\u00e9\ud83d\ude00", null], "b": {"c": true}}"#.utf8)
        _ = try JSONReader.tree(from: document)
        for length in 0..<document.count {
            #expect(throws: WireError.self, "\(length) bytes") { try JSONReader.tree(from: Array(document[..<length])) }
        }
    }

    @Test("a byte-order mark, which JSON must not have, is told as one") func mark() {
        #expect(throws: WireError.notWellFormed(.json, reason: "a byte-order mark", TextPosition(line: 1, column: 1))) {
            try JSONReader.tree(from: [0xEF, 0xBB, 0xBF] + Array("{}".utf8))
        }
    }
}
