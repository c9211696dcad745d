import SpecCatalog
import Testing

@testable import ReferenceService

struct ReceiptRuleSetsTests {
    private let ses = ServiceUnderTest()

    private func create(_ name: String) -> Reply { ses.call("CreateReceiptRuleSet", ["RuleSetName": name]) }

    @Test("a rule set shows its name and its age")
    func describe() {
        #expect(create("s").status == 200)
        #expect(
            ses.call("DescribeReceiptRuleSet", ["RuleSetName": "s"]).result("DescribeReceiptRuleSet")
                == """

                    <Metadata>
                      <Name>s</Name>
                      <CreatedTimestamp>2018-12-18T17:55:45.607Z</CreatedTimestamp>
                    </Metadata>
                    <Rules/>
                \("  ")
                """)
        #expect(ses.call("ListReceiptRuleSets").texts("Name") == ["s"])
        #expect(create("s").error == "AlreadyExists: Rule set already exists: s")
        #expect(
            ses.call("DescribeReceiptRuleSet", ["RuleSetName": "t"]).error
                == "RuleSetDoesNotExist: Rule set does not exist: t")
    }

    @Test("a clone is a copy of its own; a taken name is told before a missing source")
    func clone() {
        _ = create("s")
        ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r"])
        #expect(ses.call("CloneReceiptRuleSet", ["OriginalRuleSetName": "s", "RuleSetName": "t"]).status == 200)
        ses.call("DeleteReceiptRule", ["RuleSetName": "s", "RuleName": "r"])
        #expect(ses.call("DescribeReceiptRuleSet", ["RuleSetName": "t"]).texts("Name") == ["t", "r"])
        #expect(
            ses.call("CloneReceiptRuleSet", ["OriginalRuleSetName": "x", "RuleSetName": "t"]).error
                == "AlreadyExists: Rule set already exists: t")
        #expect(
            ses.call("CloneReceiptRuleSet", ["OriginalRuleSetName": "x", "RuleSetName": "u"]).error
                == "RuleSetDoesNotExist: Rule set does not exist: x")
    }

    @Test("the active set is described, can't be deleted, and is cleared without a name")
    func active() {
        _ = create("s")
        #expect(ses.call("DescribeActiveReceiptRuleSet").body.contains("  <DescribeActiveReceiptRuleSetResult/>\n"))
        #expect(ses.call("SetActiveReceiptRuleSet", ["RuleSetName": "x"]).text("Code") == "RuleSetDoesNotExist")
        #expect(ses.call("SetActiveReceiptRuleSet", ["RuleSetName": "s"]).status == 200)
        #expect(ses.call("DescribeActiveReceiptRuleSet").text("Name") == "s")
        #expect(
            ses.call("DeleteReceiptRuleSet", ["RuleSetName": "s"]).error
                == "CannotDelete: Cannot delete active rule set: s")
        #expect(
            ses.call("SetActiveReceiptRuleSet", ["RuleSetName": ""]).error
                == "InvalidParameterValue: ruleSetName must not be empty")
        #expect(ses.call("SetActiveReceiptRuleSet").status == 200)
        for _ in 1...2 { #expect(ses.call("DeleteReceiptRuleSet", ["RuleSetName": "s"]).status == 200) }
        #expect(ses.call("ListReceiptRuleSets").body.contains("    <RuleSets/>\n"))
    }

    @Test("forty sets are the limit")
    func limit() {
        for number in 1...40 { #expect(create("s\(number)").status == 200) }
        #expect(create("s41").text("Code") == "LimitExceeded")
        let clone = ses.call("CloneReceiptRuleSet", ["OriginalRuleSetName": "s1", "RuleSetName": "t"])
        #expect(clone.text("Code") == "LimitExceeded")
        #expect(
            ses.call("ListReceiptRuleSets", ["NextToken": "x"]).error == "InvalidParameterValue: Invalid token: x")
    }
}

struct ReceiptRulesTests {
    private let ses = ServiceUnderTest()

