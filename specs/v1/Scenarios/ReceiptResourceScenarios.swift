import SpecModel

/// Actions that name a bucket, topic or function that does not exist are refused.
///
/// Each scenario creates a rule with the resource that the endpoint has before it tries one that it hasn't.
extension SESv1 {
    static let receiptResourceScenarios: [Scenario] = [
        Scenario(
            "error-invalid-s3-configuration", "CreateReceiptRule", axis: .errors,
            title: "stores in a bucket that does not exist",
            requirement: "The service MUST answer 400 InvalidS3Configuration.", source: .documented(page: 6),
            needs: [.receivingRegion, .s3Bucket],
            setup: [ruleSetCreated(), .setup("CreateReceiptRule", rule("valid", storing("⟦resource:s3-bucket⟧")))],
            steps: [
                Step(
                    "create", "CreateReceiptRule", rule("invalid", storing("⟦name:absent⟧-bucket")),
                    expect: refused(["InvalidS3Configuration"], page: 6)),
                ruleRead("read", "invalid", expect: refused(["RuleDoesNotExist"], page: 19)),
            ]),
        Scenario(
            "error-invalid-s3-configuration", "UpdateReceiptRule", axis: .errors,
            title: "changes a rule to store in a bucket that does not exist",
            requirement: "The service MUST answer 400 InvalidS3Configuration.", source: .documented(page: 64),
            needs: [.receivingRegion, .s3Bucket],
            setup: [
                ruleSetCreated(), ruleCreated("rule"),
                .setup("UpdateReceiptRule", rule("rule", storing("⟦resource:s3-bucket⟧"))),
            ],
            steps: [
                Step(
                    "", "UpdateReceiptRule", rule("rule", storing("⟦name:absent⟧-bucket")),
                    expect: refused(["InvalidS3Configuration"], page: 64))
            ]),
        Scenario(
            "error-invalid-sns-topic", "CreateReceiptRule", axis: .errors,
            title: "publishes to a topic that does not exist",
            requirement: "The service MUST answer 400 InvalidSnsTopic.", source: .documented(page: 7),
            needs: [.receivingRegion, .publishableTopic],
            setup: [
                ruleSetCreated(),
                .setup("CreateReceiptRule", rule("valid", publishing("⟦resource:publishable-topic⟧"))),
            ],
            steps: [
                Step(
                    "create", "CreateReceiptRule",
                    rule("invalid", publishing("⟦resource:publishable-topic⟧-⟦name:absent⟧")),
                    expect: refused(["InvalidSnsTopic"], page: 7)),
                ruleRead("read", "invalid", expect: refused(["RuleDoesNotExist"], page: 19)),
            ]),
        Scenario(
            "error-invalid-sns-topic", "UpdateReceiptRule", axis: .errors,
            title: "changes a rule to publish to a topic that does not exist",
            requirement: "The service MUST answer 400 InvalidSnsTopic.", source: .documented(page: 64),
            needs: [.receivingRegion, .publishableTopic],
            setup: [
                ruleSetCreated(), ruleCreated("rule"),
                .setup("UpdateReceiptRule", rule("rule", publishing("⟦resource:publishable-topic⟧"))),
            ],
            steps: [
                Step(
                    "", "UpdateReceiptRule", rule("rule", publishing("⟦resource:publishable-topic⟧-⟦name:absent⟧")),
                    expect: refused(["InvalidSnsTopic"], page: 64))
            ]),
        Scenario(
            "error-invalid-lambda-function", "CreateReceiptRule", axis: .errors,
            title: "calls a Lambda function that does not exist",
            requirement: "The service MUST answer 400 InvalidLambdaFunction.", source: .documented(page: 6),
            needs: [.receivingRegion, .lambdaFunction],
            setup: [
                ruleSetCreated(), .setup("CreateReceiptRule", rule("valid", calling("⟦resource:lambda-function⟧"))),
            ],
            steps: [
                Step(
                    "create", "CreateReceiptRule",
                    rule("invalid", calling("⟦resource:lambda-function⟧-⟦name:absent⟧")),
                    expect: refused(["InvalidLambdaFunction"], page: 6)),
                ruleRead("read", "invalid", expect: refused(["RuleDoesNotExist"], page: 19)),
            ]),
        Scenario(
            "error-invalid-lambda-function", "UpdateReceiptRule", axis: .errors,
            title: "changes a rule to call a Lambda function that does not exist",
            requirement: "The service MUST answer 400 InvalidLambdaFunction.", source: .documented(page: 64),
            needs: [.receivingRegion, .lambdaFunction],
            setup: [
                ruleSetCreated(), ruleCreated("rule"),
                .setup("UpdateReceiptRule", rule("rule", calling("⟦resource:lambda-function⟧"))),
            ],
            steps: [
                Step(
                    "", "UpdateReceiptRule", rule("rule", calling("⟦resource:lambda-function⟧-⟦name:absent⟧")),
                    expect: refused(["InvalidLambdaFunction"], page: 64))
            ]),
    ]

    private static func storing(_ bucket: String) -> Value { ["S3Action": ["BucketName": .text(bucket)]] }

    private static func publishing(_ topic: String) -> Value {
        ["SNSAction": ["TopicArn": .text(topic), "Encoding": "UTF-8"]]
    }

    private static func calling(_ function: String) -> Value {
        ["LambdaAction": ["FunctionArn": .text(function), "InvocationType": "Event"]]
    }

    private static func rule(_ key: String, _ action: Value) -> Fields {
        ["Rule": ["Name": .text("⟦name:\(key)⟧"), "Actions": [action]], "RuleSetName": "⟦name:rule-set⟧"]
    }
}
