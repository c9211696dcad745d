import Testing
import Wire

@Suite struct JSONWriterTests {
    @Test("members keep their order, one a line") func form() throws {
        let document = """
            {
              "b": [
                1.50,
                {
                  "": "x\\"\\\\/\\n\\u0001é"
                }
              ],
              "a": {},
              "c": [],
              "b": null,
              "d": true
            }

            """
        #expect(JSONWriter.document(try JSONReader.tree(from: Array(document.utf8))) == document)
    }

    @Test(
        "odd texts come back, as names and as values",
        arguments: XMLWriterTests.odd + ["\u{0}\u{1F}\u{8}", "\\", "\u{FFFF}"])
    func returns(text: String) throws {
        let tree = Tree(
            "", kind: .object,
            children: [
                Tree(text, kind: .string, text: text),
                Tree("x", kind: .array, children: [Tree("", kind: .string, text: text)]),
            ])
        let document = JSONWriter.document(tree)
        let returned = try JSONReader.tree(from: Array(document.utf8))
        #expect(returned == tree)
        #expect(Array(JSONWriter.document(returned).utf8) == Array(document.utf8))
        #expect(JSONWriter.quoted(text) + "\n" == JSONWriter.document(Tree("", kind: .string, text: text)))
    }

    @Test("elements become objects and strings") func elements() {
        let tree = Tree("a", children: [Tree("b", text: "1"), Tree("c")])
        #expect(JSONWriter.document(tree, indent: 1) == "{\n \"b\": \"1\",\n \"c\": \"\"\n}\n")
    }
}