    init() {
        ses.call("CreateReceiptRuleSet", ["RuleSetName": "s"])
        for name in ["c", "b", "a"] { ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": name]) }
    }

    private var order: [String] {
        Array(ses.call("DescribeReceiptRuleSet", ["RuleSetName": "s"]).texts("Name").dropFirst())
    }

    private func reorder(_ names: String...) -> Reply {
        let list = names.enumerated().map { "&RuleNames.member.\($0 + 1)=\($1)" }.joined()
        return ses.send(Array("Action=ReorderReceiptRuleSet&RuleSetName=s\(list)".utf8))
    }

    private func position(_ name: String, after: String?) -> Reply {
        guard let after else { return ses.call("SetReceiptRulePosition", ["RuleSetName": "s", "RuleName": name]) }
        return ses.call("SetReceiptRulePosition", ["RuleSetName": "s", "RuleName": name, "After": after])
    }

    @Test("a rule goes to the front, or behind another")
    func insert() {
        #expect(order == ["a", "b", "c"])
        #expect(ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "d", "After": "b"]).status == 200)
        #expect(order == ["a", "b", "d", "c"])
        #expect(
            ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "e", "After": "x"]).error
                == "RuleDoesNotExist: Rule does not exist: x")
        #expect(
            ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "a"]).error
                == "AlreadyExists: Rule already exists: a")
        #expect(
            ses.call("CreateReceiptRule", ["RuleSetName": "x", "Rule.Name": "a"]).error
                == "RuleSetDoesNotExist: Rule set does not exist: x")
    }

    @Test("an update replaces the whole rule in its place")
    func update() {
        let full: KeyValuePairs<String, String> = [
            "RuleSetName": "s", "Rule.Name": "b", "Rule.Enabled": "true", "Rule.ScanEnabled": "1",
            "Rule.TlsPolicy": "Require", "Rule.Recipients.member.1": "user@example.com",
            "Rule.Actions.member.1.AddHeaderAction.HeaderName": "X-A",
            "Rule.Actions.member.1.AddHeaderAction.HeaderValue": "1 <2>",
            "Rule.Actions.member.2.StopAction.Scope": "RuleSet",
        ]
        #expect(ses.call("UpdateReceiptRule", full).status == 200)
        #expect(order == ["a", "b", "c"])
        #expect(
            ses.call("DescribeReceiptRule", ["RuleSetName": "s", "RuleName": "b"]).result("DescribeReceiptRule")
                == """

                    <Rule>
                      <Name>b</Name>
                      <Enabled>true</Enabled>
                      <TlsPolicy>Require</TlsPolicy>
                      <Recipients>
                        <member>user@example.com</member>
                      </Recipients>
                      <Actions>
                        <member>
                          <AddHeaderAction>
                            <HeaderName>X-A</HeaderName>
                            <HeaderValue>1 &lt;2&gt;</HeaderValue>
                          </AddHeaderAction>
                        </member>
                        <member>
                          <StopAction>
                            <Scope>RuleSet</Scope>
                          </StopAction>
                        </member>
                      </Actions>
                      <ScanEnabled>true</ScanEnabled>
                    </Rule>
                \("  ")
                """)
        ses.call("UpdateReceiptRule", ["RuleSetName": "s", "Rule.Name": "b"])
        let plain = ses.call("DescribeReceiptRule", ["RuleSetName": "s", "RuleName": "b"])
        #expect(plain.text("Enabled") == "false")
        #expect(plain.text("Recipients") == nil)
        #expect(
            ses.call("UpdateReceiptRule", ["RuleSetName": "s", "Rule.Name": "x"]).error
                == "RuleDoesNotExist: Rule does not exist: x")
    }

    @Test("deleting a rule that is not there succeeds, in a set that is not there it does not")
    func delete() {
        for _ in 1...2 {
            #expect(ses.call("DeleteReceiptRule", ["RuleSetName": "s", "RuleName": "b"]).status == 200)
        }
        #expect(order == ["a", "c"])
        #expect(
            ses.call("DeleteReceiptRule", ["RuleSetName": "x", "RuleName": "b"]).text("Code") == "RuleSetDoesNotExist")
        #expect(
            ses.call("DescribeReceiptRule", ["RuleSetName": "s", "RuleName": "b"]).error
                == "RuleDoesNotExist: Rule does not exist: b")
    }

    @Test("a rule is moved behind another, to the front, or not at all")
    func move() {
        #expect(position("a", after: "c").status == 200)
        #expect(order == ["b", "c", "a"])
        #expect(position("c", after: nil).status == 200)
        #expect(order == ["c", "b", "a"])
        #expect(position("b", after: "b").status == 200)
        #expect(order == ["c", "b", "a"])
        #expect(position("x", after: nil).error == "RuleDoesNotExist: Rule does not exist: x")
        #expect(position("a", after: "x").error == "RuleDoesNotExist: Rule does not exist: x")
        #expect(order == ["c", "b", "a"])
    }

    @Test("a new order names every rule once")
    func reorderAll() {
        #expect(reorder("c", "a", "b").status == 200)
        #expect(order == ["c", "a", "b"])
        #expect(reorder("a", "a", "b").error == "InvalidParameterValue: Multiple positions found for rule: a")
        #expect(reorder("a").error == "InvalidParameterValue: Positions for rules not found: c, b")
        #expect(reorder("a", "b", "c", "x").error == "RuleDoesNotExist: Rule does not exist: x")
        #expect(order == ["c", "a", "b"])
    }

    @Test("two hundred rules are the limit")
    func limit() {
        for number in 4...200 {
            #expect(ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r\(number)"]).status == 200)
        }
        #expect(
            ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "z"]).error
                == "LimitExceeded: Too many rules")
    }
}

