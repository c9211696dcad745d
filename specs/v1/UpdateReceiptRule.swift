import SpecModel

/// Replaces a rule's content.
///
/// Source: API reference p. 64.
/// Note: the fixture's rule has nothing but a name, since the reference does not say what becomes of members
/// that the update leaves out. The sender is verified first for the cases whose rule bounces.
extension SESv1 {
    static let updateReceiptRule = Operation(
        "UpdateReceiptRule", family: .receiving, "Replaces a rule's content.", page: 64,
        parameters: [
            Member("Rule", .structure("ReceiptRule"), required: true, "The rule as it is to be, under its old name."),
            Member("RuleSetName", .string(), required: true, "Rule set that has it.", example: "⟦name:rule-set⟧"),
        ],
        result: [],
        errors: [
            ErrorCase(
                "InvalidLambdaFunction", when: "an action's Lambda function can't be called",
                reach: .scenario("error-invalid-lambda-function")),
            ErrorCase(
                "InvalidS3Configuration", when: "an action's bucket or key can't be used",
                reach: .scenario("error-invalid-s3-configuration")),
            ErrorCase(
                "InvalidSnsTopic", when: "an action's topic can't be published to",
                reach: .scenario("error-invalid-sns-topic")),
            ErrorCase(
                "LimitExceeded", when: "the rule would hold more than it may",
                reach: .unreachable("the reference does not say which limit an update can exceed")),
            ErrorCase(
                "RuleDoesNotExist", when: "the rule set has no such rule",
                reach: .provoked([
                    Provocation(
                        title: "updates a rule that does not exist",
                        changes: [Provocation.Change("Rule.Name", "⟦name:absent⟧")])
                ])),
            ErrorCase(
                "RuleSetDoesNotExist", when: "the rule set does not exist",
                reach: .provoked([
                    Provocation(
                        title: "updates a rule of a rule set that does not exist",
                        changes: [Provocation.Change("RuleSetName", "⟦name:absent⟧")])
                ])),
        ],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [
                senderVerified, ruleSetCreated(),
                .setup(
                    "CreateReceiptRule",
                    ["Rule": ["Name": "⟦input:Rule.Name⟧"], "RuleSetName": "⟦name:rule-set⟧"]),
            ],
            .documented(page: 64),
            effect: [
                Step(
                    "read", "DescribeReceiptRule",
                    ["RuleName": "⟦input:Rule.Name⟧", "RuleSetName": "⟦input:RuleSetName⟧"],
                    expect: .result(["Rule": .echo("Rule")], .documented(page: 64)))
            ]),
        observations: [
            voidResult,
            Observation(
                "the rule set is missing", status: 400, code: "RuleSetDoesNotExist",
                message: "Rule set does not exist: ⟦any⟧", receiptProbes),
            Observation(
                "the rule is missing", status: 400, code: "RuleDoesNotExist", message: "Rule does not exist: ⟦any⟧",
                receiptProbes),
            Observation(
                "the sender of a bounce is not verified", status: 400, code: "InvalidParameterValue",
                message: "Identity is not verified: ⟦any⟧", bounceSenderPaste),
            Observation("members left out go back to their defaults; the position stays", status: 200, receiptProbes),
        ])
}
