import Testing

@testable import ReferenceService

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
