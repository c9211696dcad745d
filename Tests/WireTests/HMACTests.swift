import Testing
import Wire

@Suite struct HMACTests {
    struct Vector: Sendable {
        let key: [UInt8]
        let message: [UInt8]
        let code: String

        init(key: [UInt8], _ message: String, _ code: String) {
            self.init(key: key, Array(message.utf8), code)
        }

        init(key: [UInt8], _ message: [UInt8], _ code: String) {
            self.key = key
            self.message = message
            self.code = code
        }
    }

    /// Source: RFC 4231, section 4; the fifth case is cut to 128 bits there.
    static let vectors: [Vector] = [
        Vector(
            key: [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        Vector(
            key: Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        Vector(
            key: [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        Vector(
            key: Array(1...25), [UInt8](repeating: 0xcd, count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        Vector(
            key: [UInt8](repeating: 0x0c, count: 20), "Test With Truncation", "a3b6167473100ee06e0c796c2955552b"),
        Vector(
            key: [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        Vector(
            key: [UInt8](repeating: 0xaa, count: 131),
            "This is a test using a larger than block-size key and a larger than block-size data. "
                + "The key needs to be hashed before being used by the HMAC algorithm.",
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
    ]

    @Test("the RFC's vectors come out", arguments: vectors)
    func published(vector: Vector) {
        let code = Hexadecimal.text(HMAC(key: vector.key).code(for: vector.message))
        #expect(code.prefix(vector.code.count) == vector.code)
        #expect(code.count == 64)
    }

    @Test("a key serves many messages, texts and bytes alike") func reused() {
        let hmac = HMAC(key: Array("Jefe".utf8))
        _ = hmac.code(for: "another")
        let text = "what do ya want for nothing?"
        #expect(hmac.code(for: text) == hmac.code(for: Array(text.utf8)))
        #expect(Hexadecimal.text(hmac.code(for: text)).hasPrefix("5bdcc146bf60754e"))
    }

    @Test("neither print nor dump shows the key") func secret() {
        var shown = ""
        dump(HMAC(key: [1, 2, 3]), to: &shown)
        #expect(shown + "\(HMAC(key: [1, 2, 3]))" == "- HMAC-SHA256\nHMAC-SHA256")
    }
}
