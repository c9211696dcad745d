import SpecModel

/// Switches Easy DKIM signing on or off for an identity.
///
/// Source: API reference p. 56.
/// Note: for an address only if its domain is set up for Easy DKIM; hence a domain in the examples.
extension SESv1 {
    static let setIdentityDkimEnabled = Operation(
        "SetIdentityDkimEnabled", family: .identities, "Switches Easy DKIM signing on or off for an identity.",
        page: 56,
        parameters: [
            Member(
                "DkimEnabled", .boolean, required: true, "Whether mail from the identity is to be signed.",
                example: false),
            Member(
                "Identity", .string(format: .identity), required: true, "The address or domain.",
                example: "⟦name:domain⟧.example.com"),
        ],
        result: [],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
                // In 2012 the service refused it for identities that were not verified (boto's live suite).
                verifiedDomain,
                Step.setup("VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"]),
            ],
            .documented(page: 56),
            effect: [
                Step(
                    "read", "GetIdentityDkimAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                    expect: .result(
                        [
                            "DkimAttributes": [
                                "⟦name:domain⟧.example.com": [
                                    "DkimEnabled": .echo("DkimEnabled"),
                                    "DkimVerificationStatus":
                                        "⟦one-of:Pending|Success|Failed|TemporaryFailure|NotStarted⟧",
                                    "DkimTokens": ["⟦token#1⟧", "⟦token#2⟧", "⟦token#3⟧"],
                                ]
                            ]
                        ], .documented(page: 79)))
            ]
        ),
        observations: [Observation("the identity may be signed for", status: 200, .documented(page: 56))]
    )
}
