import Diff
import Testing
import Wire

@Suite struct PropertyTests {
    static func differences(_ expected: Tree, _ actual: Tree, operation: String? = nil) -> [Difference] {
        var bindings = Bindings()
        let status = expected.name == "ErrorResponse" ? 400 : 200
        let id = (expected.descendant("ResponseMetadata.RequestId") ?? expected.child("RequestId"))?.text ?? ""
        let answer = Answer(
            status: status, headers: [Header("content-type", "text/xml"), Header("X-AMZN-REQUESTID", id)], tree: actual)
        return Samples.comparer(operation).compare(
            expected: ExpectedAnswer(status: status, tree: expected), actual: answer, bindings: &bindings)
    }

    /// Every tree that differs from this one in one element below the root.
    static func variants(of tree: Tree, _ change: (Tree) -> [Tree]?) -> [(path: String, tree: Tree)] {
        var result: [(path: String, tree: Tree)] = []
        for (index, child) in tree.children.enumerated() {
            if let replacement = change(child) {
                var copy = tree
                copy.children.replaceSubrange(index...index, with: replacement)
                result.append((child.name, copy))
            }
            for inner in variants(of: child, change) {
                var copy = tree
                copy.children[index] = inner.tree
                result.append(("\(child.name)/\(inner.path)", copy))
            }
        }
        return result
    }

    static func renamed(_ tree: Tree) -> Tree {
        var copy = tree
        copy.name += "X"
        return copy
    }

    static func emptied(_ tree: Tree) -> Tree? {
        guard !tree.text.isEmpty || !tree.children.isEmpty else { return nil }
        return Tree(tree.name, namespace: tree.namespace)
    }

    static func reversed(_ tree: Tree) -> Tree {
        var copy = tree
        copy.children = tree.children.reversed().map(reversed)
        return copy
    }

    @Test("an answer equals itself", arguments: ObservedAnswers.all) func itself(sample: ObservedAnswers.Sample) throws
    {
        let tree = try Samples.tree(sample.body)
        #expect(Self.differences(tree, tree).isEmpty)
    }

    @Test("the order of elements is no difference", arguments: ObservedAnswers.all)
    func order(sample: ObservedAnswers.Sample) throws {
        let tree = try Samples.tree(sample.body)
        #expect(Self.differences(tree, Self.reversed(tree)).isEmpty)
    }

    @Test("a changed element is seen", arguments: ObservedAnswers.all)
    func changes(sample: ObservedAnswers.Sample) throws {
        let tree = try Samples.tree(sample.body)
        let changes: [(name: String, change: (Tree) -> [Tree]?)] = [
            ("dropped", { _ in [] }), ("renamed", { [Self.renamed($0)] }), ("twice", { [$0, $0] }),
            ("emptied", { Self.emptied($0).map { [$0] } }),
            (
                "changed",
                {
                    $0.children.isEmpty && !$0.text.isEmpty
                        ? [Tree($0.name, namespace: $0.namespace, text: $0.text + "x")] : nil
                }
            ),
        ]
        for (name, change) in changes {
            for variant in Self.variants(of: tree, change) {
                #expect(!Self.differences(tree, variant.tree).isEmpty, "\(variant.path) \(name)")
            }
        }
    }

    @Test("an element that is not there is one difference, and an error") func dropped() throws {
        for sample in ObservedAnswers.all {
            let tree = try Samples.tree(sample.body)
            for variant in Self.variants(of: tree, { _ in [] }) {
                let found = Self.differences(tree, variant.tree)
                #expect(found.count == 1, "\(sample) \(variant.path): \(found)")
            }
        }
    }

    @Test("an element added to a void answer is seen") func added() throws {
        let tree = try Samples.tree(Samples.success("Delete", ""))
        let other = try Samples.tree(Samples.success("Delete", "<member>x</member>"))
        #expect(!Self.differences(tree, other, operation: "Delete").isEmpty)
        #expect(!Self.differences(tree, other).isEmpty)
    }
}
