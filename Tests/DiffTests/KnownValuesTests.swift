import Diff
import Testing

@Suite struct KnownValuesTests {
    static let values = KnownValues(
        Bindings(known: [
            "name:rule": "sc-r1-1-rule", "name:rule-set": "sc-r1-1-rule-set", "sender": "sc-r1-1-rule@example.com",
            "capture:n": "1", "capture:same": "sc-r1-1-rule",
        ]))

    @Test(
        "known values become their placeholders",
        arguments: [
            ("sc-r1-1-rule", "⟦name:rule⟧"), ("sc-r1-1-rule-set", "⟦name:rule-set⟧"),
            ("sc-r1-1-rule@example.com", "⟦sender⟧"), ("sc-r1-1-rule.example.com", "⟦name:rule⟧.example.com"),
            ("Rule does not exist: sc-r1-1-rule", "Rule does not exist: ⟦name:rule⟧"),
            ("sc-r1-1-rule, sc-r1-1-rule-set", "⟦name:rule⟧, ⟦name:rule-set⟧"),
            ("sc-r1-1-ruler", "sc-r1-1-ruler"), ("xsc-r1-1-rule", "xsc-r1-1-rule"), ("1", "1"), ("", ""),
            ("⟦x⟧ sc-r1-1-rule", "⟦⟦x⟧⟧ ⟦name:rule⟧"), ("é sc-r1-1-rule é", "é ⟦name:rule⟧ é"),
        ])
    func template(text: String, template: String) { #expect(Self.values.template(of: text) == template) }

    @Test("texts for people keep their brackets") func restore() {
        #expect(Self.values.restore("⟦x⟧ sc-r1-1-rule") == "⟦x⟧ ⟦name:rule⟧")
    }
}
