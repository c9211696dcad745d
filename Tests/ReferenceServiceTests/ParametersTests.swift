import SpecCatalog
import SpecModel
import Testing

@testable import ReferenceService

struct ParametersTests {
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
        var pairs: [FormParameterPair] = []
        for number in (1...3000).reversed() { pairs.append(("RuleNames.member.\(number)", "r\(number)")) }
        let schema = ShapeSchema.list(
            .text(TextSchema(length: nil, pattern: nil, expression: nil, allowed: [])), nil)
        let root = StructureSchema(
            "X",
            [MemberSchema(name: "RuleNames", lowerName: "ruleNames", shape: schema, required: true, defaultValue: nil)],
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

typealias FormParameterPair = (String, String)

struct ConstraintTests {
    private let ses = ServiceUnderTest()
    private let one = "ValidationError: 1 validation error detected: Value at "

    init() {
        ses.call("CreateReceiptRuleSet", ["RuleSetName": "s"])
    }

    @Test("allowed values are listed in the order in which the service was seen to list them")
    func enumerations() {
        let set = one + "'rule.actions.1.member.sNSAction.encoding' failed to satisfy constraint: "
        let reply = ses.call(
            "CreateReceiptRule",
            [
                "RuleSetName": "s", "Rule.Name": "r", "Rule.Actions.member.1.SNSAction.TopicArn": "x",
                "Rule.Actions.member.1.SNSAction.Encoding": "UTF-16",
            ])
        #expect(reply.error == set + "Member must satisfy enum value set: [Base64, UTF-8]")
        let lambda = ses.call(
            "CreateReceiptRule",
            [
                "RuleSetName": "s", "Rule.Name": "r", "Rule.Actions.member.1.LambdaAction.FunctionArn": "x",
                "Rule.Actions.member.1.LambdaAction.InvocationType": "x",
            ])
        #expect(
            lambda.error.hasSuffix(
                "'rule.actions.1.member.lambdaAction.invocationType' failed to satisfy "
                    + "constraint: Member must satisfy enum value set: [RequestResponse, Event]"))
        let filter = ses.call(
            "CreateReceiptFilter",
            ["Filter.Name": "f", "Filter.IpFilter.Cidr": "10.0.0.1", "Filter.IpFilter.Policy": "block"])
        #expect(
            filter.error == one + "'filter.ipFilter.policy' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [Allow, Block]")
        let type = ses.call("SetIdentityNotificationTopic", ["Identity": "x", "NotificationType": "Open"])
        #expect(
            type.error == one + "'notificationType' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [Bounce, Complaint, Delivery]")
        let failure = ses.call("SetIdentityMailFromDomain", ["Identity": "x", "BehaviorOnMXFailure": "Retry"])
        #expect(
            failure.error == one + "'behaviorOnMXFailure' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [RejectMessage, UseDefaultValue]")
    }

    @Test("an absent member is worded as it was claimed of the receiving operations")
    func absent() {
        #expect(
            ses.call("CreateReceiptFilter").error
                == one + "'filter' failed to satisfy constraint: Member must not be null")
        let reply = ses.call("CreateReceiptFilter", ["Filter.Name": "f", "Filter.IpFilter.Policy": "Block"])
        #expect(reply.error == one + "'filter.ipFilter.cidr' failed to satisfy constraint: Member must not be null")
    }

    @Test("an empty name is too short and of the wrong characters")
    func emptyName() {
        guard
            Catalog.standard.operation(.v1, "CreateReceiptRule")?.parameters.first(where: { $0.name == "After" })?
                .shape != .string()
        else { return }
        let reply = ses.call("CreateReceiptRuleSet", ["RuleSetName": ""])
        #expect(
            reply.error
                == "ValidationError: 2 validation errors detected: Value at 'ruleSetName' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 1; Value at 'ruleSetName' failed to satisfy "
                + "constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$")
    }

    @Test("which characters a name has is the model's business, its ends and its length are the service's")
    func names() {
        let create = { (name: String) in
            ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": name]).error
        }
        #expect(
            create("a b") == one + "'rule.name' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$")
        #expect(create("-a") == "InvalidParameterValue: Not a valid ruleName: -a")
        #expect(create("a.") == "InvalidParameterValue: Not a valid ruleName: a.")
        let long = String(repeating: "a", count: 65)
        #expect(create(long) == "InvalidParameterValue: Not a valid ruleName: \(long)")
        #expect(create(String(repeating: "a", count: 64)) == "200")
        #expect(create("a_b.c-D9") == "200")
        #expect(
            ses.call("CreateReceiptRuleSet", ["RuleSetName": "a-"]).error
                == "InvalidParameterValue: Not a valid ruleSetName: a-")
    }

    @Test("an action is of exactly one type", arguments: [0, 2])
    func exactlyOne(count: Int) {
        let action = "Rule.Actions.member.1."
        let reply =
            count == 0
            ? ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r", action + "Foo": "x"])
            : ses.call(
                "CreateReceiptRule",
                [
                    "RuleSetName": "s", "Rule.Name": "r", action + "StopAction.Scope": "RuleSet",
                    action + "AddHeaderAction.HeaderName": "X-A", action + "AddHeaderAction.HeaderValue": "1",
                ])
        #expect(
            reply.error == "InvalidParameterValue: Exactly one action type must be specified for each ReceiptAction")
    }

    @Test("what the model constrains is told before what the service checks")
    func order() {
        let reply = ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "-a", "Rule.TlsPolicy": "x"])
        #expect(
            reply.error == one + "'rule.tlsPolicy' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [Require, Optional]")
    }

    @Test("more than a hundred identities at a time are too many")
    func count() {
        let pairs = (1...101).map { ("Identities.member.\($0)", "a\($0)@example.com") }
        let body = pairs.map { "&\($0.0)=\($0.1)" }.joined()
        let reply = ses.send(Array(("Action=GetIdentityDkimAttributes" + body).utf8))
        #expect(reply.text("Code") == "InvalidParameterValue")
    }

    @Test("the constraints are those of the catalogue that the service was given")
    func mutatedCatalog() throws {
        let standard = try #require(Catalog.standard.specification(.v1))
        let operations = standard.operations.map { operation in
            operation.name != "CreateReceiptRuleSet"
                ? operation
                : operation.withParameters(
                    operation.parameters.map { Member($0.name, .string(), "") })
        }
        let catalog = Catalog([Specification(api: .v1, operations: operations, structures: standard.structures)])
        let ses = ServiceUnderTest(catalog: catalog)
        #expect(ses.call("CreateReceiptRuleSet", ["RuleSetName": "a b"]).status == 200)
        #expect(ses.call("CreateReceiptRuleSet").status == 200)
        #expect(self.ses.call("CreateReceiptRuleSet").text("Code") == "ValidationError")
    }
}

extension SpecModel.Operation {
    fileprivate func withParameters(_ parameters: [Member]) -> SpecModel.Operation {
        SpecModel.Operation(
            name, family: family, summary, page: page, parameters: parameters, rules: rules, result: result,
            fixture: fixture)
    }
}
