import Testing

@testable import Diff

@Suite struct ListAlignmentTests {
    /// Pairs as text: `a=a`, `b>x` for a change, `b-` for what is gone, `+x` for what is new.
    private func aligned(_ before: String, _ after: String) -> String {
        let (old, new) = (Array(before), Array(after))
        return ListAlignment(old, new) { $0 == $1 }.pairs.map { pair in
            switch (pair.before.map { old[$0] }, pair.after.map { new[$0] }) {
            case (let old?, let new?): old == new ? "\(old)" : "\(old)>\(new)"
            case (let old?, nil): "\(old)-"
            case (nil, let new?): "+\(new)"
            case (nil, nil): "?"
            }
        }.joined(separator: " ")
    }

    @Test(
        "what is common stays together, and what stands between is paired in order",
        arguments: [
            ("", "", ""), ("abc", "abc", "a b c"), ("abc", "ac", "a b- c"), ("ac", "abc", "a +b c"),
            ("abc", "axc", "a b>x c"), ("abcd", "axyd", "a b>x c>y d"), ("abc", "bca", "a- b c +a"),
            ("ab", "", "a- b-"), ("", "ab", "+a +b"), ("aab", "ab", "a a- b"),
            ("abcdef", "zbydxf", "a>z b c>y d e>x f"),
        ]) func pairs(before: String, after: String, wanted: String)
    {
        #expect(aligned(before, after) == wanted)
    }

    @Test("lists that are too long to be compared member by member are aligned by place") func long() {
        let before = Array(0..<3_000)
        let after = before.map { $0 + 10_000 }
        let pairs = ListAlignment(before, after, isSame: { $0 == $1 }).pairs
        #expect(pairs.count == 3_000)
        #expect(pairs.allSatisfy { $0.before == $0.after })
    }
}
