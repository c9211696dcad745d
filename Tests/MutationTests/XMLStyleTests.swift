import Testing
import Wire

@testable import Mutation

@Suite struct XMLStyleTests {
    static let styles: [XMLStyle] = [
        XMLStyle(), XMLStyle(indent: nil), XMLStyle(indent: "\t", lineEnd: "\r\n"), XMLStyle(prefix: "ses"),
        XMLStyle(quote: "'"), XMLStyle(text: .referenced), XMLStyle(text: .data), XMLStyle(expandsEmpty: true),
        XMLStyle(heading: "<?xml version=\"1.0\"?>\n", comment: "<!-- so --><?on?>"),
    ]

    @Test("a document of any style is the same tree", arguments: styles.indices)
    func same(_ index: Int) {
        var tree = Samples.tree(Samples.success)
        tree.edit([0]) { $0.children.append(Tree("NextToken", namespace: $0.namespace)) }
        tree.edit([0, 0, 1]) { $0.text = "<ü> & ]]> \"quoted\" 😀\r\n\tend" }
        let document = Self.styles[index].document(tree)
        #expect(Samples.tree(document) == tree, "\(document)")
    }

    @Test("styles differ in bytes") func different() {
        let documents = Set(Self.styles.map { $0.document(Samples.tree(Samples.success)) })
        // Nothing in the sample is empty, so that one style has nothing to show.
        #expect(documents.count == Self.styles.count - 1)
    }
}
