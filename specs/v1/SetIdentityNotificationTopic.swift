import SpecModel

/// Sets or clears the topic that one type of notification about an identity's mail goes to.
///
/// Source: API reference p. 61.
extension SESv1 {
    static let setIdentityNotificationTopic = Operation(
        "SetIdentityNotificationTopic", family: .identities,
        "Sets or clears the SNS topic for one type of notification about an identity's mail.", page: 61,
        parameters: [
            Member(
                "Identity", .string(format: .identity), required: true, "The address or domain, by name or ARN.",
                example: "⟦name:identity⟧@example.com"),
            Member(
                "NotificationType", .enumeration(["Bounce", "Complaint", "Delivery"]), required: true,
                "The type of notification.", example: "Bounce"),
            Member(
                "SnsTopic", .string(format: .arn), "The topic's ARN; none clears the topic.",
                example: "⟦resource:sns-topic⟧", need: .snsTopic),
        ],
        result: [],
        fixture: Fixture(
            needs: [.verifiedIdentity, .snsTopic],
            setup: [
                Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
                // So that a request without a topic has something to clear.
                Step.setup(
                    "SetIdentityNotificationTopic",
                    [
                        "Identity": "⟦name:identity⟧@example.com", "NotificationType": "⟦input:NotificationType⟧",
                        "SnsTopic": "⟦resource:sns-topic⟧",
                    ]),
            ],
            Evidence(.published, "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs", date: "2017-03"),
            effect: [
                // Only requests with the example's type, Bounce, send a topic; the others clear theirs.
                Step(
                    "read", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                    expect: .result(
                        [
                            "NotificationAttributes": [
                                "⟦name:identity⟧@example.com": [
                                    "ForwardingEnabled": "true", "BounceTopic": .echo("SnsTopic"),
                                ]
                            ]
                        ], .documented(page: 80)))
            ]
        ),
        observations: [
            Observation(
                "the identity is there", status: 200,
                Evidence(
                    .published,
                    "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs RequestId 3d3f811a-1484-11e7-b9b1-db4762b6c4db",
                    date: "2017-03"))
        ]
    )
}
