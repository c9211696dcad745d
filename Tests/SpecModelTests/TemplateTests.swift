import SpecModel
import Testing

@Suite struct TemplateTests {
    @Test("a template is read and written back") func first() {
        let text = "a⟦name:x⟧⟦⟦b⟧⟧⟦message-id#2⟧"
        #expect(Template(text).text == text)
        #expect(Template(text).placeholders == [Placeholder("name", "x"), Placeholder("message-id", identity: 2)])
    }
}
