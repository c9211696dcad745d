import Testing

@testable import ReferenceService

struct JSONAnswerWriterTests {
    @Test("members follow each other with commas, at every depth")
    func members() {
        var answer = JSONAnswerWriter()
        answer.leaf("a", "x")
        answer.leaf("b", true)
        answer.object("c") { inner in
            inner.leaf("d", 200)
            inner.object("e") { _ in }
            inner.leaf("f", milliseconds: 1_545_155_745_607)
        }
        answer.list("g", ["1", "2"])
        answer.list("h", ["x", "y"]) { member, text in
            member.leaf("i", text)
            member.leaf("j", orNull: nil)
        }
        answer.leaf("k", ifPresent: nil)
        answer.list("l", [String]())
        #expect(
            String(decoding: answer.document, as: UTF8.self)
                == "{\"a\":\"x\",\"b\":true,\"c\":{\"d\":200.0,\"e\":{},\"f\":1545155745.607},\"g\":[\"1\",\"2\"],"
                + "\"h\":[{\"i\":\"x\",\"j\":null},{\"i\":\"y\",\"j\":null}],\"l\":[]}")
    }

    @Test("texts are escaped where JSON asks for it, and nowhere else")
    func escapes() {
        var answer = JSONAnswerWriter()
        answer.leaf("a\"", "\"\\/\n\u{1}ä😀<&>")
        #expect(
            String(decoding: answer.document, as: UTF8.self) == "{\"a\\\"\":\"\\\"\\\\/\\n\\u0001ä😀<&>\"}")
    }

    @Test("an answer without members is an empty object")
    func empty() {
        #expect(String(decoding: JSONAnswerWriter().document, as: UTF8.self) == "{}")
    }
}
