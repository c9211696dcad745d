import Testing
import Wire

@testable import Mutation

@Suite struct JSONStyleTests {
    private static let styles: [JSONStyle] = [
        JSONStyle(), JSONStyle(indent: "\t", lineEnd: "\r\n"), JSONStyle(gap: " \n"), JSONStyle(text: .escaped),
        JSONStyle(text: .guarded),
    ]

    private static let tree = Samples.tree(#"{"a/b":[1,"ü 😀 \\ \"quoted\" </p>\r\n\u0000",null,{}],"c":{"d":[]}}"#)

    @Test("a document of any style is the same tree", arguments: styles.indices)
    func same(_ index: Int) {
        let document = Self.styles[index].document(Self.tree)
        #expect(Samples.tree(document) == Self.tree, "\(document)")
    }

    @Test("styles differ in bytes") func different() {
        #expect(Set(Self.styles.map { $0.document(Self.tree) }).count == Self.styles.count)
    }

    @Test("slashes and what is not ASCII are escaped, surrogates in pairs") func escapes() {
        let document = JSONStyle(text: .guarded).document(Tree("", kind: .string, text: "/ü😀"))
        #expect(document.lowercased() == #""\/\u00fc\ud83d\ude00""#)
    }
}
