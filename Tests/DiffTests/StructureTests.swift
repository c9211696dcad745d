import Diff
import Testing

@Suite struct StructureTests {
    static let rule =
        "<Rules><member><Name>⟦name:rule⟧</Name><Enabled>true</Enabled><TlsPolicy>Optional</TlsPolicy></member></Rules>"

    static func ruled(_ content: String) -> String { "<Rules><member>\(content)</member></Rules>" }

    static let rows: [Row] = [
        Row("equal", "SendEmail", "<MessageId>a</MessageId>", "<MessageId>a</MessageId>"),
        Row("white space between elements", "SendEmail", "<MessageId>a</MessageId>", "\n\t <MessageId>a</MessageId>\n"),
        Row(
            "character references", "SendEmail", "<MessageId>a&lt;b</MessageId>", "<MessageId>&#97;&#x3c;b</MessageId>"),
        Row("CDATA", "SendEmail", "<MessageId>a&lt;b</MessageId>", "<MessageId><![CDATA[a<b]]></MessageId>"),
        Row("comment", "SendEmail", "<MessageId>a</MessageId>", "<!-- x --><MessageId>a</MessageId>"),
        Row(
            "order of members", "DescribeSet", rule,
            ruled("<TlsPolicy>Optional</TlsPolicy><Enabled>true</Enabled><Name>sc-r1-1-rule</Name>")),
        Row("missing", "SendEmail", "<MessageId>a</MessageId>", "", "missing RESULT/MessageId error"),
        Row(
            "missing in a structure", "DescribeSet", rule,
            ruled("<TlsPolicy>Optional</TlsPolicy><Name>sc-r1-1-rule</Name>"),
            "missing RESULT/Rules/member[Name=⟦name:rule⟧]/Enabled error"),
        Row(
            "optional and there", "DescribeSet", ruled("<Name>⟦name:rule⟧</Name><Enabled>⟦optional⟧false</Enabled>"),
            ruled("<Name>sc-r1-1-rule</Name><Enabled>false</Enabled>")),
        Row(
            "optional and not there", "DescribeSet",
            ruled("<Name>⟦name:rule⟧</Name><Enabled>⟦optional⟧false</Enabled>"), ruled("<Name>sc-r1-1-rule</Name>")),
        Row(
            "optional and another", "DescribeSet", ruled("<Name>⟦name:rule⟧</Name><Enabled>⟦optional⟧false</Enabled>"),
            ruled("<Name>sc-r1-1-rule</Name><Enabled>true</Enabled>"),
            "value RESULT/Rules/member[Name=⟦name:rule⟧]/Enabled error"),
        Row(
            "a default that is not shown", "DescribeSet",
            ruled("<Name>⟦name:rule⟧</Name><Enabled>⟦default⟧false</Enabled>"), ruled("<Name>sc-r1-1-rule</Name>"),
            "missing RESULT/Rules/member[Name=⟦name:rule⟧]/Enabled warning"),
        Row(
            "another value", "SendEmail", "<MessageId>a</MessageId>", "<MessageId>b</MessageId>",
            "value RESULT/MessageId error"),
        Row(
            "another letter case", "SendEmail", "<MessageId>a</MessageId>", "<MessageId>A</MessageId>",
            "value RESULT/MessageId error"),
        Row(
            "white space in a text", "SendEmail", "<MessageId>a</MessageId>", "<MessageId> a</MessageId>",
            "value RESULT/MessageId error"),
        Row(
            "another composition of the same character", "SendEmail", "<MessageId>\u{E9}</MessageId>",
            "<MessageId>e\u{301}</MessageId>", "value RESULT/MessageId error"),
        Row(
            "renamed", "SendEmail", "<MessageId>a</MessageId>", "<Messageid>a</Messageid>",
            "missing RESULT/MessageId error"),
        Row(
            "its members without the structure", "DescribeSet",
            "<Metadata><Name>a</Name><CreatedTimestamp>⟦timestamp⟧</CreatedTimestamp></Metadata>",
            "<Name>b</Name><CreatedTimestamp>2018-12-18T17:55:00Z</CreatedTimestamp>", "missing RESULT/Metadata error"),
        Row(
            "twice", "SendEmail", "<MessageId>a</MessageId>", "<MessageId>a</MessageId><MessageId>a</MessageId>",
            "duplicate RESULT/MessageId error"),
        Row(
            "a second value", "SendEmail", "<MessageId>a</MessageId>",
            "<MessageId>b</MessageId><MessageId>a</MessageId>",
            "duplicate RESULT/MessageId error"),
        Row(
            "known, empty", "SendEmail", "<MessageId>a</MessageId>", "<MessageId>a</MessageId><Note/>",
            "unexpected RESULT/Note warning"),
        Row(
            "known, not empty", "SendEmail", "<MessageId>a</MessageId>", "<MessageId>a</MessageId><Note>x</Note>",
            "unexpected RESULT/Note error"),
        Row(
            "unknown", "SendEmail", "<MessageId>a</MessageId>", "<MessageId>a</MessageId><Foo>x</Foo>",
            "unexpected RESULT/Foo warning"),
        Row("later", "SendEmail", "<MessageId>a</MessageId>", "<MessageId>a</MessageId><Charge>3</Charge>"),
        Row(
            "later, of another type", "SendEmail", "<MessageId>a</MessageId>",
            "<MessageId>a</MessageId><Charge>much</Charge>", "type RESULT/Charge error"),
        Row("later, expected", "SendEmail", "<MessageId>a</MessageId><Charge>3</Charge>", "<MessageId>a</MessageId>"),
        Row(
            "elements for a text", "SendEmail", "<MessageId>a</MessageId>", "<MessageId><Id>a</Id></MessageId>",
            "type RESULT/MessageId error"),
        Row(
            "a text for elements", "DescribeSet", "<Metadata><Name>a</Name></Metadata>", "<Metadata>a</Metadata>",
            "type RESULT/Metadata error"),
        Row(
            "text between elements", "SendEmail", "<MessageId>a</MessageId>", "stray<MessageId>a</MessageId>",
            "unexpected RESULT/text() warning"),
        Row(
            "an attribute", "SendEmail", "<MessageId>a</MessageId>", "<MessageId type='x'>a</MessageId>",
            "unexpected RESULT/MessageId/@type note"),
        Row("void", "Delete", "", ""),
        Row("void, with elements", "Delete", "", "<Foo>1</Foo>", "unexpected RESULT/Foo warning"),
        Row("void, with white space", "Delete", "", "\n  "),
        Row("no result", "VerifyOld", nil, nil),
        Row("a result where none is", "VerifyOld", nil, "", "unexpected VerifyOldResponse/VerifyOldResult error"),
        Row("no result where one is", "Delete", "", nil, "missing DeleteResponse/DeleteResult error"),
    ]

    @Test("members are compared by name, and a fault is one difference", arguments: rows)
    func members(row: Row) throws { try row.check() }

    @Test("a difference shows what was due and what came") func texts() throws {
        let found = try Samples.differences(
            "SendEmail", "<MessageId>⟦name:rule⟧</MessageId>", "<MessageId>x</MessageId>")
        #expect(found.map(\.expected) == ["⟦name:rule⟧"])
        #expect(found.map(\.actual) == ["x"])
        let missing = try Samples.differences("SendEmail", "<MessageId>⟦any⟧</MessageId>", "<messageID>x</messageID>")
        #expect(missing.map(\.actual) == ["<messageID>x</messageID>"])
    }

    @Test("a long text is cut") func long() throws {
        let text = String(repeating: "x", count: 5_000)
        let found = try Samples.differences("SendEmail", "<MessageId>a</MessageId>", "<MessageId>\(text)</MessageId>")
        #expect(found.first?.actual?.count == 2_001)
    }
}
