import SpecModel

/// Moves a rule within its set.
///
/// Source: API reference p. 63.
/// Note: the reference does not say where a rule goes without After; probes of the service say to the front.
extension SESv1 {
    static let setReceiptRulePosition = Operation(
        "SetReceiptRulePosition", family: .receiving, "Moves a rule within its set.", page: 63,
        parameters: [
            Member("After", .string(), "Rule to place it after.", example: "⟦name:first⟧"),
            Member("RuleName", .string(), required: true, "Rule to move.", example: "⟦name:third⟧"),
            Member("RuleSetName", .string(), required: true, "Rule set that has it.", example: "⟦name:rule-set⟧"),
        ],
        result: [],
        errors: [
            ErrorCase(
                "RuleDoesNotExist", when: "the rule, or the one to follow, does not exist",
                reach: .provoked([
                    Provocation(
                        title: "moves a rule that does not exist",
                        changes: [Provocation.Change("RuleName", "⟦name:absent⟧")]),
                    Provocation(
                        "after", title: "moves a rule after one that does not exist",
                        changes: [Provocation.Change("After", "⟦name:absent⟧")]),
                ])),
            ErrorCase(
                "RuleSetDoesNotExist", when: "the rule set does not exist",
                reach: .provoked([
                    Provocation(
                        title: "moves a rule of a rule set that does not exist",
                        changes: [Provocation.Change("RuleSetName", "⟦name:absent⟧")])
                ])),
        ],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [
                ruleSetCreated(), ruleCreated("third"), ruleCreated("second"), ruleCreated("first"),
                rulesRead("", ["first", "second", "third"], .documented(page: 6)),
            ],
            .documented(page: 63),
            completeEffect: [rulesRead("read", ["first", "third", "second"], .documented(page: 63))]),
        observations: [
            voidResult,
            Observation(
                "the rule set is missing", status: 400, code: "RuleSetDoesNotExist",
                message: "Rule set does not exist: ⟦any⟧", receiptProbes),
            Observation(
                "the rule is missing", status: 400, code: "RuleDoesNotExist", message: "Rule does not exist: ⟦any⟧",
                receiptProbes),
            Observation("After is the rule itself: nothing changes", status: 200, receiptProbes),
            Observation("After is absent: the rule becomes the first", status: 200, receiptProbes),
        ])
}
