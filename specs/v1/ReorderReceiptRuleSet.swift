import SpecModel

/// Puts the rules of a set into another order.
///
/// Source: API reference p. 44.
/// Note: a request that does not name every rule is refused, by a code that the reference leaves open.
extension SESv1 {
    static let reorderReceiptRuleSet = Operation(
        "ReorderReceiptRuleSet", family: .receiving, "Puts the rules of a set into another order.", page: 44,
        parameters: [
            Member(
                "RuleNames", .list(of: .string(), ordered: true), required: true,
                "Every rule of the set, in the order wanted.", example: ["⟦name:second⟧", "⟦name:first⟧"]),
            Member("RuleSetName", .string(), required: true, "Rule set to reorder.", example: "⟦name:rule-set⟧"),
        ],
        result: [],
        errors: [
            ErrorCase(
                "RuleDoesNotExist", when: "one of the names is of no rule",
                reach: .provoked([
                    Provocation(
                        title: "names a rule that does not exist beside all that do",
                        changes: [
                            Provocation.Change("RuleNames", ["⟦name:second⟧", "⟦name:first⟧", "⟦name:absent⟧"])
                        ])
                ])),
            ErrorCase(
                "RuleSetDoesNotExist", when: "the rule set does not exist",
                reach: .provoked([
                    Provocation(
                        title: "reorders a rule set that does not exist",
                        changes: [Provocation.Change("RuleSetName", "⟦name:absent⟧")])
                ])),
        ],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [
                ruleSetCreated(), ruleCreated("second"), ruleCreated("first"),
                rulesRead("", ["first", "second"], .documented(page: 6)),
            ],
            .documented(page: 44), effect: [rulesRead("read", ["second", "first"], .documented(page: 44))]),
        observations: [
            voidResult,
            Observation(
                "the rule set is missing", status: 400, code: "RuleSetDoesNotExist",
                message: "Rule set does not exist: ⟦any⟧", receiptProbes),
            Observation(
                "a rule is named twice", status: 400, code: "InvalidParameterValue",
                message: "Multiple positions found for rule: ⟦any⟧", receiptProbes),
            Observation(
                "a rule of the set is not named", status: 400, code: "InvalidParameterValue",
                message: "Positions for rules not found: ⟦any⟧", receiptProbes),
            Observation(
                "a name is of no rule", status: 400, code: "RuleDoesNotExist", message: "Rule does not exist: ⟦any⟧",
                receiptProbes),
        ])
}
