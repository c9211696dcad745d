import Testing
import Wire

@Suite struct FormEncodingTests {
    @Test("parameters keep their order and are encoded") func encodes() {
        let body = FormEncoding.encode([
            FormParameter("Action", "SendEmail"), FormParameter("Source", "a b+c@example.com"),
            FormParameter("Message.Body.Text.Data", "ä~\n"), FormParameter("Empty", ""), FormParameter("Source", "&="),
        ])
        #expect(
            String(decoding: body, as: UTF8.self)
                == "Action=SendEmail&Source=a%20b%2Bc%40example.com&Message.Body.Text.Data=%C3%A4~%0A&Empty=&Source=%26%3D"
        )
        #expect(FormEncoding.encode([]) == [])
    }

    @Test("odd names and values come back unharmed") func returns() throws {
        let odd = [
            "", "+", " ", "%", "&=&", "\u{0}", "\r\n", "ü\u{301}", "\u{1F468}\u{200D}\u{1F469}", "\u{FFFF}", "=a=b",
        ]
        let parameters = odd.flatMap { name in odd.map { FormParameter("n" + name, $0) } }
        let decoded = try FormEncoding.decode(FormEncoding.encode(parameters))
        #expect(
            decoded.map { Array(($0.name + "\u{1}" + $0.value).utf8) }
                == parameters.map { Array(($0.name + "\u{1}" + $0.value).utf8) })
    }

    @Test("what browsers and other clients write is read") func tolerant() throws {
        let body = Array("a+b=c+d&&e&f==&=g&h=%7e%7E&".utf8)
        #expect(
            try FormEncoding.decode(body) == [
                FormParameter("a b", "c d"), FormParameter("e", ""), FormParameter("f", "="), FormParameter("", "g"),
                FormParameter("h", "~~"),
            ])
        #expect(try FormEncoding.decode([]) == [])
    }

    @Test(
        "a damaged form is refused, with the place in the body",
        arguments: [
            ("a=1&b=%2", WireError.badEscape("%2", offset: 6)), ("a=%zz&b", .badEscape("%zz", offset: 2)),
            ("a%=1", .badEscape("%", offset: 1)), ("a=1&b=%FF", .formNotUTF8("%FF", offset: 6)),
        ])
    func refused(body: String, error: WireError) {
        #expect(throws: error) { try FormEncoding.decode(Array(body.utf8)) }
    }

    @Test("raw bytes that are not UTF-8 are refused") func rawBytes() {
        #expect(throws: WireError.formNotUTF8("\u{FFFD}", offset: 2)) { try FormEncoding.decode([0x61, 0x3D, 0xFF]) }
    }

    @Test("errors say what, where and what to do") func wording() {
        #expect(
            WireError.badEscape("%zz", offset: 2).description
                == "'%' without two hexadecimal digits at byte 2: \"%zz\"; write a literal '%' as %25")
        #expect(WireError.formNotUTF8("%FF", offset: 6).description == "not UTF-8 once decoded, at byte 6: \"%FF\"")
    }
}
