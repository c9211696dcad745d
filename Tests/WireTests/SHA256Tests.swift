import Testing
import Wire

@Suite struct SHA256Tests {
    /// Source: NIST, "Examples with Intermediate Values" for SHA-256, and the CAVP byte-oriented short messages.
    @Test(
        "the published examples come out",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func published(text: String, digest: String) {
        #expect(Hexadecimal.text(SHA256.digest(of: text)) == digest)
        #expect(Hexadecimal.text(SHA256.digest(of: Array(text.utf8))) == digest)
    }

    @Test(
        "bytes that are no text come out",
        arguments: [
            ("d3", "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
            ("11af", "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
            ("b4190e", "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"),
            (
                "5a86b737eaea8ee976a0a24da63e7ed7eefad18a101c1211e2b3650c5187c2a8a650547208251f6d4237e661c7bf4c77"
                    + "f335390394c37fa1a9f9be836ac28509",
                "42e61e174fbb3897d6dd6cef3dd2802fe67b331953b06114a65c772859dfc1aa"
            ),
        ])
    func binary(message: String, digest: String) throws {
        #expect(Hexadecimal.text(SHA256.digest(of: try #require(Hexadecimal.bytes(message)))) == digest)
    }

    @Test("a million times 'a' comes out, fed in odd pieces") func million() {
        var hash = SHA256()
        let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 997)
        for _ in 0..<1003 { hash.update(piece) }
        hash.update([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000 - 997 * 1003))
        #expect(
            Hexadecimal.text(hash.digest()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("where a message is cut makes no difference", arguments: [1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 300])
    func pieces(length: Int) {
        let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let whole = SHA256.digest(of: message)
        for cut in [0, 1, length / 3, length / 2, length] {
            var hash = SHA256()
            hash.update(Array(message[..<cut]))
            hash.update(Array(message[cut...]))
            #expect(hash.digest() == whole, "cut at \(cut)")
        }
    }

    @Test("a digest does not end the hash") func fedOn() {
        var hash = SHA256()
        hash.update("ab")
        _ = hash.digest()
        hash.update("c")
        #expect(hash.digest() == SHA256.digest(of: "abc"))
    }
}
