import SpecModel

/// Shows the rule set that is in force.
///
/// Source: API reference p. 18.
extension SESv1 {
    static let describeActiveReceiptRuleSet = Operation(
        "DescribeActiveReceiptRuleSet", family: .receiving, "Shows the rule set that is in force.", page: 18,
        result: [
            Member(
                "Metadata", .structure("ReceiptRuleSetMetadata"), "Name and age of the active rule set.",
                note: "absent where no rule set is active"),
            Member(
                "Rules", .list(of: .structure("ReceiptRule"), ordered: true, key: "Name"),
                "Rules of the active rule set in their order.", note: "absent where no rule set is active"),
        ],
        fixture: Fixture(
            needs: [.receivingRegion], accountWide: true,
            setup: [
                activeRuleSetKept, ruleSetCreated(), ruleCreated("second"), fullRuleCreated("first"),
                .setup("SetActiveReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"]),
            ],
            result: ["Metadata": ruleSetMetadata(), "Rules": [fullRule("first"), plainRule("second")]],
            .documented(page: 18), cleanup: [activeRuleSetRestored]),
        observations: [
            Observation(
                "no rule set is active: the result is empty", status: 200,
                Evidence(.claimed, "floci-io/floci PR #2128"))
        ])
}
