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
        #expect(Markdown.text(.text(text)) == expected)
    }

    @Test(
        "code is fenced by more backticks than it holds",
        arguments: [
            ("MaxItems", "`MaxItems`"), ("a`b", "``a`b``"), ("``", "``` `` ```"), ("a|b", "`a\\|b`"), ("", "(empty)"),
            ("<b>", "`<b>`"), ("a\nb", "`a b`"), ("`", "`` ` ``"),
        ])
    func code(text: String, expected: String) {
        #expect(Markdown.text(.code(text)) == expected)
    }

    @Test(
        "a sentence of the spec keeps its code",
        arguments: [
            ("letters, `_` or `|`", "letters, `_` or `\\|`"), ("a <b> `<c>`", "a &lt;b&gt; `<c>`"),
            ("odd ` one", "odd \\` one"),
        ])
    func prose(text: String, expected: String) {
        #expect(Markdown.text(.prose(text)) == expected)
    }

    @Test("what is written by hand keeps its spaces, what is anybody's is cut off")
    func interpolation() {
        let phrase: Phrase = "missing \(code: "A") is \("a  b", limit: 3) at \(link: "p. 1", to: "https://x.example/")"
        #expect(Markdown.text(phrase) == "missing `A` is a… at [p. 1](https://x.example/)")
        #expect(phrase.plain == "missing A is a… at p. 1")
    }

    @Test("a row has as many cells as the head")
    func table() {
        let table = Document.Table(head: ["A", "B"], rows: [["1", .code("2|")]])
        #expect(Markdown.table(table) == "| A | B |\n| --- | --- |\n| 1 | `2\\|` |\n")
    }

    @Test("nothing that a listing holds ends it")
    func listing() {
        #expect(Markdown.listing("a\n```\nb") == "````\na\n```\nb\n````\n")
    }
}
