import SpecModel

/// Shows a rule set with its rules.
///
/// Source: API reference p. 20.
extension SESv1 {
    static let describeReceiptRuleSet = Operation(
        "DescribeReceiptRuleSet", family: .receiving, "Shows a rule set with its rules.", page: 20,
        parameters: [
            Member("RuleSetName", .string(), required: true, "Rule set to show.", example: "⟦name:rule-set⟧")
        ],
        result: [
            Member("Metadata", .structure("ReceiptRuleSetMetadata"), required: true, "Name and age of the rule set."),
            Member(
                "Rules", .list(of: .structure("ReceiptRule"), ordered: true, key: "Name"), required: true,
                "Its rules in their order."),
        ],
        errors: [
            ErrorCase(
                "RuleSetDoesNotExist", when: "the rule set does not exist",
                reach: .provoked([
                    Provocation(
                        title: "describes a rule set that does not exist",
                        changes: [Provocation.Change("RuleSetName", "⟦name:absent⟧")])
                ]))
        ],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [ruleSetCreated(), ruleCreated("second"), fullRuleCreated("first")],
            result: ["Metadata": ruleSetMetadata(), "Rules": [fullRule("first"), plainRule("second")]],
            .documented(page: 20)),
        observations: [
            Observation(
                "rules without recipients: no Recipients element, actions with the members given only", status: 200,
                cloneRecording),
            Observation(
                "a rule with a recipient and no action: an empty Actions element", status: 200, ruleSetRecording),
            Observation(
                "the rule set is missing", status: 400, code: "RuleSetDoesNotExist",
                message: "Rule set does not exist: ⟦any⟧", receiptProbes),
        ])
}
