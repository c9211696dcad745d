import SpecModel

/// Tells how far Easy DKIM is set up for identities.
///
/// Source: API reference p. 21.
extension SESv1 {
    static let getIdentityDkimAttributes = Operation(
        "GetIdentityDkimAttributes", family: .identities, "Tells how far Easy DKIM is set up for identities.", page: 21,
        parameters: [
            Member(
                "Identities",
                .list(of: .string(format: .identity), count: Bound(1...100, by: "API reference p. 21")), required: true,
                "Verified addresses and domains, 100 at most.", example: ["⟦name:domain⟧.example.com"])
        ],
        result: [
            Member(
                "DkimAttributes", .map(.structure("IdentityDkimAttributes")), required: true,
                "The attributes by identity.")
        ],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
                Step.setup("VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"]),
            ],
            result: [
                "DkimAttributes": [
                    "⟦name:domain⟧.example.com": [
                        // Nothing says whether signing is on as soon as there are tokens.
                        "DkimEnabled": "⟦one-of:true|false⟧",
                        "DkimVerificationStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure|NotStarted⟧",
                        "DkimTokens": ["⟦token#1⟧", "⟦token#2⟧", "⟦token#3⟧"],
                    ]
                ]
            ],
            .documented(page: 21)
        ),
        observations: [
            Observation("a domain with tokens", status: 200, .documented(page: 21)),
            Observation(
                "an address below a domain that is set up: the domain's attributes", status: 200,
                Evidence(.claimed, "floci-io/floci PR #1904", date: "2026-07-18")),
        ]
    )
}
