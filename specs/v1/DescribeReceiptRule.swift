import SpecModel

/// Shows one rule.
///
/// Source: API reference p. 19.
extension SESv1 {
    static let describeReceiptRule = Operation(
        "DescribeReceiptRule", family: .receiving, "Shows one rule.", page: 19,
        parameters: [
            Member("RuleName", .string(), required: true, "Rule to show.", example: "⟦name:rule⟧"),
            Member("RuleSetName", .string(), required: true, "Rule set that has it.", example: "⟦name:rule-set⟧"),
        ],
        result: [Member("Rule", .structure("ReceiptRule"), required: true, "The rule.")],
        errors: [
            ErrorCase(
                "RuleDoesNotExist", when: "the rule set has no such rule",
                reach: .provoked([
                    Provocation(
                        title: "describes a rule that does not exist",
                        changes: [Provocation.Change("RuleName", "⟦name:absent⟧")])
                ])),
            ErrorCase(
                "RuleSetDoesNotExist", when: "the rule set does not exist",
                reach: .provoked([
                    Provocation(
                        title: "describes a rule of a rule set that does not exist",
                        changes: [Provocation.Change("RuleSetName", "⟦name:absent⟧")])
                ])),
        ],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [ruleSetCreated(), ruleCreated("other"), fullRuleCreated("rule")],
            result: ["Rule": fullRule("rule")], .documented(page: 19)),
        observations: [
            Observation("the rule has neither recipients nor actions", status: 200, .derived("service model")),
            Observation(
                "the rule set is missing", status: 400, code: "RuleSetDoesNotExist",
                message: "Rule set does not exist: ⟦any⟧", receiptProbes),
            Observation(
                "the rule is missing", status: 400, code: "RuleDoesNotExist", message: "Rule does not exist: ⟦any⟧",
                receiptProbes),
        ])
}
