import SpecModel
import Testing

@Suite struct TemplateTests {
    @Test("a template is read and written back") func first() {
        let text = "a⟦name:x⟧⟦⟦b⟧⟧⟦message-id#2⟧"
        #expect(Template(text).text == text)
        #expect(Template(text).placeholders == [Placeholder("name", "x"), Placeholder("message-id", identity: 2)])
    }

    @Test(
        "doubled brackets are literal, and a bracket that nothing closes is too",
        arguments: [
            ("", []), ("plain é €", [.literal("plain é €")]), ("⟦⟦", [.literal("⟦")]), ("a⟧⟧b", [.literal("a⟧b")]),
            ("⟦open", [.literal("⟦open")]), ("shut⟧", [.literal("shut⟧")]), ("⟦⟦a⟧", [.literal("⟦a⟧")]),
            ("⟦any⟧⟦any⟧", [.placeholder(Placeholder("any")), .placeholder(Placeholder("any"))]),
            ("é⟦one-of:a|b⟧é", [.literal("é"), .placeholder(Placeholder("one-of", "a|b")), .literal("é")]),
            ("⟦name:a:b#1⟧", [.placeholder(Placeholder("name", "a:b#1"))]),
            ("⟦⟧", [.placeholder(Placeholder(""))]),
        ] as [(String, [Template.Segment])])
    func segments(_ text: String, _ segments: [Template.Segment]) {
        #expect(Template(text).segments == segments)
    }

    @Test(
        "any text that is escaped is read back as it was",
        arguments: ["⟦", "⟧⟦", "⟦⟦⟧⟧", "⟦\u{301}x⟧\u{301}", "⟦any⟧", "€⟦", "\u{E2}\u{27E6}", "\r\n⟧"])
    func escaping(_ text: String) {
        #expect(Template(Template.escape(text)).literal.map { Array($0.utf8) } == Array(text.utf8))
        #expect(Template.hasBrackets(text))
    }

    @Test("other characters of three bytes are no brackets", arguments: ["€", "⟨a⟩", "⟪⟫", "\u{27E5}\u{27E8}"])
    func others(_ text: String) {
        #expect(!Template.hasBrackets(text))
        #expect(Template(text).literal == text)
    }
}
