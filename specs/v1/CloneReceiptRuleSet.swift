import SpecModel

/// Makes a new rule set with copies of another's rules.
///
/// Source: API reference p. 4.
extension SESv1 {
    static let cloneReceiptRuleSet = Operation(
        "CloneReceiptRuleSet", family: .receiving, "Makes a new rule set with copies of another's rules.", page: 4,
        parameters: [
            Member(
                "OriginalRuleSetName", .string(), required: true, "Rule set to copy.", example: "⟦name:original⟧"),
            Member("RuleSetName", receiptName, required: true, "Rule set to make.", example: "⟦name:rule-set⟧"),
        ],
        result: [],
        errors: [
            ErrorCase(
                "AlreadyExists", when: "the name of the new rule set is taken",
                reach: .provoked([
                    Provocation(
                        title: "clones to the name of a rule set that exists",
                        changes: [Provocation.Change("RuleSetName", "⟦name:taken⟧")],
                        setup: [ruleSetCreated("taken")])
                ])),
            ErrorCase(
                "LimitExceeded", when: "the account holds as many rule sets as it may",
                reach: .unreachable("would fill the account with rule sets, which others share")),
            ErrorCase(
                "RuleSetDoesNotExist", when: "the rule set to copy does not exist",
                reach: .provoked([
                    Provocation(
                        title: "clones a rule set that does not exist",
                        changes: [Provocation.Change("OriginalRuleSetName", "⟦name:absent⟧")])
                ])),
        ],
        undo: Undo("DeleteReceiptRuleSet", [(name: "RuleSetName", from: "RuleSetName")]),
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [
                .setup("CreateReceiptRuleSet", ["RuleSetName": "⟦input:OriginalRuleSetName⟧"]),
                .setup(
                    "CreateReceiptRule",
                    ["RuleSetName": "⟦input:OriginalRuleSetName⟧", "Rule": ["Name": "⟦name:second⟧"]]),
                .setup(
                    "CreateReceiptRule", ["RuleSetName": "⟦input:OriginalRuleSetName⟧", "Rule": fullRule("first")]),
            ],
            .documented(page: 4),
            effect: [
                Step(
                    "read", "DescribeReceiptRuleSet", ["RuleSetName": "⟦input:RuleSetName⟧"],
                    expect: .result(
                        [
                            "Metadata": ["Name": "⟦input:RuleSetName⟧", "CreatedTimestamp": "⟦timestamp⟧"],
                            "Rules": [fullRule("first"), plainRule("second")],
                        ], .documented(page: 4)))
            ]),
        observations: [
            Observation("success; the rules are copied in order", status: 200, cloneRecording),
            voidResult,
            Observation(
                "the new name is taken and the rule set to copy is missing", status: 400, code: "AlreadyExists",
                message: "Rule set already exists: ⟦any⟧", receiptProbes),
        ])
}
