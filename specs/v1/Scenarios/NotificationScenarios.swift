import SpecModel

/// Notification topics, and the forwarding of bounces and complaints.
///
/// Source: API reference p. 58, p. 61 and p. 80.
extension SESv1 {
    static let notificationScenarios: [Scenario] = [
        topicOfEachType, topicCleared, topicNeverSet, forwardingNeedsTopics, forwardingNeedsBothTopics,
        forwardingOffAndOn,
    ]

    private static let verifyAddress = Step.setup(
        "VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])

    private static let setBounceTopic = Step.setup(
        "SetIdentityNotificationTopic",
        [
            "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Bounce",
            "SnsTopic": "⟦resource:sns-topic⟧",
        ])

    private static let setComplaintTopic = Step.setup(
        "SetIdentityNotificationTopic",
        [
            "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Complaint",
            "SnsTopic": "⟦resource:sns-topic⟧",
        ])

    private static let done = Evidence(.published, "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs", date: "2017-03")

    private static let topicOfEachType = Scenario(
        "each-type", "SetIdentityNotificationTopic", title: "sets the topics one after the other and reads each time",
        requirement: "The service MUST keep a topic for each type of notification.",
        source: .documented(page: 61), needs: [.verifiedIdentity, .snsTopic], setup: [verifyAddress],
        steps: [
            Step(
                "set-delivery", "SetIdentityNotificationTopic",
                [
                    "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Delivery",
                    "SnsTopic": "⟦resource:sns-topic⟧",
                ], expect: .result([:], done)),
            Step(
                "read-delivery", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "NotificationAttributes": [
                            "⟦name:identity⟧@example.com": [
                                "ForwardingEnabled": "true", "DeliveryTopic": "⟦resource:sns-topic⟧",
                            ]
                        ]
                    ], .documented(page: 80))),
            Step(
                "set-bounce", "SetIdentityNotificationTopic",
                [
                    "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Bounce",
                    "SnsTopic": "⟦resource:sns-topic⟧",
                ], expect: .result([:], done)),
            Step(
                "read-bounce", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "NotificationAttributes": [
                            "⟦name:identity⟧@example.com": [
                                "ForwardingEnabled": "true", "DeliveryTopic": "⟦resource:sns-topic⟧",
                                "BounceTopic": "⟦resource:sns-topic⟧",
                            ]
                        ]
                    ], .documented(page: 80))),
            Step(
                "set-complaint", "SetIdentityNotificationTopic",
                [
                    "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Complaint",
                    "SnsTopic": "⟦resource:sns-topic⟧",
                ], expect: .result([:], done)),
            Step(
                "read-complaint", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "NotificationAttributes": [
                            "⟦name:identity⟧@example.com": [
                                "ForwardingEnabled": "true", "DeliveryTopic": "⟦resource:sns-topic⟧",
                                "BounceTopic": "⟦resource:sns-topic⟧", "ComplaintTopic": "⟦resource:sns-topic⟧",
                            ]
                        ]
                    ], .documented(page: 80))),
        ]
    )

    private static let topicCleared = Scenario(
        "cleared", "SetIdentityNotificationTopic", title: "clears a topic by leaving it out",
        requirement: "The service MUST forget that topic, and no other.",
        source: .documented(page: 61), needs: [.verifiedIdentity, .snsTopic],
        setup: [verifyAddress, setBounceTopic, setComplaintTopic],
        steps: [
            Step(
                "clear", "SetIdentityNotificationTopic",
                ["Identity": "⟦name:identity⟧@example.com", "NotificationType": "Bounce"], expect: .result([:], done)),
            Step(
                "read", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "NotificationAttributes": [
                            "⟦name:identity⟧@example.com": [
                                "ForwardingEnabled": "true", "ComplaintTopic": "⟦resource:sns-topic⟧",
                            ]
                        ]
                    ], .documented(page: 61))),
        ]
    )

    private static let topicNeverSet = Scenario(
        "cleared-without-topic", "SetIdentityNotificationTopic", title: "clears a topic that was never set",
        requirement: "The service MUST take the absence of a topic for the wish to have none.",
        source: .documented(page: 61), needs: [.verifiedIdentity], setup: [verifyAddress],
        steps: [
            Step(
                "clear", "SetIdentityNotificationTopic",
                ["Identity": "⟦name:identity⟧@example.com", "NotificationType": "Bounce"], expect: .result([:], done)),
            Step(
                "read", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    ["NotificationAttributes": ["⟦name:identity⟧@example.com": ["ForwardingEnabled": "true"]]],
                    .documented(page: 61))),
        ]
    )

    /// The reference says that it is refused, and not with which code.
    private static let forwardingRefused = Expectation.failure(
        Failure(["InvalidParameterValue", "ValidationError", "InvalidParameterCombination"], .documented(page: 58)))

    private static let forwardingNeedsTopics = Scenario(
        "off-without-topics", "SetIdentityFeedbackForwardingEnabled", axis: .values,
        title: "switches forwarding off where there are no topics",
        requirement: "The service MUST refuse it.",
        source: .documented(page: 58), needs: [.verifiedIdentity],
        setup: [
            verifyAddress,
            Step.setup(
                "SetIdentityFeedbackForwardingEnabled",
                ["Identity": "⟦name:identity⟧@example.com", "ForwardingEnabled": true]),
        ],
        steps: [
            Step(
                "", "SetIdentityFeedbackForwardingEnabled",
                ["Identity": "⟦name:identity⟧@example.com", "ForwardingEnabled": false], expect: forwardingRefused)
        ]
    )

    private static let forwardingNeedsBothTopics = Scenario(
        "off-with-one-topic", "SetIdentityFeedbackForwardingEnabled", axis: .values,
        title: "switches forwarding off where there is a topic for bounces only",
        requirement: "The service MUST refuse it.",
        source: .documented(page: 58), needs: [.verifiedIdentity, .snsTopic],
        setup: [
            verifyAddress, setBounceTopic,
            Step.setup(
                "SetIdentityFeedbackForwardingEnabled",
                ["Identity": "⟦name:identity⟧@example.com", "ForwardingEnabled": true]),
        ],
        steps: [
            Step(
                "", "SetIdentityFeedbackForwardingEnabled",
                ["Identity": "⟦name:identity⟧@example.com", "ForwardingEnabled": false], expect: forwardingRefused)
        ]
    )

    private static let forwardingOffAndOn = Scenario(
        "off-and-on", "SetIdentityFeedbackForwardingEnabled",
        title: "switches forwarding off, where there are both topics, and on again",
        requirement: "The service MUST give the setting that was made last.",
        source: .documented(page: 58), needs: [.verifiedIdentity, .snsTopic],
        setup: [verifyAddress, setBounceTopic, setComplaintTopic],
        steps: [
            Step(
                "off", "SetIdentityFeedbackForwardingEnabled",
                ["Identity": "⟦name:identity⟧@example.com", "ForwardingEnabled": false], expect: .result([:], done)),
            Step(
                "read-off", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "NotificationAttributes": [
                            "⟦name:identity⟧@example.com": [
                                "ForwardingEnabled": "false", "BounceTopic": "⟦resource:sns-topic⟧",
                                "ComplaintTopic": "⟦resource:sns-topic⟧",
                            ]
                        ]
                    ], .documented(page: 80))),
            Step(
                "on", "SetIdentityFeedbackForwardingEnabled",
                ["Identity": "⟦name:identity⟧@example.com", "ForwardingEnabled": true], expect: .result([:], done)),
            Step(
                "read-on", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "NotificationAttributes": [
                            "⟦name:identity⟧@example.com": [
                                "ForwardingEnabled": "true", "BounceTopic": "⟦resource:sns-topic⟧",
                                "ComplaintTopic": "⟦resource:sns-topic⟧",
                            ]
                        ]
                    ], .documented(page: 80))),
        ]
    )
}
