import Testing
import Wire

@Suite struct PercentEncodingTests {
    static let kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"

    @Test("only unreserved characters stand for themselves") func ascii() {
        for byte in UInt8(0)..<128 {
            let character = String(Unicode.Scalar(byte))
            let escaped = "%" + Hexadecimal.text([byte]).uppercased()
            #expect(PercentEncoding.encode(character) == (Self.kept.contains(character) ? character : escaped))
        }
    }

    @Test(
        "texts become what AWS signs",
        arguments: [
            ("", ""), ("a b+c", "a%20b%2Bc"), ("ü", "%C3%BC"), ("\u{1F600}", "%F0%9F%98%80"), ("~", "~"),
            ("a/b", "a%2Fb"), ("100%", "100%25"), ("\r\n", "%0D%0A"), ("e\u{301}", "e%CC%81"),
        ])
    func texts(text: String, encoded: String) throws {
        #expect(PercentEncoding.encode(text) == encoded)
        #expect(Array(try PercentEncoding.decode(encoded).utf8) == Array(text.utf8))
    }

    @Test("either letter case decodes, and a plus is a plus") func decodes() throws {
        #expect(try PercentEncoding.decode("%c3%BC+%2b") == "ü++")
    }

    @Test(
        "a bad escape is named with its place",
        arguments: [
            ("ab%", WireError.badEscape("%", offset: 2)), ("%4", .badEscape("%4", offset: 0)),
            ("%4g5", .badEscape("%4g", offset: 0)), ("a%%41", .badEscape("%%4", offset: 1)),
            ("x%C3", .formNotUTF8("x%C3", offset: 0)), ("%C0%80", .formNotUTF8("%C0%80", offset: 0)),
            ("%ED%A0%80", .formNotUTF8("%ED%A0%80", offset: 0)),
        ])
    func refused(text: String, error: WireError) {
        #expect(throws: error) { try PercentEncoding.decode(text) }
    }
}
