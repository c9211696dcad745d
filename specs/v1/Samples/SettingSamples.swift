import SpecModel

/// The reference's samples for DKIM, notifications and forwarding, with names of the case's own.
///
/// Source: API reference p. 21, p. 24, p. 56, p. 58, p. 61 and p. 66.
/// Note: of SetIdentityFeedbackForwardingEnabled, SetIdentityNotificationTopic and VerifyDomainDkim the answer is
/// lost in the text that this was made from; its form is that of recorded answers and of the service model.
extension SESv1 {
    static let settingSamples: [Scenario] = [
        getIdentityDkimAttributesSample, getIdentityNotificationAttributesSample, setIdentityDkimEnabledSample,
        setIdentityFeedbackForwardingEnabledSample, setIdentityNotificationTopicSample, verifyDomainDkimSample,
    ]

    /// Mended: the sample asks for example.com and answers for amazon.com, and `<value>` is not opened.
    private static let getIdentityDkimAttributesSample = Scenario(
        "reference-sample", "GetIdentityDkimAttributes", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 21),
        needs: [.verifiedIdentity],
        setup: [
            Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
            Step.setup("VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "", "GetIdentityDkimAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                expect: .result(
                    [
                        "DkimAttributes": [
                            "⟦name:domain⟧.example.com": [
                                "DkimEnabled": "⟦one-of:true|false⟧",
                                "DkimVerificationStatus":
                                    "⟦one-of:Pending|Success|Failed|TemporaryFailure|NotStarted⟧",
                                "DkimTokens": ["⟦token#1⟧", "⟦token#2⟧", "⟦token#3⟧"],
                            ]
                        ]
                    ], .documented(page: 22)))
        ]
    )

    /// Mended: `ForwardingEnabled` is closed in other letters, and the topics are not closed.
    private static let getIdentityNotificationAttributesSample = Scenario(
        "reference-sample", "GetIdentityNotificationAttributes", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 24),
        needs: [.verifiedIdentity, .snsTopic],
        setup: [
            Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            Step.setup(
                "SetIdentityNotificationTopic",
                [
                    "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Bounce",
                    "SnsTopic": "⟦resource:sns-topic⟧",
                ]),
            Step.setup(
                "SetIdentityNotificationTopic",
                [
                    "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Complaint",
                    "SnsTopic": "⟦resource:sns-topic⟧",
                ]),
            Step.setup(
                "SetIdentityNotificationTopic",
                [
                    "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Delivery",
                    "SnsTopic": "⟦resource:sns-topic⟧",
                ]),
        ],
        steps: [
            Step(
                "", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "NotificationAttributes": [
                            "⟦name:identity⟧@example.com": [
                                "ForwardingEnabled": "true", "BounceTopic": "⟦resource:sns-topic⟧",
                                "ComplaintTopic": "⟦resource:sns-topic⟧", "DeliveryTopic": "⟦resource:sns-topic⟧",
                            ]
                        ]
                    ], .documented(page: 25)))
        ]
    )

    /// The sample switches signing on for an address, whose domain must be set up before (p. 56).
    private static let setIdentityDkimEnabledSample = Scenario(
        "reference-sample", "SetIdentityDkimEnabled", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 56),
        needs: [.verifiedIdentity],
        setup: [
            Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]), verifiedDomain,
            Step.setup("VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"]),
            Step.setup("VerifyEmailIdentity", ["EmailAddress": "user@⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "", "SetIdentityDkimEnabled", ["DkimEnabled": true, "Identity": "user@⟦name:domain⟧.example.com"],
                expect: .result([:], .documented(page: 57)))
        ]
    )

    private static let setIdentityFeedbackForwardingEnabledSample = Scenario(
        "reference-sample", "SetIdentityFeedbackForwardingEnabled", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 58),
        needs: [.verifiedIdentity],
        setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
        steps: [
            Step(
                "", "SetIdentityFeedbackForwardingEnabled",
                ["ForwardingEnabled": true, "Identity": "⟦name:identity⟧@example.com"],
                expect: .result([:], .documented(page: 59)))
        ]
    )

    private static let setIdentityNotificationTopicSample = Scenario(
        "reference-sample", "SetIdentityNotificationTopic", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 61),
        needs: [.verifiedIdentity, .snsTopic],
        setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
        steps: [
            Step(
                "", "SetIdentityNotificationTopic",
                [
                    "Identity": "⟦name:identity⟧@example.com", "SnsTopic": "⟦resource:sns-topic⟧",
                    "NotificationType": "Bounce",
                ], expect: .result([:], .documented(page: 62)))
        ]
    )

    private static let verifyDomainDkimSample = Scenario(
        "reference-sample", "VerifyDomainDkim", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 66),
        setup: [Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"])],
        steps: [
            Step(
                "", "VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"],
                expect: .result(["DkimTokens": ["⟦token#1⟧", "⟦token#2⟧", "⟦token#3⟧"]], .documented(page: 67)))
        ]
    )
}
