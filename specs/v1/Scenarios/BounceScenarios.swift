import SpecModel

/// Received mail is bounced by type or by the fields of a notification.
extension SESv1 {
    static let bounceScenarios: [Scenario] = [
        Scenario(
            "fields-without-type", "SendBounce", axis: .values, title: "describes the bounce by its fields alone",
            requirement: "The service MUST accept RecipientDsnFields in place of BounceType.",
            source: .documented(page: 77), needs: [.receivingRegion, .verifiedIdentity, .receivedMail],
            setup: [senderVerified],
            steps: [
                Step(
                    "", "SendBounce",
                    [
                        "BouncedRecipientInfoList": [
                            ["Recipient": "⟦sender⟧", "RecipientDsnFields": ["Action": "failed", "Status": "5.1.1"]]
                        ],
                        "BounceSender": "⟦sender⟧", "OriginalMessageId": "⟦resource:received-mail⟧",
                    ], expect: .result(["MessageId": "⟦message-id⟧"], .documented(page: 46)))
            ])
    ]
}
