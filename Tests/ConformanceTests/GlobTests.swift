import Conformance
import Testing

@Suite struct GlobTests {
    @Test(
        "a glob matches",
        arguments: [
            ("v1/SendEmail/minimal", "v1/SendEmail/minimal"), ("v1/Send*/missing-*", "v1/SendEmail/missing-source"),
            ("*", ""), ("*", "v1/SendEmail/minimal"), ("**", "x"), ("v?/*", "v1/SendEmail/minimal"), ("", ""),
            ("*source", "v1/SendEmail/missing-source"), ("a*b*c", "axxbyybzc"), ("?", "⟦"), ("a\\*b", "a*b"),
            ("a\\?", "a?"), ("a\\\\b", "a\\b"), ("end\\", "end\\"), ("*?a", "xxa"),
        ])
    func matching(pattern: String, text: String) {
        #expect(Glob(pattern).matches(text))
    }

    @Test(
        "a glob does not match",
        arguments: [
            ("v1/SendEmail", "v1/SendEmail/minimal"), ("v1/Send*/missing-?", "v1/SendEmail/missing-source"),
            ("?", ""), ("", "x"), ("V1/*", "v1/SendEmail/minimal"), ("a*b*c", "axxbyybz"), ("a\\*b", "axb"),
            ("a.c", "abc"), ("[ab]", "a"), ("*?a", "a"),
        ])
    func mismatching(pattern: String, text: String) {
        #expect(!Glob(pattern).matches(text))
    }

    @Test("an escaped text is matched by itself only", arguments: ["a*b", "?", "\\", "a\\*", "plain", "⟦name:x⟧*"])
    func escaping(text: String) {
        let glob = Glob(Glob.escaping(text))
        #expect(glob.literal == text)
        #expect(glob.matches(text))
        #expect(!glob.matches(text + "x"))
    }

    @Test("a pattern of many stars against a long text ends", .timeLimit(.minutes(10)))
    func hostile() {
        let pattern = Glob(String(repeating: "a*", count: 2_000) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
    }
}
