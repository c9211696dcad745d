import Testing

@testable import Report

@Suite struct MarkdownTests {
    @Test(
        "text of anybody's is shown as it is",
        arguments: [
            ("a|b", "a\\|b"), ("<script>", "&lt;script&gt;"), ("`x`", "\\`x\\`"), ("a\nb\r\nc", "a b c"),
            ("*b* _i_ [l](u)", "\\*b\\* \\_i\\_ \\[l\\](u)"), ("&amp;", "&amp;amp;"), ("\u{1B}[1m", "\\\\u{1B}\\[1m"),
        ])
    func text(text: String, expected: String) {
        #expect(Markdown.text(text) == expected)
    }

    @Test(
        "code is fenced by more backticks than it holds",
        arguments: [
            ("MaxItems", "`MaxItems`"), ("a`b", "``a`b``"), ("``", "``` `` ```"), ("a|b", "`a\\|b`"), ("", "(empty)"),
            ("<b>", "`<b>`"), ("a\nb", "`a b`"), ("`", "`` ` ``"),
        ])
    func code(text: String, expected: String) {
        #expect(Markdown.code(text) == expected)
    }

    @Test(
        "a sentence of the spec keeps its code",
        arguments: [
            ("letters, `_` or `|`", "letters, `_` or `\\|`"), ("a <b> `<c>`", "a &lt;b&gt; `<c>`"),
            ("odd ` one", "odd \\` one"),
        ])
    func prose(text: String, expected: String) {
        #expect(Markdown.prose(text) == expected)
    }

    @Test("a row has as many cells as the head")
    func table() {
        #expect(Markdown.table(["A", "B"], [["1", "2"]]) == "| A | B |\n| --- | --- |\n| 1 | 2 |\n")
        #expect(Markdown.table(["A"], []) == "")
    }
}
