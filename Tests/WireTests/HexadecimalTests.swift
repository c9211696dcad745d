import Testing
import Wire

@Suite struct HexadecimalTests {
    @Test("every byte is two lower-case digits and comes back") func everyByte() {
        let bytes = (0...255).map { UInt8($0) }
        let text = Hexadecimal.text(bytes)
        #expect(text.hasPrefix("000102") && text.hasSuffix("fdfeff"))
        #expect(Hexadecimal.bytes(text) == bytes)
        #expect(Hexadecimal.bytes(text.uppercased()) == bytes)
    }

    @Test("what is no pairs of digits is nothing", arguments: ["0", "0g", "é", " 00", "0x"])
    func refused(text: String) {
        #expect(Hexadecimal.bytes(text) == nil)
    }
}
