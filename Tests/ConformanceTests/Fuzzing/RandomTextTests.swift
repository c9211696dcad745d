import SpecModel
import Testing

@testable import Conformance

@Suite struct RandomTextTests {
    private static func texts(_ count: Int, _ make: (inout SeededNumbers) -> String) -> [String] {
        var numbers = SeededNumbers(seed: 1, for: "texts")
        return (0..<count).map { _ in make(&numbers) }
    }

    @Test("wild texts can stand in XML, are never blank and hold no placeholder") func wild() {
        for text in Self.texts(5000, { RandomText.wild(40, &$0) }) {
            #expect(!text.isEmpty && text.unicodeScalars.count <= 41)
            #expect(text.contains { !$0.isWhitespace })
            #expect(Template(text).literal == text)
            #expect(!text.contains("{{"))
            for scalar in text.unicodeScalars where scalar.value < 0x20 {
                #expect(["\t", "\n", "\r"].contains(scalar))
            }
            #expect(!text.unicodeScalars.contains { $0.value & 0xFFFE == 0xFFFE })
        }
    }

    @Test("wild texts hold characters of every length in UTF-8, and what formats give a meaning") func variety() {
        let all = Self.texts(2000) { RandomText.wild(40, &$0) }.joined().unicodeScalars
        for range in [0x21...0x7E, 0xA1...0x7FF, 0x800...0xFFFF, 0x10000...0x10FFFF] as [ClosedRange<UInt32>] {
            #expect(all.contains { range.contains($0.value) })
        }
        for sign in ["<", "&", "\"", "%", "+", "\\", "\r"] as [Unicode.Scalar] { #expect(all.contains(sign)) }
    }

    @Test("tame texts are letters, digits and single blanks within") func tame() {
        for text in Self.texts(2000, { RandomText.tame(20, &$0) }) {
            #expect(1...20 ~= text.count)
            #expect(text.allSatisfy { $0 == " " || $0.isASCII && ($0.isLetter || $0.isNumber) })
            #expect(text.first != " " && text.last != " ")
        }
    }
}
