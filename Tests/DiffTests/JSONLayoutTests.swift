import Diff
import SpecModel
import Testing
import Wire

@Suite struct JSONLayoutTests {
    private let layout = JSONLayout(structures: [
        "Thing": Structure(
            "Thing", "", page: "Thing", members: [Member("Notes", .map(.list(of: .string())), "")])
    ])
    private let members = [
        Member("Thing", .structure("Thing"), ""), Member("Things", .list(of: .structure("Thing")), ""),
    ]

    private func tree(_ text: String) throws -> Tree { try JSONReader.tree(from: Array(text.utf8)) }

    @Test("members of arrays and entries of maps are laid out as in XML, and keep their kinds") func laidOut() throws {
        let found = layout.laidOut(
            try tree("{\"Thing\":{\"Notes\":{\"k\":[\"v\"]}},\"Other\":[1]}"), as: "DoResponse", members: members)
        let entry = Tree(
            "entry",
            children: [
                Tree("key", kind: .string, text: "k"),
                Tree("value", kind: .array, children: [Tree("member", kind: .string, text: "v")]),
            ])
        #expect(
            found
                == Tree(
                    "DoResponse", kind: .object,
                    children: [
                        Tree("Thing", kind: .object, children: [Tree("Notes", kind: .object, children: [entry])]),
                        Tree("Other", kind: .array, children: [Tree("member", kind: .number, text: "1")]),
                    ]))
    }

    @Test(
        "what is laid out is restored exactly",
        arguments: [
            "{}", "{\"Thing\":{\"Notes\":{\"k\":[\"v\",null],\"k\":{}}}}", "{\"Things\":[{\"Notes\":{}},[],5,true]}",
            "{\"Thing\":[{\"entry\":1}],\"x\":{\"key\":\"a\",\"value\":\"b\"}}", "[[1.50]]",
        ])
    func restored(_ text: String) throws {
        let read = try tree(text)
        #expect(JSONLayout.restored(layout.laidOut(read, as: "DoResponse", members: members)) == read)
        #expect(JSONWriter.compact(read) == text)
    }

    @Test("XML stays as it is") func xml() {
        let tree = Tree("A", children: [Tree("member", text: "x")])
        #expect(layout.laidOut(tree, as: "B", members: members) == tree && JSONLayout.restored(tree) == tree)
    }
}
