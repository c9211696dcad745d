import Diff
import Testing
import Wire

@Suite struct TemplateCheckTests {
    @Test(
        "templates that can be judged by",
        arguments: [
            "", "plain", "⟦⟦x⟧⟧", "⟦name:rule⟧", "⟦sender⟧", "⟦resource:sns-topic⟧", "⟦capture:a⟧", "⟦request-id⟧",
            "⟦message-id#1⟧", "⟦timestamp:number⟧", "⟦one-of:a|b⟧", "⟦at-least:sent+2⟧", "a ⟦any⟧ b ⟦number⟧",
        ])
    func valid(text: String) { #expect(TemplateCheck.isValid(text)) }

    @Test(
        "templates that nobody could judge by",
        arguments: [
            "⟦frobnicate⟧", "⟦name⟧", "⟦name:⟧", "⟦sender:x⟧", "⟦resource:yacht⟧", "⟦one-of⟧", "⟦at-least:sent⟧",
            "⟦at-least:+1⟧", "⟦at-least:sent+x⟧", "⟦token:yes⟧", "⟦input:Source⟧", "⟦any", "any⟧", "⟦name:a#1⟧x⟦",
            "⟦name#1:a⟧", "⟦⟧",
        ])
    func invalid(text: String) { #expect(!TemplateCheck.isValid(text)) }

    @Test("only what is known beforehand can be sent") func request() {
        #expect(TemplateCheck.problem(inRequest: "a⟦name:x⟧%40⟦sender⟧⟦capture:t⟧⟦resource:s3-bucket⟧") == nil)
        #expect(TemplateCheck.problem(inRequest: "⟦any⟧") == "placeholder ⟦any⟧ can't be sent")
    }

    @Test("a problem in a tree is told with its place") func tree() {
        let tree = Tree("A", children: [Tree("B", text: "⟦any⟧"), Tree("C", text: "⟦foo⟧")])
        #expect(TemplateCheck.problem(in: tree) == "A/C: unknown placeholder ⟦foo⟧")
    }
}
