import Diff
import SpecModel
import Testing
import Wire

@Suite struct TextTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let template: String
        let actual: String
        /// `value error`; nil: equal.
        let difference: String?

        init(_ template: String, _ actual: String, _ difference: String? = nil) {
            self.template = template
            self.actual = actual
            self.difference = difference
        }

        var testDescription: String { "\(template) against '\(actual.prefix(80))'" }
    }

    static let messageID = "0100018402697c44-fa3641d9-6ee7-4d24-a990-765d25f31e5c-000000"

    static let cases: [Case] = [
        Case("plain", "plain"), Case("plain", "plane", "value error"), Case("", "", nil), Case("", "x", "value error"),
        Case("⟦⟦x⟧⟧", "⟦x⟧"), Case("⟦⟦x⟧⟧", "x", "value error"),
        Case("⟦name:rule⟧", "sc-r1-1-rule"), Case("⟦name:rule⟧", "rule", "value error"),
        Case("⟦name:identity⟧@example.com", "sc-r1-1-identity@example.com"),
        Case("⟦name:identity⟧@example.com", "sc-r1-1-identity@EXAMPLE.com", "value error"),
        Case("⟦sender⟧", "sc-r1-1-sender@example.com"), Case("⟦sender⟧", "me@example.com", "value error"),
        Case("⟦resource:sns-topic⟧", "arn:aws:sns:us-east-1:123456789012:topic"),
        Case("⟦resource:sns-topic⟧", "", "value error"),
        Case("⟦capture:token⟧", "Zm9vYmFy"), Case("⟦capture:token⟧", "other", "value error"),
        Case("⟦name:nobody⟧", "x", "value error"), Case("⟦frobnicate⟧", "x", "value error"),
        Case("a⟦frobnicate⟧b", "axb", "value error"),
        Case("⟦any⟧", "whatever"), Case("⟦any⟧", ""),
        Case("Could not find operation ⟦any⟧ for version ⟦any⟧", "Could not find operation X for version 2010-12-01"),
        Case("Could not find operation ⟦any⟧ for version ⟦any⟧", "Could not find operation X", "value error"),
        Case("⟦any⟧ is ⟦any⟧", "what is is is", nil), Case("a⟦any⟧a", "a", "value error"), Case("a⟦any⟧a", "aa"),
        Case("<⟦any⟧>⟦any⟧", "<x>y"), Case("⟦any⟧b", "abab"), Case("⟦number⟧ of ⟦number⟧", "3 of 5"),
        Case("⟦number⟧ of ⟦number⟧", "3 of many", "value error"),
        Case("⟦number⟧⟦any⟧", "12 pieces"), Case("at ⟦timestamp⟧.", "at 2018-12-18T17:55:00Z."),
        Case("at ⟦timestamp⟧.", "at 2018-12-18T17:55:00+00:00.", "type warning"),
        Case("⟦request-id⟧", "5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3"), Case("⟦request-id⟧", "abc", "type note"),
        Case("⟦request-id⟧", "", "value error"), Case("⟦request-id⟧", " ", "value error"),
        Case("⟦message-id⟧", messageID), Case("⟦message-id⟧", "<\(messageID)>", "type note"),
        Case("⟦message-id⟧", "", "value error"), Case("⟦message-id⟧", messageID.uppercased(), "type note"),
        Case("⟦token⟧", "abc="), Case("⟦token⟧", "", "value error"), Case("⟦token⟧", "a b", "type note"),
        Case("⟦timestamp⟧", "2018-12-18T17:55:00Z"), Case("⟦timestamp⟧", "2018-12-18T17:55:09.607Z"),
        Case("⟦timestamp⟧", "2018-12-18T17:55:09.607123Z", "type warning"),
        Case("⟦timestamp⟧", "2018-12-18T17:55:09", "type error"), Case("⟦timestamp⟧", "1545155700", "type error"),
        Case("⟦timestamp⟧", "2018-13-18T17:55:00Z", "type error"), Case("⟦timestamp⟧", "", "type error"),
        Case("⟦number⟧", "200.0"), Case("⟦number⟧", "200"), Case("⟦number⟧", "many", "type error"),
        Case("⟦number⟧", "nan", "type error"), Case("⟦number⟧", "0x10", "type error"),
        Case("⟦one-of:Pending|Success⟧", "Pending"), Case("⟦one-of:Pending|Success⟧", "Success"),
        Case("⟦one-of:Pending|Success⟧", "success", "value error"), Case("⟦one-of:a|⟧", ""),
        Case("⟦at-least:sent+1⟧", "4.0"), Case("⟦at-least:sent+1⟧", "3.0"), Case("⟦at-least:sent+1⟧", "9.0"),
        Case("⟦at-least:sent+1⟧", "2.0", "value error"), Case("⟦at-least:sent+1⟧", "x", "type error"),
        Case("⟦at-least:lost+1⟧", "4.0", "value error"),
    ]

    @Test("texts are held against templates", arguments: cases) func templates(item: Case) throws {
        var bindings = Bindings(known: Samples.known)
        let golden = ExpectedAnswer(status: 200, contentType: "", tree: Tree("Root", text: item.template))
        let answer = Answer(
            status: 200, headers: [Header("x-amzn-RequestId", "x")], tree: Tree("Root", text: item.actual))
        let wrapped = { (tree: Tree) in
            Tree("Root", namespace: API.namespace, children: [Tree("Leaf", namespace: API.namespace, text: tree.text)])
        }
        let found = Samples.comparer(nil).compare(
            expected: ExpectedAnswer(status: 200, contentType: "", tree: wrapped(golden.tree)),
            actual: Answer(status: 200, headers: answer.headers, tree: answer.tree.map(wrapped)), bindings: &bindings)
        #expect(found.map { "\($0.kind.rawValue) \($0.severity.rawValue)" } == (item.difference.map { [$0] } ?? []))
        #expect(found.allSatisfy { $0.path == "Root/Leaf" && $0.expected == item.template })
    }

    @Test("counters are exact where that is asked for") func exact() throws {
        for (value, isRight) in [("4.0", true), ("4", true), ("3.0", false), ("5.0", false)] {
            let found = try Samples.differences(
                "SendEmail", "<MessageId>⟦at-least:sent+1⟧</MessageId>", "<MessageId>\(value)</MessageId>",
                exactCounters: true)
            #expect(found.isEmpty == isRight, "\(value)")
        }
    }

    @Test("a template with many wild parts ends", .timeLimit(.minutes(10))) func wild() throws {
        let text = String(repeating: "a", count: 20_000)
        for tail in ["b", "⟦number⟧", "⟦any⟧b"] {
            let template = String(repeating: "⟦any⟧a", count: 12) + tail
            let found = try Samples.differences(
                "SendEmail", "<MessageId>\(template)</MessageId>", "<MessageId>\(text)</MessageId>")
            #expect(found.map(\.kind) == [.value])
        }
    }

    @Test("equal numbers mean equal values") func identity() throws {
        let expected = "<PolicyNames><member>⟦token#1⟧</member><member>⟦token#1⟧</member></PolicyNames>"
        let same = try Samples.differences(
            "ListPolicies", expected, "<PolicyNames><member>a</member><member>a</member></PolicyNames>")
        #expect(same.isEmpty)
        let other = try Samples.differences(
            "ListPolicies", expected, "<PolicyNames><member>a</member><member>b</member></PolicyNames>")
        #expect(other.map(\.brief) == ["identity ListPoliciesResponse/ListPoliciesResult/PolicyNames/member[2] error"])
    }

    @Test("what a number stands for holds from answer to answer") func learnt() throws {
        var bindings = Bindings()
        let golden = ExpectedAnswer(
            status: 200, tree: try Samples.tree(Samples.success("SendEmail", "<MessageId>⟦message-id#1⟧</MessageId>")))
        let comparer = Samples.comparer("SendEmail")
        let answer = { (id: String) in Samples.answer(Samples.success("SendEmail", "<MessageId>\(id)</MessageId>")) }
        #expect(comparer.compare(expected: golden, actual: answer(Self.messageID), bindings: &bindings).isEmpty)
        #expect(bindings.learnt == ["message-id#1": Self.messageID])
        let second = comparer.compare(expected: golden, actual: answer("other"), bindings: &bindings)
        #expect(second.map(\.kind) == [.identity])
    }
}
