import SpecModel

/// One thing that a rule does with a mail; exactly one of its members is given.
///
/// Source: API reference p. 84.
/// Note: examples of the members that have a default give it, since nobody knows whether answers show it.
extension SESv1 {
    static let receiptAction = Structure(
        "ReceiptAction", "One thing that a rule does with a mail.", page: 84,
        members: [
            Member("AddHeaderAction", .structure("AddHeaderAction"), "Adds a header."),
            Member(
                "BounceAction", .structure("BounceAction"), "Answers with a bounce.", need: .verifiedIdentity),
            Member(
                "LambdaAction", .structure("LambdaAction"), "Calls a Lambda function.",
                example: ["FunctionArn": "⟦resource:lambda-function⟧", "InvocationType": "Event"],
                need: .lambdaFunction),
            Member("S3Action", .structure("S3Action"), "Stores the mail in a bucket.", need: .s3Bucket),
            Member(
                "SNSAction", .structure("SNSAction"), "Publishes the mail to a topic.",
                example: ["TopicArn": "⟦resource:publishable-topic⟧", "Encoding": "UTF-8"], need: .publishableTopic),
            Member("StopAction", .structure("StopAction"), "Ends the evaluation of the rule set."),
            Member(
                "WorkmailAction", .structure("WorkmailAction"), "Calls Amazon WorkMail.",
                need: .workmailOrganization),
            Member(
                "ConnectAction", .structure("ConnectAction"), "Starts a contact in Amazon Connect.", isLater: true,
                note: "needs an Amazon Connect instance, which no run has to offer"),
        ],
        rules: [
            .exactlyOne(
                [
                    "AddHeaderAction", "BounceAction", "LambdaAction", "S3Action", "SNSAction", "StopAction",
                    "WorkmailAction", "ConnectAction",
                ], source: "API reference p. 84")
        ])
}