struct ReceiptActionsTests {
    private let ses = ServiceUnderTest()

    init() { ses.call("CreateReceiptRuleSet", ["RuleSetName": "s"]) }

    private func create(_ members: [String]) -> String {
        let actions = members.map { "&Rule.Actions.member.\($0)" }.joined()
        return ses.send(Array("Action=CreateReceiptRule&RuleSetName=s&Rule.Name=r\(actions)".utf8)).error
    }

    @Test(
        "what an action names must be well-formed and there",
        arguments: [
            ("1.SNSAction.TopicArn=x", "InvalidSnsTopic: Invalid SNS topic: x"),
            (
                "1.SNSAction.TopicArn=arn:aws:sns:us-east-1:123456789012:x",
                "InvalidSnsTopic: Could not publish to SNS topic: arn:aws:sns:us-east-1:123456789012:x"
            ), ("1.SNSAction.TopicArn=arn:aws:sns:us-east-1:123456789012:ses-conformance", "200"),
            ("1.S3Action.BucketName=", "InvalidParameterValue: Bucket name must not be empty"),
            ("1.S3Action.BucketName=x", "InvalidS3Configuration: No such bucket: x"),
            ("1.S3Action.BucketName=ses-conformance-bucket", "200"),
            ("1.LambdaAction.FunctionArn=", "InvalidParameterValue: Lambda function ARN must not be empty"),
            ("1.LambdaAction.FunctionArn=x", "InvalidLambdaFunction: Could not invoke Lambda function: x"),
            ("1.LambdaAction.FunctionArn=arn:aws:lambda:us-east-1:123456789012:function:ses-conformance", "200"),
            ("1.WorkmailAction.OrganizationArn=x", "InvalidParameterValue: Could not use WorkMail organization: x"),
        ])
    func targets(action: String, answer: String) {
        #expect(create([action]) == answer)
    }

    @Test("every action's topic is looked at, and a bucket's key")
    func topics() {
        let stop = create(["1.StopAction.Scope=RuleSet", "1.StopAction.TopicArn=x"])
        #expect(stop == "InvalidSnsTopic: Invalid SNS topic: x")
        let key = create(["1.S3Action.BucketName=ses-conformance-bucket", "1.S3Action.KmsKeyArn=x"])
        #expect(key.hasPrefix("InvalidS3Configuration: "))
    }

