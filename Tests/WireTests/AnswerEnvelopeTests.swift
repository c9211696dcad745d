import SpecModel
import Testing
import Wire

@Suite struct AnswerEnvelopeTests {
    private func answer(_ status: Int, _ body: String, type: String? = nil) -> Answer {
        let headers = type.map { [Header("X-Amzn-Errortype", $0)] } ?? []
        return Answer(reading: HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
    }

    @Test(
        "an error's type is what stands before the first colon and behind the hash",
        arguments: ["A", "A:", "A:http://b/c", "x.y#A", "x.y#A:http://b/", " A ", "A : b"])
    func type(_ header: String) {
        #expect(answer(400, "{}", type: header).errorTypeInHeader == "A")
        #expect(answer(400, "{\"__type\":\"\(header)\"}").errorTypeInBody == "A")
    }

    @Test("the header goes before the body, and what is empty is none") func order() {
        #expect(answer(400, "{\"code\":\"B\"}", type: "A").errorCode(.v2) == "A")
        #expect(answer(400, "{\"code\":\"B\",\"__type\":\"C\"}").errorCode(.v2) == "B")
        #expect(answer(400, "{\"code\":null,\"__type\":\"C\"}").errorCode(.v2) == "C")
        #expect(answer(400, "{\"code\":7}").errorCode(.v2) == nil)
        #expect(answer(400, "{}", type: ":").errorCode(.v2) == nil)
        #expect(answer(400, "<Error><Code>A</Code></Error>").errorCode(.v2) == nil)
        #expect(answer(400, "<Error><Code>A</Code></Error>").errorCode(.v1) == "A")
        #expect(answer(400, "{\"message\":null}", type: "A").errorMessage(.v2) == nil)
        #expect(answer(400, "{\"Message\":\"m\"}", type: "A").errorMessage(.v2) == "m")
    }

    @Test("a result is an element of its own in v1 and the whole body in v2") func result() throws {
        let query = answer(200, "<DoResponse><DoResult><A>1</A></DoResult></DoResponse>")
        let rest = answer(200, "{\"A\":\"1\"}")
        #expect(query.tree?.result(of: "Do", .v1)?.child("A")?.text == "1")
        #expect(rest.tree?.result(of: "Do", .v2)?.child("A")?.text == "1")
        #expect(query.isSuccess(of: "Do", .v1) && rest.isSuccess(of: "Do", .v2))
        #expect(!query.isSuccess(of: "Do", .v2) && !rest.isSuccess(of: "Do", .v1))
        #expect(!answer(200, "[]").isSuccess(of: "Do", .v2) && !answer(400, "{}").isSuccess(of: "Do", .v2))
        func bare(_ tree: Tree) -> Tree { Tree(tree.name, kind: tree.kind) }
        #expect(query.tree?.changingResult(of: "Do", .v1, bare).child("DoResult")?.children == [])
        #expect(rest.tree?.changingResult(of: "Do", .v2, bare) == Tree("", kind: .object))
        #expect(query.tree?.changingResult(of: "Other", .v1, bare) == query.tree)
        #expect(API.v1.emptySuccess(of: "Do").name == "DoResponse")
        #expect(API.v2.emptySuccess(of: "Do").result(of: "Do", .v2)?.children == [])
    }
}
