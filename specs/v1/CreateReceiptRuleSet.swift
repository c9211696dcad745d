import SpecModel

/// Makes a rule set without rules.
///
/// Source: API reference p. 8.
/// Note: whether a set without rules is shown with an empty list of them or without a list was not captured;
/// the list of rule sets shows that it is there.
extension SESv1 {
    static let createReceiptRuleSet = Operation(
        "CreateReceiptRuleSet", family: .receiving, "Makes a rule set without rules.", page: 8,
        parameters: [
            Member("RuleSetName", receiptName, required: true, "Rule set to make.", example: "⟦name:rule-set⟧")
        ],
        result: [],
        errors: [
            ErrorCase(
                "AlreadyExists", when: "the name is taken",
                reach: .provoked([
                    Provocation(
                        title: "creates a rule set under the name of one that exists",
                        changes: [Provocation.Change("RuleSetName", "⟦name:taken⟧")],
                        setup: [ruleSetCreated("taken")])
                ])),
            ErrorCase(
                "LimitExceeded", when: "the account holds as many rule sets as it may",
                reach: .unreachable("would fill the account with rule sets, which others share")),
        ],
        undo: Undo("DeleteReceiptRuleSet", [(name: "RuleSetName", from: "RuleSetName")]),
        fixture: Fixture(
            needs: [.receivingRegion], .documented(page: 8),
            effect: [
                Step(
                    "read", "ListReceiptRuleSets",
                    expect: .result(
                        ["RuleSets": [["Name": "⟦input:RuleSetName⟧", "CreatedTimestamp": "⟦timestamp⟧"]]],
                        .documented(page: 39)))
            ]),
        observations: [Observation("success", status: 200, cloneRecording), voidResult])
}
