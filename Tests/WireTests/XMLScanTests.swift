import Foundation
import Testing
import Wire

@Suite struct XMLScanTests {
    static func error(_ document: [UInt8]) -> WireError? {
        do throws(WireError) {
            try XMLScan.check(document)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "harmless documents pass, whatever is inside comments, CDATA and instructions",
        arguments: [
            "<a/>", "<!-- <!DOCTYPE a> --><a/>", "<a><![CDATA[<!ENTITY x>]]></a>", "<?pi <!DOCTYPE?><a/>",
            "<?xml version=\"1.0\" encoding='utf-8'?><a/>", "<?xml version='1.0'?><a/>", "\u{FEFF}<a/>",
            "<?xmlish encoding='x'?><a/>", "<a b='>' c=\"'\"/>", "<a>\u{1F600} !</a>", "", "<", "<!--", "<a b='",
            "<?xml version='1.0' encoding=?>",
        ])
    func harmless(document: String) {
        #expect(Self.error(Array(document.utf8)) == nil)
    }

    @Test(
        "declarations are refused with their place",
        arguments: [
            ("<!DOCTYPE html><html/>", 1, 1),
            ("<?xml version='1.0'?>\n <!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 2, 2),
            ("<a><!ELEMENT a ANY></a>", 1, 4), ("<!-- x --><!doctype a><a/>", 1, 11), ("<a><![INCLUDE[x]]></a>", 1, 4),
            ("<!", 1, 1), ("<a><![CDATA[x]]><!x></a>", 1, 17), ("<a>\u{E9}<!x></a>", 1, 6),
        ])
    func declarations(document: String, line: Int, column: Int) {
        let position = TextPosition(line: line, column: column)
        #expect(Self.error(Array(document.utf8)) == .declaration(position))
        #expect(WireError.declaration(position).description.hasSuffix("at line \(line), column \(column)"))
    }

    @Test(
        "other encodings are refused by what the document declares",
        arguments: ["ISO-8859-1", "UTF-16", "us-ascii", "utf-7", "x"])
    func declaredEncoding(name: String) {
        let document = "<?xml version='1.0' encoding=\"\(name)\"?><a/>"
        #expect(Self.error(Array(document.utf8)) == .otherEncoding(name))
        #expect(Self.error([0xEF, 0xBB, 0xBF] + Array(document.utf8)) == .otherEncoding(name))
    }

    @Test(
        "UTF-16 and UTF-32 are refused, with a mark or without",
        arguments: [
            String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32LittleEndian, .utf32BigEndian,
        ])
    func wideEncodings(encoding: String.Encoding) throws {
        let document = Array(try #require("<?xml version='1.0'?><a/>".data(using: encoding)))
        guard case .otherEncoding(let name) = Self.error(document) else {
            Issue.record("accepted")
            return
        }
        #expect(name.contains("UTF-16"))
    }

    @Test("bytes that are not UTF-8 are refused with their place") func notUTF8() {
        #expect(Self.error(Array("<a>\n\u{E9}".utf8) + [0xFF]) == .notUTF8(TextPosition(line: 2, column: 3)))
        // A surrogate, an overlong slash and a character cut short.
        for bytes: [UInt8] in [[0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xE2, 0x82]] {
            #expect(Self.error(Array("<a>".utf8) + bytes) == .notUTF8(TextPosition(line: 1, column: 4)))
        }
    }

    @Test("a tag of exactly the limit passes, a byte more does not") func tagLimit() {
        let longest = "<a b='" + String(repeating: "x", count: XMLScan.tagLimit - 9) + "'/>"
        #expect(longest.utf8.count == XMLScan.tagLimit)
        #expect(Self.error(Array("<r>\(longest)</r>".utf8)) == nil)
        let longer = longest.replacing("'/>", with: "x'/>")
        #expect(
            Self.error(Array("<r>\(longer)</r>".utf8))
                == .oversizedTag(limit: 65536, unit: "bytes", TextPosition(line: 1, column: 4)))
        #expect(Self.error(Array("<a>\(String(repeating: "x", count: 100_000))</a>".utf8)) == nil)
    }

    @Test("as many attributes as the limit pass, one more does not") func attributeLimit() {
        let attributes = (1...XMLScan.attributeLimit).map { " a\($0)='\"'" }.joined()
        #expect(Self.error(Array("<a\(attributes)/>".utf8)) == nil)
        #expect(
            Self.error(Array("<a\(attributes) b=''/>".utf8))
                == .oversizedTag(limit: 1000, unit: "attributes", TextPosition(line: 1, column: 1)))
    }

    @Test("9,999,999 bytes are read, 10,000,000 are not") func byteLimit() {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: 9_999_999 - 7)
        #expect(Self.error(Array("<a>".utf8) + text + Array("</a>".utf8)) == nil)
        #expect(
            Self.error(Array("<a> ".utf8) + text + Array("</a>".utf8))
                == .tooLarge(bytes: 10_000_000, limit: 9_999_999))
    }
}
