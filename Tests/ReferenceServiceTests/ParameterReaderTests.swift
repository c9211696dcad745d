import SpecModel
import Testing

@testable import ReferenceService

struct ParameterReaderTests {
    private let ses = ServiceUnderTest()

    init() {
        ses.call("CreateReceiptRuleSet", ["RuleSetName": "s"])
    }

    @Test(
        "booleans are those of XSD",
        arguments: [
            ("true", "200"), ("1", "200"), ("false", "200"), ("0", "200"),
            ("TRUE", "MalformedInput: boolean must follow xsd1.1 definition"),
            ("yes", "MalformedInput: boolean must follow xsd1.1 definition"),
            ("", "MalformedInput: missing value for boolean type"),
        ])
    func booleans(text: String, answer: String) {
        #expect(
            ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r", "Rule.Enabled": text]).error == answer)
    }

    @Test(
        "integers are decimal",
        arguments: [
            ("1", "200"), ("+1", "200"), ("007", "200"), ("", "MalformedInput: missing value for decimal type"),
            ("a", "MalformedInput: a is not a valid integer"), ("1.5", "MalformedInput: 1.5 is not a valid integer"),
            ("99999999999", "MalformedInput: 99999999999 is not a valid integer"),
            ("0", "InvalidParameterValue: Value 0 for MaxItems is out of range. It must be from 1 to 1000."),
            ("1001", "InvalidParameterValue: Value 1001 for MaxItems is out of range. It must be from 1 to 1000."),
        ])
    func integers(text: String, answer: String) {
        #expect(ses.call("ListIdentities", ["MaxItems": text]).error == answer)
    }

    @Test("a list counts from 1", arguments: ["0", "a", "", "-1"])
    func indices(index: String) {
        let reply = ses.call("GetIdentityDkimAttributes", ["Identities.member.\(index)": "example.com"])
        #expect(reply.error == "MalformedInput: \(index) is not a valid index")
    }

    @Test("gaps in a list are closed up, and its order is that of the indices")
    func gaps() {
        ses.call(
            "CreateReceiptRule",
            [
                "RuleSetName": "s", "Rule.Name": "r", "Rule.Recipients.member.12": "c.example",
                "Rule.Recipients.member.3": "b.example", "Rule.Recipients.member.2": "a.example",
            ])
        let reply = ses.call("DescribeReceiptRule", ["RuleSetName": "s", "RuleName": "r"])
        #expect(reply.texts("member") == ["a.example", "b.example", "c.example"])
    }

    @Test("a long list in any order is read at once")
    func longList() {
        var pairs: [(String, String)] = []
        for number in (1...3000).reversed() { pairs.append(("RuleNames.member.\(number)", "r\(number)")) }
        let schema = ShapeSchema.list(
            .text(TextSchema(length: nil, pattern: nil, expression: nil, allowed: [])), nil)
        let root = StructureSchema(
            "X",
            [
                MemberSchema(
                    name: "RuleNames", owner: "A", lowerName: "ruleNames", shape: schema, required: true,
                    defaultValue: nil)
            ],
            [])
        let node = try? ParameterReader.read(pairs.map { .init($0.0, $0.1) }, root)
        #expect(node?.children.first?.node.items.map(\.index) == Array(1...3000))
    }

    @Test("a blob may hold white space, as the reference's sample does, but nothing else that is not base64")
    func blobs() {
        ses.verify("sender@example.com")
        let text = "RnJvbTogc2VuZGVyQGV4YW1wbGUuY29tClRv\nOiBhQGV4YW1wbGUuY29tCgp0"
        #expect(ses.call("SendRawEmail", ["RawMessage.Data": text]).status == 200)
        #expect(
            ses.call("SendRawEmail", ["RawMessage.Data": "$$$"]).error
                == "MalformedInput: blob is not valid base64")
    }

    @Test(
        "timestamps are ISO 8601 or RFC 822",
        arguments: [
            ("2016-03-25T12:00:00Z", true), ("2016-03-25T12:00:00.123Z", true), ("2016-03-25T12:00:00+01:00", true),
            ("Fri, 25 Mar 2016 12:00:00 +0000", true), ("25 Mar 2016 12:00 GMT", true),
            ("2016-02-30T12:00:00Z", false), ("2016-03-25", false), ("yesterday", false), ("", false),
            ("Fri, 25 Mär 2016 12:00:00 +0000", false),
        ])
    func timestamps(text: String, isValid: Bool) {
        #expect(((try? ValueReader.timestamp(text)) != nil) == isValid)
    }
}