    @Test("a stop is the last action, syntax goes before the set, and the set before targets")
    func order() {
        let stop = ["1.StopAction.Scope=RuleSet", "2.SNSAction.TopicArn=x"]
        #expect(
            create(stop)
                == "InvalidParameterValue: Stop action, if any, must be placed at the end of the actions list")
        let body = "Action=CreateReceiptRule&RuleSetName=x&Rule.Name=r&Rule.Actions.member.1."
        #expect(ses.send(Array((body + "S3Action.BucketName=").utf8)).text("Code") == "InvalidParameterValue")
        #expect(ses.send(Array((body + "S3Action.BucketName=x").utf8)).text("Code") == "RuleSetDoesNotExist")
    }

    @Test("who bounces must be verified")
    func bounceSender() {
        let action = [
            "1.BounceAction.Sender=a@example.com", "1.BounceAction.Message=m", "1.BounceAction.SmtpReplyCode=550",
        ]
        #expect(create(action) == "InvalidParameterValue: Identity is not verified: a@example.com")
        ses.verify("a@example.com")
        #expect(create(action) == "200")
    }

    @Test("recipients are addresses, domains or a dot and a domain")
    func recipients() {
        let create = { (text: String) in
            ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r", "Rule.Recipients.member.1": text])
                .error
        }
        #expect(create("not valid") == "InvalidParameterValue: Invalid recipient: not valid")
        #expect(create("@example.com") == "InvalidParameterValue: Invalid recipient: @example.com")
        #expect(create(".example.com") == "200")
    }

    @Test("defaults of the catalogue are shown where the catalogue has them")
    func defaults() {
        _ = create(["1.LambdaAction.FunctionArn=arn:aws:lambda:us-east-1:123456789012:function:ses-conformance"])
        let reply = ses.call("DescribeReceiptRule", ["RuleSetName": "s", "RuleName": "r"])
        let known = Catalog.standard.structures(.v1)["LambdaAction"]?.members.first { $0.name == "InvocationType" }
        #expect(reply.text("InvocationType") == (known?.defaultValue == nil ? nil : "Event"))
    }
}

struct ReceiptFiltersTests {
    private let ses = ServiceUnderTest()

    private func create(_ name: String, _ cidr: String = "10.0.0.1/24") -> Reply {
        ses.call(
            "CreateReceiptFilter",
            ["Filter.Name": name, "Filter.IpFilter.Cidr": cidr, "Filter.IpFilter.Policy": "Block"])
    }

    @Test("a filter is listed and deleted, and deleting again succeeds")
    func life() {
        #expect(ses.call("ListReceiptFilters").body.contains("    <Filters/>\n"))
        #expect(create("f").status == 200)
        #expect(
            ses.call("ListReceiptFilters").result("ListReceiptFilters")
                == """

                    <Filters>
                      <member>
                        <Name>f</Name>
                        <IpFilter>
                          <Policy>Block</Policy>
                          <Cidr>10.0.0.1/24</Cidr>
                        </IpFilter>
                      </member>
                    </Filters>
                \("  ")
                """)
        #expect(create("f").error == "AlreadyExists: Filter already exists: f")
        for _ in 1...2 { #expect(ses.call("DeleteReceiptFilter", ["FilterName": "f"]).status == 200) }
        #expect(ses.call("ListReceiptFilters").texts("member").isEmpty)
    }

    @Test(
        "a range is an IPv4 address, alone or with a prefix",
        arguments: [
            ("10.0.0.1", true), ("0.0.0.0/0", true), ("255.255.255.255/32", true), ("10.0.0.1/33", false),
            ("10.0.0", false), ("256.0.0.1", false), ("10.0.0.1/", false), ("10.0.0.1/a", false), ("", false),
            ("::1", false), ("10.0.0.1/24/8", false), ("host", false), ("10.0.0.+1", false),
        ])
    func ranges(cidr: String, isValid: Bool) {
        let reply = create("f", cidr)
        #expect((reply.status == 200) == isValid)
        #expect(reply.text("Code") == (isValid ? nil : "InvalidParameterValue"))
    }

    @Test("a hundred filters are the limit")
    func limit() {
        for number in 1...100 { #expect(create("f\(number)").status == 200) }
        #expect(create("f101").text("Code") == "LimitExceeded")
    }
}
