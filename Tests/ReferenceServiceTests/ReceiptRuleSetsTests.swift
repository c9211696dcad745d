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
