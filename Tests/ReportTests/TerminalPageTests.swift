import Testing

@testable import Report

@Suite struct TerminalPageTests {
    @Test("a paragraph is broken at spaces, never within a word")
    func paragraph() {
        var page = TerminalPage(width: 40, hasColour: false)
        page.paragraph("one two three four five six seven eight nine ten", indent: 2, hanging: 4)
        let long = String(repeating: "x", count: 60)
        page.paragraph("a \(long) b")
        #expect(
            page.lines == [
                "  one two three four five six seven", "    eight nine ten", "a", long, "b",
            ])
    }

    @Test("a list is broken only between its items")
    func list() {
        var page = TerminalPage(width: 40, hasColour: false)
        page.list(["16 passed (1 with warnings)", "3 operations unsupported", "1 new"], hanging: 2)
        #expect(page.lines == ["16 passed (1 with warnings),", "  3 operations unsupported, 1 new"])
    }

    @Test("colour surrounds the text of each line and is off unless asked for")
    func ink() {
        var page = TerminalPage(width: 40, hasColour: true)
        page.line("a", .red)
        page.line("", .red)
        #expect(page.text == "\u{1B}[31ma\u{1B}[0m\n\n")
        #expect(TerminalPage(width: 40, hasColour: false).ink("a", .red) == "a")
    }

    @Test("a value too long for its row goes on below itself")
    func row() {
        var page = TerminalPage(width: 40, hasColour: false)
        page.row("path", "aaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbb cc")
        #expect(page.lines == ["  path      aaaaaaaaaaaaaaa", "            bbbbbbbbbbbbbbbbbb cc"])
    }
}
