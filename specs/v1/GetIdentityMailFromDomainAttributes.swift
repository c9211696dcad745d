import SpecModel

/// Tells which custom MAIL FROM domains identities have.
///
/// Source: API reference p. 23.
extension SESv1 {
    static let getIdentityMailFromDomainAttributes = Operation(
        "GetIdentityMailFromDomainAttributes", family: .identities,
        "Tells which custom MAIL FROM domains identities have.", page: 23,
        parameters: [
            Member(
                "Identities",
                .list(of: .string(format: .identity), count: Bound(1...100, by: "API reference p. 23")), required: true,
                "Addresses and domains, 100 at most.", example: ["⟦name:identity⟧@⟦name:domain⟧.example.com"])
        ],
        result: [
            Member(
                "MailFromDomainAttributes", .map(.structure("IdentityMailFromDomainAttributes")), required: true,
                "The attributes by identity.")
        ],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@⟦name:domain⟧.example.com"]),
                Step.setup(
                    "SetIdentityMailFromDomain",
                    [
                        "Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com",
                        "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                        "BehaviorOnMXFailure": "UseDefaultValue",
                    ]),
            ],
            result: [
                "MailFromDomainAttributes": [
                    "⟦name:identity⟧@⟦name:domain⟧.example.com": [
                        "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                        "MailFromDomainStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure⟧",
                        "BehaviorOnMXFailure": "UseDefaultValue",
                    ]
                ]
            ],
            .documented(page: 80)
        ),
        observations: [
            Observation("identities with and without a MAIL FROM domain", status: 200, .derived("service model")),
            Observation(
                "no MAIL FROM domain: BehaviorOnMXFailure alone, UseDefaultValue (seen through v2)", status: 200,
                Evidence(.claimed, "floci-io/floci PR #1310", date: "2026-06-13")),
        ]
    )
}
