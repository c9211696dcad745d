import SpecModel

/// Puts a rule set in force, or none.
///
/// Source: API reference p. 55.
/// Note: the rule set that was active before is put in force again after every case.
extension SESv1 {
    static let setActiveReceiptRuleSet = Operation(
        "SetActiveReceiptRuleSet", family: .receiving, "Puts a rule set in force, or none.", page: 55,
        parameters: [
            Member(
                "RuleSetName", .string(), "Rule set to put in force; without it, no mail is received.",
                example: "⟦name:rule-set⟧")
        ],
        result: [],
        errors: [
            ErrorCase(
                "RuleSetDoesNotExist", when: "the rule set does not exist",
                reach: .provoked([
                    Provocation(
                        title: "activates a rule set that does not exist",
                        changes: [Provocation.Change("RuleSetName", "⟦name:absent⟧")],
                        message: Wording("Rule set does not exist: ⟦name:absent⟧", deactivationPaste))
                ]))
        ],
        fixture: Fixture(
            needs: [.receivingRegion], accountWide: true,
            setup: [activeRuleSetKept, ruleSetCreated(), ruleCreated("rule")],
            .documented(page: 55),
            completeEffect: [
                Step(
                    "read", "DescribeActiveReceiptRuleSet",
                    expect: .result(
                        ["Metadata": ruleSetMetadata(), "Rules": [plainRule("rule")]], .documented(page: 55)))
            ],
            cleanup: [activeRuleSetRestored]),
        observations: [
            voidResult,
            Observation("RuleSetName is absent: no rule set is active any more", status: 200, receiptProbes),
            Observation("RuleSetName is absent", status: 200, deactivationPaste),
            Observation(
                "the rule set is missing", status: 400, code: "RuleSetDoesNotExist",
                message: "Rule set does not exist: ⟦any⟧", deactivationPaste),
            Observation(
                "RuleSetName is empty", status: 400, code: "InvalidParameterValue",
                message: "ruleSetName must not be empty", deactivationPaste),
        ])
}
