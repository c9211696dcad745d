import Diff
import SpecModel
import Testing
import Wire

@testable import Conformance

@Suite struct ResolverTests {
    private func resolver(_ known: [String: String] = [:]) -> Resolver {
        Resolver(prefix: "sc-k3f9-1a", bindings: Bindings(known: known))
    }

    @Test("names are the case's own, and the same each time") func names() {
        var resolver = resolver()
        let sent = resolver.resolve(["A": "⟦name:rule⟧", "B": "x-⟦name:rule⟧@example.com", "C": .blob("⟦name:other⟧")])
        #expect(
            sent == ["A": "sc-k3f9-1a-rule", "B": "x-sc-k3f9-1a-rule@example.com", "C": .blob("sc-k3f9-1a-other")])
        #expect(resolver.bindings.known["name:rule"] == "sc-k3f9-1a-rule")
    }

    @Test("a name of a length has just that", arguments: [5, 15, 16, 63, 64, 65])
    func length(_ length: Int) throws {
        var resolver = resolver()
        let made = try #require(resolver.resolve(["A": .text("⟦name:rule*\(length)⟧")])["A"]?.scalarText)
        #expect(made.count == length)
        #expect(made.hasPrefix("sc-k3f9-1a-rule".prefix(length)))
    }

    @Test("what is known stands for itself; a value that was never captured is left out") func known() {
        var resolver = resolver(["sender": "a@example.com", "resource:sns-topic": "arn", "capture:token": "t"])
        let sent = resolver.resolve([
            "From": "Me <⟦sender⟧>", "Topic": "⟦resource:sns-topic⟧", "Token": "⟦capture:token⟧",
            "None": "⟦capture:none⟧", "Part": "x⟦capture:none⟧", "List": ["⟦capture:none⟧", "y"],
        ])
        #expect(
            sent == ["From": "Me <a@example.com>", "Topic": "arn", "Token": "t", "Part": "x", "List": ["y"]])
    }

    @Test("brackets that are meant literally are sent") func brackets() {
        var resolver = resolver()
        #expect(resolver.resolve(["A": "⟦⟦x⟧⟧"]) == ["A": "⟦x⟧"])
    }

    @Test("names that occur in an answer only are known before it is judged") func learning() {
        var resolver = resolver()
        resolver.learnNames(Tree("A", children: [Tree("B", text: "arn:⟦name:set⟧ ⟦request-id⟧")]))
        #expect(resolver.bindings.known == ["name:set": "sc-k3f9-1a-set"])
    }
}
