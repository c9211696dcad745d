import SpecModel

/// Takes a rule set and its rules away.
///
/// Source: API reference p. 15.
extension SESv1 {
    static let deleteReceiptRuleSet = Operation(
        "DeleteReceiptRuleSet", family: .receiving, "Takes a rule set and its rules away.", page: 15,
        parameters: [
            Member("RuleSetName", .string(), required: true, "Rule set to take away.", example: "⟦name:rule-set⟧")
        ],
        result: [],
        errors: [
            ErrorCase(
                "CannotDelete", when: "the rule set is the active one", reach: .scenario("error-cannot-delete"))
        ],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [
                ruleSetCreated(), ruleCreated("rule"), rulesRead("", ["rule"], .documented(page: 20)),
            ],
            .documented(page: 15),
            effect: [
                Step(
                    "read", "DescribeReceiptRuleSet", ["RuleSetName": "⟦input:RuleSetName⟧"],
                    expect: .failure(Failure(["RuleSetDoesNotExist"], .documented(page: 20))))
            ]),
        observations: [
            Observation("success", status: 200, ruleSetRecording),
            voidResult,
            Observation(
                "the rule set is active", status: 400, code: "CannotDelete",
                message: "Cannot delete active rule set: ⟦any⟧", receiptProbes),
            Observation("the rule set is missing", status: 200, receiptProbes),
        ])
}
