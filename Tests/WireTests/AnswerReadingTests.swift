import Testing
import Wire

@Suite struct AnswerReadingTests {
    static func answer(_ body: String, type: String = "text/xml") -> Answer {
        Answer(reading: HTTPResponse(status: 400, headers: [Header("Content-Type", type)], body: Array(body.utf8)))
    }

    @Test("status and headers are kept, the body becomes a tree") func kept() {
        let answer = Self.answer("<a/>")
        #expect(answer == Answer(status: 400, headers: [Header("Content-Type", "text/xml")], tree: Tree("a")))
    }

    @Test("of a text longer than a million bytes the beginning is kept", arguments: [1 << 20, 1 << 20 + 1])
    func long(count: Int) {
        let tree = Self.answer("<a><b>\(String(repeating: "v", count: count))</b></a>").tree
        let isCut = count > 1 << 20
        #expect(tree?.child("b")?.text.utf8.count == (isCut ? 1 << 20 + "…".utf8.count : count))
        #expect(tree?.child("b")?.text.hasSuffix("…") == isCut)
    }

    @Test("the body says what it is, not its type") func sniffed() {
        #expect(Self.answer("\n {\"a\": 1}", type: "text/xml").tree?.kind == .object)
        #expect(Self.answer("[]", type: "text/html").tree?.kind == .array)
        #expect(Self.answer(" \n<a/>", type: "application/json").tree?.kind == .element)
        #expect(Self.answer("\u{FEFF}<a/>").tree?.kind == .element)
    }

    @Test(
        "without a tree there is a reason",
        arguments: [
            ("", "empty body"), (" \n", "empty body"), ("\u{FEFF}", "empty body"),
            ("not found", "neither XML nor JSON: begins with \"not found\""),
            ("\"x\"", "neither XML nor JSON: begins with \"\"x\"\""),
            (
                "Internal Server Error, with very many words",
                "neither XML nor JSON: begins with \"Internal Server Error, with very many wo…\""
            ),
            (
                "<a>\n<b></a>",
                "not well-formed XML at line 2, column 8: an end tag that does not match its start tag"
            ),
            ("{\"a\"}", "not well-formed JSON at line 1, column 5: ':' is missing"),
            ("<!DOCTYPE html><p>", "refused: a document type or other declaration at line 1, column 1"),
            (String(repeating: "<a>", count: 70), "refused: nested deeper than 64"),
            (String(repeating: "[", count: 70), "refused: nested deeper than 64"),
            ("\u{0}<\u{0}a", "refused: encoding \"UTF-16 or UTF-32\", only UTF-8 is read"),
            ("<\u{0}a\u{0}", "refused: encoding \"UTF-16 or UTF-32\", only UTF-8 is read"),
            ("<?xml version='1.0' encoding='x'?><a/>", "refused: encoding \"x\", only UTF-8 is read"),
        ])
    func problems(body: String, problem: String) {
        let answer = Self.answer(body)
        #expect(answer.tree == nil)
        #expect(answer.problem == problem)
    }

    @Test("bytes that are not UTF-8 are no tree") func bytes() {
        let answer = Answer(reading: HTTPResponse(status: 200, body: [0x3C, 0x61, 0x3E, 0xE9, 0x3C]))
        #expect(answer.problem == "refused: not UTF-8 at line 1, column 4")
        #expect(Answer(reading: HTTPResponse(status: 200, body: [0xFF, 0xFE])).problem?.contains("UTF-16") == true)
        let large = [UInt8(ascii: "<")] + [UInt8](repeating: 0x20, count: 10_000_000)
        #expect(
            Answer(reading: HTTPResponse(status: 200, body: large)).problem
                == "refused: 10000001 bytes, at most 9999999 are read")
    }
}
