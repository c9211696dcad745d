import SpecModel

/// Every kind of action is shown with all its members by the operations that describe a whole rule set.
extension SESv1 {
    static let ruleSetActionScenarios: [Scenario] = actionsInFull.flatMap { name, action, need in
        let needs =
            [.receivingRegion, .publishableTopic] + (need.map { $0 == .s3Bucket ? [$0, .kmsKey] : [$0] } ?? [])
        return [describedWith(name, action, needs), activeWith(name, action, needs)]
    }

    /// Kinds of actions with every member that can be sent, and what each asks of the endpoint beside a topic.
    private static let actionsInFull: [(name: String, action: Value, need: Need?)] = [
        (
            "bounce",
            [
                "BounceAction": [
                    "Message": "Mailbox does not exist", "Sender": "⟦sender⟧", "SmtpReplyCode": "550",
                    "StatusCode": "5.1.1", "TopicArn": "⟦resource:publishable-topic⟧",
                ]
            ], .verifiedIdentity
        ),
        (
            "lambda",
            [
                "LambdaAction": [
                    "FunctionArn": "⟦resource:lambda-function⟧", "InvocationType": "Event",
                    "TopicArn": "⟦resource:publishable-topic⟧",
                ]
            ], .lambdaFunction
        ),
        (
            "s3",
            [
                "S3Action": [
                    "BucketName": "⟦resource:s3-bucket⟧", "KmsKeyArn": "⟦resource:kms-key⟧", "ObjectKeyPrefix": "mail",
                    "TopicArn": "⟦resource:publishable-topic⟧",
                ]
            ], .s3Bucket
        ),
        ("sns", ["SNSAction": ["Encoding": "UTF-8", "TopicArn": "⟦resource:publishable-topic⟧"]], nil),
        ("stop", ["StopAction": ["Scope": "RuleSet", "TopicArn": "⟦resource:publishable-topic⟧"]], nil),
        (
            "workmail",
            [
                "WorkmailAction": [
                    "OrganizationArn": "⟦resource:workmail-organization⟧", "TopicArn": "⟦resource:publishable-topic⟧",
                ]
            ], .workmailOrganization
        ),
    ]

    private static func describedWith(_ name: String, _ action: Value, _ needs: [Need]) -> Scenario {
        Scenario(
            "shows-\(name)-action", "DescribeReceiptRuleSet", axis: .shape,
            title: "describes a rule set whose rule has a \(name) action with all members",
            requirement: "The service MUST show the action with every member that was given.",
            source: .documented(page: 20), needs: needs, setup: ruleMade(action, needs),
            steps: [
                Step(
                    "", "DescribeReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                    expect: .result(
                        ["Metadata": ruleSetMetadata(), "Rules": [shownRule(action)]], .documented(page: 20)))
            ])
    }

    private static func activeWith(_ name: String, _ action: Value, _ needs: [Need]) -> Scenario {
        Scenario(
            "shows-\(name)-action", "DescribeActiveReceiptRuleSet", axis: .shape,
            title: "describes the active rule set, whose rule has a \(name) action with all members",
            requirement: "The service MUST show the action with every member that was given.",
            source: .documented(page: 18), needs: needs, accountWide: true,
            setup: [activeRuleSetKept] + ruleMade(action, needs)
                + [.setup("SetActiveReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"])],
            steps: [
                Step(
                    "", "DescribeActiveReceiptRuleSet",
                    expect: .result(
                        ["Metadata": ruleSetMetadata(), "Rules": [shownRule(action)]], .documented(page: 18)))
            ],
            cleanup: [activeRuleSetRestored])
    }

    private static func ruleMade(_ action: Value, _ needs: [Need]) -> [Step] {
        (needs.contains(.verifiedIdentity) ? [senderVerified] : []) + [
            ruleSetCreated(),
            .setup(
                "CreateReceiptRule",
                ["RuleSetName": "⟦name:rule-set⟧", "Rule": ["Name": "⟦name:rule⟧", "Actions": [action]]]),
        ]
    }

    private static func shownRule(_ action: Value) -> Value {
        [
            "Name": "⟦name:rule⟧", "Enabled": "⟦default⟧false", "TlsPolicy": "⟦default⟧Optional", "Actions": [action],
            "ScanEnabled": "⟦default⟧false",
        ]
    }
}
