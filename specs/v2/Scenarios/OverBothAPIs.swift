import SpecModel

/// What one API writes and the other reads: both have the same identities, policies and counters.
///
/// Source: API v2 reference; API reference.
extension SESv2 {
    static let scenariosOverBothAPIs: [Scenario] = [mailFromDomainRefused]

    /// A verified domain whose MAIL FROM domain has no MX record; blocks the case where the endpoint says otherwise.
    private static let rejectWithoutMXRecord = [
        Step.setup("CreateEmailIdentity", ["EmailIdentity": "⟦name:domain⟧.example.com"]),
        Step.setup(
            "SetIdentityMailFromDomain",
            [
                "Identity": "⟦name:domain⟧.example.com", "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                "BehaviorOnMXFailure": "RejectMessage",
            ], api: .v1),
        Step(
            "verified", "GetIdentityVerificationAttributes", ["Identities": ["⟦name:domain⟧.example.com"]], api: .v1,
            expect: .result(
                [
                    "VerificationAttributes": [
                        "⟦name:domain⟧.example.com": [
                            "VerificationStatus": "Success", "VerificationToken": "⟦optional⟧⟦token⟧",
                        ]
                    ]
                ], .documented(page: 28))),
        Step(
            "not-read", "GetIdentityMailFromDomainAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
            api: .v1,
            expect: .result(
                [
                    "MailFromDomainAttributes": [
                        "⟦name:domain⟧.example.com": [
                            "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                            "MailFromDomainStatus": "⟦one-of:Pending|Failed|TemporaryFailure⟧",
                            "BehaviorOnMXFailure": "RejectMessage",
                        ]
                    ]
                ], .documented(page: 80))),
    ]

    private static let mailFromDomainRefused = Scenario(
        "mail-from-domain-not-verified", "SendEmail", axis: .errors,
        title: "sends with a MAIL FROM domain whose MX record can't be read",
        requirement: "The service MUST refuse the mail where v1 set RejectMessage.",
        source: .documented(page: "GetEmailIdentity"), needs: [.verifiedIdentity],
        setup: [senderCreated, sentOnce] + rejectWithoutMXRecord,
        steps: [
            Step(
                "", "SendEmail",
                [
                    "FromEmailAddress": "somebody@⟦name:domain⟧.example.com", "Destination": oneRecipient,
                    "Content": simpleContent,
                ],
                expect: .failure(
                    Failure(
                        ["MailFromDomainNotVerified", "MailFromDomainNotVerifiedException"],
                        .documented(page: "GetEmailIdentity"))))
        ]
    )
}
