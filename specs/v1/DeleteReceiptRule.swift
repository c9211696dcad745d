import SpecModel

/// Takes a rule out of its rule set.
///
/// Source: API reference p. 14.
extension SESv1 {
    static let deleteReceiptRule = Operation(
        "DeleteReceiptRule", family: .receiving, "Takes a rule out of its rule set.", page: 14,
        parameters: [
            Member("RuleName", .string(), required: true, "Rule to take out.", example: "⟦name:rule⟧"),
            Member("RuleSetName", .string(), required: true, "Rule set that has it.", example: "⟦name:rule-set⟧"),
        ],
        result: [],
        errors: [
            ErrorCase(
                "RuleSetDoesNotExist", when: "the rule set does not exist",
                reach: .provoked([
                    Provocation(
                        title: "deletes a rule of a rule set that does not exist",
                        changes: [Provocation.Change("RuleSetName", "⟦name:absent⟧")])
                ]))
        ],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [
                ruleSetCreated(), ruleCreated("kept"), ruleCreated("rule"),
                rulesRead("", ["rule", "kept"], .documented(page: 20)),
            ],
            .documented(page: 14),
            effect: [
                ruleRead("gone", "rule", expect: .failure(Failure(["RuleDoesNotExist"], .documented(page: 19)))),
                rulesRead("others", ["kept"], .documented(page: 14)),
            ]),
        observations: [
            voidResult,
            Observation("the rule set exists and the rule is missing", status: 200, receiptProbes),
        ])
}
