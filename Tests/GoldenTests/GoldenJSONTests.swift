import Golden
import SpecModel
import Testing
import Wire

/// Files of v2.
@Suite struct GoldenJSONTests {
    static let id = GoldenID(caseID: "v2/MakeThing/minimal")

    static let golden = Golden(
        id: id, provenance: .documented, source: "API v2 reference, \"MakeThing\"",
        request: GoldenRequest(
            method: "PUT", target: "/v2/things/⟦name:thing⟧%40example.com?Size=1",
            headers: [Header("Content-Type", "none")],
            body: .json(
                Tree(
                    "", kind: .object,
                    children: [
                        Tree("Sender", kind: .string, text: "⟦sender⟧"), Tree("Size", kind: .number, text: "1.50"),
                        Tree("⟦name:key⟧", kind: .array),
                    ]))),
        status: 200, contentType: "application/json",
        tree: Tree(
            "", kind: .object,
            children: [
                Tree("Made", kind: .string, text: "⟦timestamp:number⟧"), Tree("IsOpen", kind: .boolean, text: "true"),
                Tree("Notes", kind: .object, children: [Tree("⟦name:key⟧", kind: .null, text: "null")]),
            ]))

    static let text = """
        {
          "golden": {
            "status": 200,
            "content-type": "application/json",
            "provenance": "documented",
            "source": "API v2 reference, \\"MakeThing\\""
          },
          "request": {
            "method": "PUT",
            "target": "/v2/things/⟦name:thing⟧%40example.com?Size=1",
            "headers": {
              "Content-Type": "none"
            },
            "body": {
              "Sender": "⟦sender⟧",
              "Size": 1.50,
              "⟦name:key⟧": []
            }
          },
          "response": {
            "Made": "⟦timestamp:number⟧",
            "IsOpen": true,
            "Notes": {
              "⟦name:key⟧": null
            }
          }
        }

        """

    @Test("a golden has one text, and the text gives the golden back") func roundTrip() throws {
        #expect(try GoldenFile.text(of: Self.golden) == Self.text)
        #expect(try GoldenFile.golden(from: Self.text, id: Self.id, file: "x") == Self.golden)
        #expect(GoldenFile.isCanonical(Self.text))
        #expect(!GoldenFile.isCanonical(Self.text.replacing("\"status\": 200", with: "\"status\":  200")))
    }

    @Test("an error has its type beside the status", arguments: [GoldenRequest.Body.absent, .text("{\"a\": \n")])
    func error(_ body: GoldenRequest.Body) throws {
        var golden = Self.golden
        golden.status = 404
        golden.errorType = "⟦one-of:A|B⟧"
        golden.request = GoldenRequest(method: "GET", target: "/v2/things", body: body)
        golden.tree = Tree("", kind: .object, children: [Tree("message", kind: .string, text: "⟦any⟧")])
        let text = try GoldenFile.text(of: golden)
        #expect(text.contains("    \"error-type\": \"⟦one-of:A|B⟧\"\n"))
        #expect(text.contains("\"text\": \"{\\\"a\\\": \\n\"") == (body != .absent))
        #expect(!text.contains("\"body\"") && !text.contains("headers"))
        #expect(try GoldenFile.golden(from: text, id: Self.id, file: "x") == golden)
        #expect(golden.answerText == "404\nx-amzn-ErrorType: ⟦one-of:A|B⟧\n{\n  \"message\": \"⟦any⟧\"\n}\n")
    }

    /// A change to the text, and the line and the beginning of the fault that it makes.
    static let faults: [(String, String, Int, String)] = [
        ("\"status\": 200,", "\"status\": 200", 4, "no JSON that can be read"),
        ("\"status\": 200", "\"status\": \"200\"", 3, "'status' is not a number"),
        ("\"status\": 200", "\"status\": 700", 3, "status '700'"),
        ("\"documented\"", "\"guessed\"", 5, "unknown provenance 'guessed'"),
        ("\"source\"", "\"sauce\"", 2, "attribute 'source' is missing from the golden"),
        (
            "\"source\": ", "\"error-type\": \"A\", \"status\": 1, \"source\": ", 3,
            "attribute 'status' stands twice"
        ),
        ("\"PUT\"", "\"put\"", 10, "request line 'put "),
        ("/v2/things/", "v2/things/", 10, "request line"),
        ("⟦sender⟧", "⟦timestamp⟧", 15, "request/body/Sender: placeholder ⟦timestamp⟧ can't be sent"),
        ("⟦timestamp:number⟧", "⟦timestamp:text⟧", 21, "response/Made: unknown type"),
        ("\"Notes\"", "\"No⟧tes\"", 23, "response/No⟧tes: bracket"),
        ("\"request\"", "\"question\"", 8, "'question' is unknown here"),
        ("\"headers\": {", "\"text\": \"x\", \"headers\": {", 11, "'text' is unknown here"),
        ("\"Content-Type\": \"none\"", "\"Content-Type\": 1", 12, "header 'Content-Type'"),
    ]

    @Test("a malformed file is refused with its line", arguments: faults)
    func malformed(_ old: String, _ new: String, _ line: Int, _ words: String) throws {
        let text = Self.text.replacing(old, with: new, maxReplacements: 1)
        let error = #expect(throws: GoldenError.self) { try GoldenFile.golden(from: text, id: Self.id, file: "x") }
        #expect(
            error?.description.hasPrefix("golden file 'x', line \(line): \(words)") == true,
            "\(error.map { "\($0)" } ?? "")")
    }

    @Test("what the form can't hold is not written") func unwritable() {
        var golden = Self.golden
        golden.tree.children[0].text = "⟦wrong⟧"
        #expect(throws: GoldenError.self) { try GoldenFile.text(of: golden) }
        golden = Self.golden
        golden.request.body = .form(["A=b"])
        #expect(throws: GoldenError.self) { try GoldenFile.text(of: golden) }
        golden.request.body = .json(Tree("", kind: .string, text: "⟦timestamp⟧"))
        #expect(throws: GoldenError.self) { try GoldenFile.text(of: golden) }
        golden.request = GoldenRequest(method: "GET", target: "/a b", body: .absent)
        #expect(throws: GoldenError.self) { try GoldenFile.text(of: golden) }
    }

    @Test("a file's ending tells whose answer it is, in whichever API's case") func store() throws {
        let other = GoldenID(caseID: "v2/MakeThing/minimal", step: "query", api: .v1)
        #expect(GoldenStore.relativePath(of: Self.id) == "v2/MakeThing/minimal.json")
        #expect(GoldenStore.relativePath(of: other) == "v2/MakeThing/minimal.query.xml")
        try Samples.withFolder { folder in
            let store = try GoldenStore.create(root: folder)
            try store.write(Self.golden)
            try store.write(Samples.golden(id: other))
            #expect(try store.ids() == [Self.id, other])
            #expect(try store.load(Self.id.caseID) == [Self.golden])
            #expect(try store.load(Self.id.caseID, step: "query", api: .v1).map(\.id) == [other])
            #expect(try store.load(Self.id.caseID, step: "query").isEmpty)
            #expect(try store.orphans(knownIDs: [other]) == [Self.id])
        }
    }
}
