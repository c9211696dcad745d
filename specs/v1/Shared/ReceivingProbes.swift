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
                + probe(["SNSAction": ["TopicArn": "⟦resource:publishable-topic⟧", "Encoding": "UTF-8"]])
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
            steps: probe([
                "LambdaAction": ["FunctionArn": "⟦resource:lambda-function⟧", "InvocationType": "Event"]
            ])),
        NeedProbe(
            .workmailOrganization,
            steps: probe(["WorkmailAction": ["OrganizationArn": "⟦resource:workmail-organization⟧"]])),
        NeedProbe(
            .receivedMail,
            steps: [
                senderVerified,
                .setup(
                    "SendEmail",
                    [
                        "Source": "⟦sender⟧", "Destination": ["ToAddresses": ["⟦sender⟧"]],
                        "Message": ["Subject": ["Data": "to be bounced"], "Body": ["Text": ["Data": "to be bounced"]]],
                    ], captures: ["message": "MessageId"]),
                .setup(
                    "SendBounce",
                    [
                        "BouncedRecipientInfoList": [["Recipient": "⟦sender⟧", "BounceType": "DoesNotExist"]],
                        "BounceSender": "⟦sender⟧", "OriginalMessageId": "⟦capture:message⟧",
                    ]),
            ], resource: "message"),
    ]

    /// Creates a rule with the action in a rule set of its own.
    private static func probe(_ action: Value) -> [Step] { [ruleSetCreated(), ruleWith("rule", action)] }

    private static func ruleWith(_ key: String, _ action: Value) -> Step {
        .setup(
            "CreateReceiptRule",
            ["Rule": ["Name": .text("⟦name:\(key)⟧"), "Actions": [action]], "RuleSetName": "⟦name:rule-set⟧"])
    }
}
