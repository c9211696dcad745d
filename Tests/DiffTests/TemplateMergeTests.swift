import Testing
import Wire

@testable import Diff

@Suite struct TemplateMergeTests {
    private static let bindings = Bindings(known: ["name:thing": "sc-1-thing", "sender": "a@example.com"])

    /// Merges documents; the answer's own templates are its texts in small letters, so that one sees whose they are.
    private func merged(_ golden: String, _ answer: String, takesWordings: Bool = false) throws -> String {
        func tree(_ text: String) throws -> Tree {
            try text.hasPrefix("<") ? XMLReader.tree(from: Array(text.utf8)) : JSONReader.tree(from: Array(text.utf8))
        }
        func fresh(_ tree: Tree) -> Tree {
            var tree = tree
            tree.text = tree.text.lowercased()
            tree.children = tree.children.map(fresh)
            return tree
        }
        let received = try tree(answer)
        let merge = TemplateMerge(Self.bindings, takesWordings: takesWordings)
        return TreeText.compact(merge.merged(try tree(golden), answer: received, fresh: fresh(received)))
    }

    @Test(
        "what fits keeps the golden's words, what does not is the answer's",
        arguments: [
            ("<a><b>⟦any⟧</b></a>", "<a><b>X</b></a>", "<a><b>⟦any⟧</b></a>"),
            ("<a><b>⟦one-of:X|Y⟧</b></a>", "<a><b>Y</b></a>", "<a><b>⟦one-of:X|Y⟧</b></a>"),
            ("<a><b>⟦one-of:X|Y⟧</b></a>", "<a><b>Z</b></a>", "<a><b>z</b></a>"),
            ("<a><b>⟦name:thing⟧</b></a>", "<a><b>sc-1-thing</b></a>", "<a><b>⟦name:thing⟧</b></a>"),
            ("<a><b>⟦name:thing⟧</b></a>", "<a><b>OTHER</b></a>", "<a><b>other</b></a>"),
            ("<a><b>⟦optional⟧X</b><c>1</c></a>", "<a><c>1</c></a>", "<a><c>1</c><b>⟦optional⟧X</b></a>"),
            ("<a><b>X</b><c>1</c></a>", "<a><c>1</c></a>", "<a><c>1</c></a>"),
            ("<a><b>1</b></a>", "<a><b>1</b><c>NEW</c></a>", "<a><b>1</b><c>new</c></a>"),
            ("<a><m>A</m><m>⟦any⟧</m></a>", "<a><m>A</m></a>", "<a><m>A</m></a>"),
            ("<a>X</a>", "<b>X</b>", "<b>x</b>"),
            (#"{"a":"⟦timestamp:number⟧","b":1}"#, #"{"a":1.5,"b":2}"#, #"{"a":"⟦timestamp:number⟧","b":2}"#),
            (#"{"a":"⟦one-of:true|false⟧","b":1}"#, #"{"a":false,"b":2}"#, #"{"a":"⟦one-of:true|false⟧","b":2}"#),
            (#"{"a":"⟦optional⟧⟦any⟧","b":1}"#, #"{"a":{"c":"X"},"b":2}"#, #"{"a":"⟦optional⟧⟦any⟧","b":2}"#),
            (#"{"a":"X","b":1}"#, #"{"a":{"c":"X"},"b":2}"#, #"{"a":{"c":"x"},"b":2}"#),
        ]) func fits(golden: String, answer: String, wanted: String) throws
    {
        #expect(try merged(golden, answer) == wanted)
    }

    @Test("the wording of an error that nobody knew is taken from whoever does") func wording() throws {
        let (golden, answer) = ("<e><Message>⟦any⟧</Message><x>⟦any⟧</x></e>", "<e><Message>NO</Message><x>Y</x></e>")
        #expect(try merged(golden, answer) == golden)
        #expect(try merged(golden, answer, takesWordings: true) == "<e><Message>no</Message><x>⟦any⟧</x></e>")
    }
}
