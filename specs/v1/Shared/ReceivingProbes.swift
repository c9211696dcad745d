import SpecModel

/// How a run finds out what an endpoint offers to those who receive mail.
///
/// Note: the region is asked for rule sets, not filters, since emulators have those more often. A topic that
/// SetIdentityNotificationTopic takes may still be refused by one kind of action, hence a need of its own, which is
/// met where each kind takes it.
extension SESv1 {
    static let receivingProbes: [NeedProbe] = [
        NeedProbe(.receivingRegion, steps: [.setup("ListReceiptRuleSets")]),
        NeedProbe(.s3Bucket, steps: probe(["S3Action": ["BucketName": "⟦resource:s3-bucket⟧"]])),
        NeedProbe(
            .kmsKey,
            steps: probe([
                "S3Action": ["BucketName": "⟦resource:s3-bucket⟧", "KmsKeyArn": "⟦resource:kms-key⟧"]
            ])),
        NeedProbe(
            .publishableTopic,
            steps: [senderVerified]
                + probe(["SNSAction": ["TopicArn": "⟦resource:publishable-topic⟧"]])
                + [
                    ruleWith("stop", ["StopAction": ["Scope": "RuleSet", "TopicArn": "⟦resource:publishable-topic⟧"]]),
                    ruleWith(
                        "bounce",
                        [
                            "BounceAction": [
                                "Message": "The mailbox does not exist", "Sender": "⟦sender⟧", "SmtpReplyCode": "550",
                                "TopicArn": "⟦resource:publishable-topic⟧",
                            ]
                        ]),
                ]),
        NeedProbe(
            .lambdaFunction,
            steps: probe(["LambdaAction": ["FunctionArn": "⟦resource:lambda-function⟧"]])),
        NeedProbe(
            .workmailOrganization,
            steps: probe(["WorkmailAction": ["OrganizationArn": "⟦resource:workmail-organization⟧"]])),
        bounceProbe(
            of: "SendEmail",
            ["Source": "⟦sender⟧", "Destination": ["ToAddresses": ["⟦sender⟧"]], "Message": shortMessage],
            because: ["BounceType": "DoesNotExist"]),
        bounceProbe(
            of: "SendRawEmail", ["Destinations": ["⟦sender⟧"], "RawMessage": ["Data": .blob(plainMessage)]],
            because: ["RecipientDsnFields": ["Action": "failed", "Status": "5.1.1"]]),
    ]

    /// Sends a mail and bounces it: an emulator may keep no difference between mail sent and mail received.
    private static func bounceProbe(of sending: String, _ mail: Fields, because reason: Fields) -> NeedProbe {
        NeedProbe(
            .receivedMail,
            steps: [
                senderVerified, .setup(sending, mail, captures: ["message": "MessageId"]),
                .setup(
                    "SendBounce",
                    [
                        "BouncedRecipientInfoList": [.fields(reason.fields + [Field("Recipient", "⟦sender⟧")])],
                        "BounceSender": "⟦sender⟧", "OriginalMessageId": "⟦capture:message⟧",
                    ]),
            ], resource: "message")
    }

    /// Creates a rule with the action in a rule set of its own.
    private static func probe(_ action: Value) -> [Step] { [ruleSetCreated(), ruleWith("rule", action)] }

    private static func ruleWith(_ key: String, _ action: Value) -> Step {
        .setup(
            "CreateReceiptRule",
            ["Rule": ["Name": .text("⟦name:\(key)⟧"), "Actions": [action]], "RuleSetName": "⟦name:rule-set⟧"])
    }
}
