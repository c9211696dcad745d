import SpecModel

/// What rules do with mail is kept as it was given.
extension SESv1 {
    static let receiptActionScenarios: [Scenario] = [
        Scenario(
            "several-actions-in-order", "CreateReceiptRule", title: "creates a rule with three actions",
            requirement: "The actions MUST be described in the order in which they were given.",
            source: .documented(page: 86), needs: [.receivingRegion], setup: [ruleSetCreated()],
            steps: createdAndRead([
                ["AddHeaderAction": ["HeaderName": "X-Second", "HeaderValue": "b"]],
                ["AddHeaderAction": ["HeaderName": "X-First", "HeaderValue": "a"]],
                ["StopAction": ["Scope": "RuleSet"]],
            ])),
        Scenario(
            "several-actions-in-new-order", "UpdateReceiptRule", title: "turns the actions of a rule around",
            requirement: "The actions MUST be described in the order of the update.", source: .documented(page: 86),
            needs: [.receivingRegion],
            setup: [ruleSetCreated(), .setup("CreateReceiptRule", rule(twoHeaders))],
            steps: [
                Step("update", "UpdateReceiptRule", rule(twoHeaders.reversed()), expect: done(page: 64)),
                ruleRead(
                    "read", "rule",
                    expect: .result(["Rule": shown(twoHeaders.reversed())], .documented(page: 86))),
            ]),
        Scenario(
            "several-kinds-in-order", "CreateReceiptRule",
            title: "creates a rule that adds a header, stores, publishes and stops",
            requirement: "The actions MUST be described in their order, each with the members given only.",
            source: .documented(page: 86), needs: [.receivingRegion, .s3Bucket, .publishableTopic],
            setup: [ruleSetCreated()],
            steps: createdAndRead([
                ["SNSAction": ["TopicArn": "⟦resource:publishable-topic⟧", "Encoding": "Base64"]],
                ["AddHeaderAction": ["HeaderName": "X-Conformance", "HeaderValue": "a"]],
                ["S3Action": ["BucketName": "⟦resource:s3-bucket⟧", "ObjectKeyPrefix": "inbound/"]],
                ["StopAction": ["Scope": "RuleSet"]],
            ])),
        Scenario(
            "no-action-member", "CreateReceiptRule", axis: .errors, title: "sends an action that is none",
            requirement: "The service is said to answer 400 InvalidParameterValue.", source: receiptProbes,
            needs: [.receivingRegion], setup: [ruleSetCreated(), .setup("CreateReceiptRule", rule(twoHeaders))],
            steps: [
                Step(
                    "", "CreateReceiptRule",
                    [
                        "Rule": ["Name": "⟦name:second⟧", "Actions": [["NoSuchAction": ["Name": "x"]]]],
                        "RuleSetName": "⟦name:rule-set⟧",
                    ], expect: .failure(Failure(["InvalidParameterValue"], receiptProbes)))
            ]),
        Scenario(
            "stop-not-last", "CreateReceiptRule", axis: .errors, title: "sends an action after a Stop action",
            requirement: "The service is said to answer 400 InvalidParameterValue.", source: receiptProbes,
            needs: [.receivingRegion], setup: [ruleSetCreated()],
            steps: [
                Step(
                    "", "CreateReceiptRule",
                    rule([
                        ["StopAction": ["Scope": "RuleSet"]],
                        ["AddHeaderAction": ["HeaderName": "X-Conformance", "HeaderValue": "a"]],
                    ]), expect: .failure(Failure(["InvalidParameterValue"], receiptProbes)))
            ]),
        Scenario(
            "newline-in-header-value", "CreateReceiptRule", axis: .values,
            title: "sends a header value of two lines",
            requirement: "The service MUST refuse a HeaderValue with a newline character and create nothing.",
            source: .documented(page: 75), needs: [.receivingRegion],
            setup: [ruleSetCreated(), fullRuleCreated("control")],
            steps: [
                Step(
                    "create", "CreateReceiptRule",
                    rule([["AddHeaderAction": ["HeaderName": "X-Conformance", "HeaderValue": "a\r\nX-Injected: b"]]]),
                    expect: refused(["InvalidParameterValue", "ValidationError"], page: 75)),
                ruleRead("read", "rule", expect: refused(["RuleDoesNotExist"], page: 19)),
            ]),
        Scenario(
            "bounce-sender-not-verified", "CreateReceiptRule", axis: .errors,
            title: "bounces from an address that is not verified",
            requirement: "The service MUST answer 400 InvalidParameterValue; a verified sender is accepted.",
            source: bounceSenderPaste, needs: [.receivingRegion, .verifiedIdentity],
            setup: [
                senderVerified, ruleSetCreated(), .setup("CreateReceiptRule", rule([bounce(from: "⟦sender⟧")])),
            ],
            steps: [
                Step(
                    "", "CreateReceiptRule",
                    [
                        "Rule": ["Name": "⟦name:second⟧", "Actions": [bounce(from: "⟦name:unverified⟧@example.com")]],
                        "RuleSetName": "⟦name:rule-set⟧",
                    ],
                    expect: .failure(
                        Failure(
                            ["InvalidParameterValue"],
                            message: Wording("Identity is not verified: ⟦any⟧", bounceSenderPaste),
                            bounceSenderPaste)))
            ]),
    ]

    private static let twoHeaders: [Value] = [
        ["AddHeaderAction": ["HeaderName": "X-Second", "HeaderValue": "b"]],
        ["AddHeaderAction": ["HeaderName": "X-First", "HeaderValue": "a"]],
    ]

    private static func bounce(from sender: String) -> Value {
        [
            "BounceAction": [
                "Message": "The mailbox does not exist", "Sender": .text(sender), "SmtpReplyCode": "550",
            ]
        ]
    }

    private static func rule(_ actions: [Value]) -> Fields {
        ["Rule": ["Name": "⟦name:rule⟧", "Actions": .list(actions)], "RuleSetName": "⟦name:rule-set⟧"]
    }

    /// The rule of ``rule(_:)`` as it is shown.
    private static func shown(_ actions: [Value]) -> Value {
        [
            "Name": "⟦name:rule⟧", "Enabled": "⟦default⟧false", "TlsPolicy": "⟦default⟧Optional",
            "Actions": .list(actions),
            "ScanEnabled": "⟦default⟧false",
        ]
    }

    /// Creates a rule with such actions and reads it.
    private static func createdAndRead(_ actions: [Value]) -> [Step] {
        [
            Step("create", "CreateReceiptRule", rule(actions), expect: done(page: 6)),
            ruleRead("read", "rule", expect: .result(["Rule": shown(actions)], .documented(page: 86))),
        ]
    }
}
