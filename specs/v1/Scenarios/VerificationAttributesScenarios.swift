import SpecModel

/// Attributes of several identities, and of unknown ones.
///
/// Source: API reference p. 21, p. 23, p. 24 and p. 28.
/// Note: the reference does not say what is answered for an identity that there is not. That it is left out is what
/// tests against the real service look for after a deletion; for notification attributes it is claimed, and taken over
/// from there for the MAIL FROM domain.
extension SESv1 {
    static let verificationAttributesScenarios: [Scenario] = [
        verificationOfBoth, verificationOfUnknown, dkimOfUnknown, mailFromOfUnknown, mailFromNeverSet,
        notificationsOfUnknown, notificationsOfBoth,
    ]

    private static let verificationOfBoth = Scenario(
        "address-and-domain", "GetIdentityVerificationAttributes", axis: .shape,
        title: "asks for an address and a domain at once",
        requirement: "The service MUST give a token for the domain and none for the address.",
        source: Evidence(.published, "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs", date: "2016-12"),
        setup: [
            Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "", "GetIdentityVerificationAttributes",
                ["Identities": ["⟦name:identity⟧@example.com", "⟦name:domain⟧.example.com"]],
                expect: .result(
                    [
                        "VerificationAttributes": [
                            "⟦name:identity⟧@example.com": ["VerificationStatus": "⟦one-of:Pending|Success⟧"],
                            "⟦name:domain⟧.example.com": [
                                "VerificationStatus": "⟦one-of:Pending|Success⟧", "VerificationToken": "⟦token⟧",
                            ],
                        ]
                    ], Evidence(.published, "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs", date: "2016-12")))
        ]
    )

    private static let leftOut = Evidence(
        .modelled, "an unknown identity is left out, as it is claimed for GetIdentityNotificationAttributes")

    private static let verificationOfUnknown = Scenario(
        "unknown-identity", "GetIdentityVerificationAttributes", title: "asks for an identity that there is not",
        requirement: "The service MUST NOT describe the identity as one that is there.", source: absentFromTheMap,
        steps: [
            Step(
                "", "GetIdentityVerificationAttributes", ["Identities": ["⟦name:absent⟧@example.com"]],
                expect: leftOut(
                    "VerificationAttributes",
                    notStarted: Field("⟦name:absent⟧@example.com", ["VerificationStatus": "NotStarted"]), page: 81))
        ]
    )

    private static let dkimOfUnknown = Scenario(
        "unknown-identity", "GetIdentityDkimAttributes", title: "asks for an identity that there is not",
        requirement: "The service MUST NOT describe the identity as one that is there.", source: absentFromTheMap,
        steps: [
            Step(
                "", "GetIdentityDkimAttributes", ["Identities": ["⟦name:absent⟧.example.com"]],
                expect: leftOut(
                    "DkimAttributes",
                    notStarted: Field(
                        "⟦name:absent⟧.example.com", ["DkimEnabled": "false", "DkimVerificationStatus": "NotStarted"]),
                    page: 79))
        ]
    )

    private static let mailFromOfUnknown = Scenario(
        "unknown-identity", "GetIdentityMailFromDomainAttributes", title: "asks for an identity that there is not",
        requirement: "The service MUST leave the identity out.", source: leftOut,
        steps: [
            Step(
                "", "GetIdentityMailFromDomainAttributes", ["Identities": ["⟦name:absent⟧.example.com"]],
                expect: .result(["MailFromDomainAttributes": [:]], leftOut))
        ]
    )

    private static let mailFromNeverSet = Scenario(
        "never-set", "GetIdentityMailFromDomainAttributes", title: "asks for an identity without a MAIL FROM domain",
        requirement: "The service MUST answer BehaviorOnMXFailure alone, UseDefaultValue.",
        source: Evidence(.claimed, "floci-io/floci PR #1310", date: "2026-06-13"), needs: [.verifiedIdentity],
        setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
        steps: [
            Step(
                "", "GetIdentityMailFromDomainAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "MailFromDomainAttributes": [
                            "⟦name:identity⟧@example.com": ["BehaviorOnMXFailure": "UseDefaultValue"]
                        ]
                    ], Evidence(.claimed, "floci-io/floci PR #1310", date: "2026-06-13")))
        ]
    )

    private static let notificationsOfUnknown = Scenario(
        "unknown-identity", "GetIdentityNotificationAttributes", title: "asks for an identity that there is not",
        requirement: "The service MUST leave the identity out.",
        source: Evidence(.claimed, "floci-io/floci PR #1338", date: "2026-06-13"),
        steps: [
            Step(
                "", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:absent⟧@example.com"]],
                expect: .result(
                    ["NotificationAttributes": [:]],
                    Evidence(.claimed, "floci-io/floci PR #1338", date: "2026-06-13")))
        ]
    )

    private static let notificationsOfBoth = Scenario(
        "known-and-unknown", "GetIdentityNotificationAttributes",
        title: "asks for an identity that there is and one that there is not",
        requirement: "The service MUST leave out the identity that there is not.",
        source: Evidence(.claimed, "floci-io/floci PR #1338", date: "2026-06-13"), needs: [.verifiedIdentity],
        setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
        steps: [
            Step(
                "", "GetIdentityNotificationAttributes",
                ["Identities": ["⟦name:absent⟧@example.com", "⟦name:identity⟧@example.com"]],
                expect: .result(
                    ["NotificationAttributes": ["⟦name:identity⟧@example.com": ["ForwardingEnabled": "true"]]],
                    Evidence(.claimed, "floci-io/floci PR #1338", date: "2026-06-13")))
        ]
    )
}
