import Testing

@testable import Report

@Suite struct VisibleTextTests {
    @Test(
        "what a terminal would act on is shown as text",
        arguments: [
            ("\u{1B}[2J", "\\u{1B}[2J"), ("\u{9B}2J", "\\u{9B}2J"), ("a\u{0}b", "a\\u{0}b"), ("\u{7F}", "\\u{7F}"),
            ("\u{202E}x", "\\u{202E}x"), ("\u{2066}x", "\\u{2066}x"), ("\u{FFFE}", "\\u{FFFE}"),
            ("a\r\nb\tc", "a\\r\\nb\\tc"), ("\u{2028}", "\\u{2028}"), ("日本 é 😀", "日本 é 😀"), ("", ""),
            ("\u{E0041}", "\\u{E0041}"), ("\u{1FFFF}", "\\u{1FFFF}"),
        ])
    func line(text: String, expected: String) {
        #expect(VisibleText.line(text) == expected)
    }

    @Test("a long text is cut off, and says how long it was")
    func limit() {
        #expect(VisibleText.line("abcdef", limit: 6) == "abcdef")
        #expect(VisibleText.line("abcdéf", limit: 3) == "abc… (7 bytes in all)")
    }

    @Test("numbers are written as people read them")
    func numbers() {
        let numbers = [0, 999, 1_000, 1_234_567, -1_234].map(Wording.number)
        #expect(numbers == ["0", "999", "1,000", "1,234,567", "-1,234"])
        #expect(Wording.count(1, "case") == "1 case")
        #expect(Wording.count(2, "entry", "entries") == "2 entries")
        let decimals = [0.0042, 8.2345, -1.5, .nan, .infinity].map { Wording.decimal($0, digits: 3) }
        #expect(decimals == ["0.004", "8.235", "-1.500", "0.000", "0.000"])
        #expect(Wording.list(["A", "B", "C"]) == "A, B and C")
        #expect(Wording.list([]) == "")
    }
}
