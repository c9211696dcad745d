import SpecModel

/// Adds a rule to a rule set.
///
/// Source: API reference p. 6.
/// Note: there is no undo; the rule goes with its rule set (p. 15), which every case makes itself. The
/// sender is verified first for the cases whose rule bounces.
extension SESv1 {
    static let createReceiptRule = Operation(
        "CreateReceiptRule", family: .receiving, "Adds a rule to a rule set.", page: 6,
        parameters: [
            Member(
                "After", .string(), "Rule to place the new one after; without it, the new rule is the first.",
                example: "⟦name:first⟧"),
            Member("Rule", .structure("ReceiptRule"), required: true, "The rule."),
            Member("RuleSetName", .string(), required: true, "Rule set to add to.", example: "⟦name:rule-set⟧"),
        ],
        result: [],
        errors: [
            ErrorCase(
                "AlreadyExists", when: "the rule set has a rule of that name",
                reach: .provoked([
                    Provocation(
                        title: "creates a rule under the name of another one of the set",
                        changes: [Provocation.Change("Rule.Name", "⟦name:taken⟧")],
                        setup: [fullRuleCreated("taken")])
                ])),
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
                "LimitExceeded", when: "the rule set holds as many rules as it may",
                reach: .unreachable("takes some 200 rules in one set, more than a shared account should be given")),
            ErrorCase(
                "RuleDoesNotExist", when: "the rule to follow does not exist",
                reach: .provoked([
                    Provocation(
                        title: "places a rule after one that does not exist",
                        changes: [Provocation.Change("After", "⟦name:absent⟧")])
                ])),
            ErrorCase(
                "RuleSetDoesNotExist", when: "the rule set does not exist",
                reach: .provoked([
                    Provocation(
                        title: "adds a rule to a rule set that does not exist",
                        changes: [Provocation.Change("RuleSetName", "⟦name:absent⟧")],
                        message: Wording("Rule set does not exist: ⟦name:absent⟧", missingRuleSetPaste))
                ])),
        ],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [senderVerified, ruleSetCreated(), ruleCreated("second"), ruleCreated("first")],
            .documented(page: 6),
            effect: [
                Step(
                    "read", "DescribeReceiptRule",
                    ["RuleName": "⟦input:Rule.Name⟧", "RuleSetName": "⟦input:RuleSetName⟧"],
                    expect: .result(["Rule": .echo("Rule")], .documented(page: 19)))
            ],
            completeEffect: [
                Step(
                    "read", "DescribeReceiptRule",
                    ["RuleName": "⟦input:Rule.Name⟧", "RuleSetName": "⟦input:RuleSetName⟧"],
                    expect: .result(["Rule": .echo("Rule")], .documented(page: 19))),
                Step(
                    "order", "DescribeReceiptRuleSet", ["RuleSetName": "⟦input:RuleSetName⟧"],
                    expect: .result(
                        [
                            "Metadata": ["Name": "⟦input:RuleSetName⟧", "CreatedTimestamp": "⟦timestamp⟧"],
                            "Rules": [plainRule("first"), .echo("Rule"), plainRule("second")],
                        ], .documented(page: 6))),
            ]),
        observations: createReceiptRuleObservations)

    private static let createReceiptRuleObservations: [Observation] = [
        voidResult,
        Observation(
            "the rule set is missing", status: 400, code: "RuleSetDoesNotExist",
            message: "Rule set does not exist: ⟦any⟧", missingRuleSetPaste),
        Observation(
            "the topic can't be published to", status: 400, code: "InvalidSnsTopic",
            message: "Could not publish to SNS topic: ⟦any⟧",
            Evidence(.published, "hashicorp/terraform-provider-aws#14773", date: "2020-08-21")),
        Observation(
            "the Lambda function can't be called", status: 400, code: "InvalidLambdaFunction",
            message: "Could not invoke Lambda function: ⟦any⟧",
            Evidence(.published, "hashicorp/terraform-provider-aws#34259")),
        Observation(
            "the sender of a bounce is not verified", status: 400, code: "InvalidParameterValue",
            message: "Identity is not verified: ⟦any⟧", bounceSenderPaste),
        Observation(
            "the rule's name is over 64 characters or does not start and end with a letter or digit", status: 400,
            code: "InvalidParameterValue", message: "Not a valid ruleName: ⟦any⟧", receiptProbes),
        Observation(
            "the rule's name has other characters", status: 400, code: "ValidationError",
            message:
                "1 validation error detected: Value at 'rule.name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$",
            receiptProbes),
        Observation(
            "After is empty", status: 400, code: "ValidationError",
            message:
                "2 validation errors detected: Value at 'after' failed to satisfy constraint: Member must have length greater than or equal to 1; Value at 'after' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$",
            receiptProbes),
        Observation(
            "the rule exists", status: 400, code: "AlreadyExists", message: "Rule already exists: ⟦any⟧",
            receiptProbes),
        Observation(
            "the rule would be the 201st of its set", status: 400, code: "LimitExceeded", message: "Too many rules",
            receiptProbes),
        Observation(
            "an action follows a Stop action", status: 400, code: "InvalidParameterValue",
            message: "Stop action, if any, must be placed at the end of the actions list", receiptProbes),
        Observation(
            "an action has no member, or two", status: 400, code: "InvalidParameterValue",
            message: "Exactly one action type must be specified for each ReceiptAction", receiptProbes),
        Observation(
            "the ARN of a topic is malformed", status: 400, code: "InvalidSnsTopic",
            message: "Invalid SNS topic: ⟦any⟧", receiptProbes),
        Observation(
            "the name of a bucket is empty", status: 400, code: "InvalidParameterValue",
            message: "Bucket name must not be empty", receiptProbes),
        Observation(
            "the bucket is missing", status: 400, code: "InvalidS3Configuration", message: "No such bucket: ⟦any⟧",
            receiptProbes),
        Observation(
            "the ARN of a Lambda function is empty", status: 400, code: "InvalidParameterValue",
            message: "Lambda function ARN must not be empty", receiptProbes),
        Observation(
            "the encoding of an SNS action is none of the allowed", status: 400, code: "ValidationError",
            message:
                "1 validation error detected: Value at 'rule.actions.1.member.sNSAction.encoding' failed to satisfy constraint: Member must satisfy enum value set: [Base64, UTF-8]",
            receiptProbes),
        Observation(
            "the invocation type is none of the allowed", status: 400, code: "ValidationError",
            message:
                "1 validation error detected: Value at 'rule.actions.1.member.lambdaAction.invocationType' failed to satisfy constraint: Member must satisfy enum value set: [RequestResponse, Event]",
            receiptProbes),
        Observation("After is absent: the rule becomes the first", status: 200, receiptProbes),
    ]
}
