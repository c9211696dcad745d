import SpecModel

/// Easy DKIM.
///
/// Source: API reference p. 21, p. 56, p. 66 and p. 79.
extension SESv1 {
    static let dkimScenarios: [Scenario] = [
        tokensAreShown, tokensAreStable, dkimOffAndOn, dkimOfAddress, dkimNeverSetUp,
    ]

    private static let threeTokens: Value = ["⟦token#1⟧", "⟦token#2⟧", "⟦token#3⟧"]
    private static let anyDkimStatus: Value = "⟦one-of:Pending|Success|Failed|TemporaryFailure|NotStarted⟧"

    private static let verifyDomain = Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"])

    private static let tokensAreShown = Scenario(
        "tokens-are-shown", "VerifyDomainDkim", title: "sets up Easy DKIM and reads the tokens",
        requirement: "The service MUST give three tokens, and the same among the domain's attributes.",
        source: .documented(page: 66), needs: [.verifiedIdentity], setup: [verifyDomain],
        steps: [
            Step(
                "verify", "VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"],
                expect: .result(["DkimTokens": threeTokens], .documented(page: 66))),
            Step(
                "read", "GetIdentityDkimAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                expect: .result(
                    [
                        "DkimAttributes": [
                            "⟦name:domain⟧.example.com": [
                                "DkimEnabled": "⟦one-of:true|false⟧", "DkimVerificationStatus": anyDkimStatus,
                                "DkimTokens": threeTokens,
                            ]
                        ]
                    ], .documented(page: 79))),
        ]
    )

    private static let tokensAreStable = Scenario(
        "tokens-are-stable", "VerifyDomainDkim", title: "asks for the tokens twice",
        requirement: "The service MUST give the same tokens again.",
        source: Evidence(.claimed, "floci-io/floci PR #1904", date: "2026-07-18"), setup: [verifyDomain],
        steps: [
            Step(
                "first", "VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"],
                expect: .result(["DkimTokens": threeTokens], .documented(page: 66))),
            Step(
                "second", "VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"],
                expect: .result(
                    ["DkimTokens": threeTokens], Evidence(.claimed, "floci-io/floci PR #1904", date: "2026-07-18"))),
        ]
    )

    private static func signing(_ isEnabled: Value) -> Expectation {
        .result(
            [
                "DkimAttributes": [
                    "⟦name:domain⟧.example.com": [
                        "DkimEnabled": isEnabled, "DkimVerificationStatus": anyDkimStatus, "DkimTokens": threeTokens,
                    ]
                ]
            ], .documented(page: 79))
    }

    private static let dkimOffAndOn = Scenario(
        "off-and-on", "SetIdentityDkimEnabled", title: "switches signing off and on again",
        requirement: "The service MUST give the setting that was made last.",
        source: .documented(page: 56), needs: [.verifiedIdentity],
        setup: [
            verifyDomain, verifiedDomain, Step.setup("VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "off", "SetIdentityDkimEnabled", ["Identity": "⟦name:domain⟧.example.com", "DkimEnabled": false],
                expect: .result([:], .documented(page: 57))),
            Step(
                "read-off", "GetIdentityDkimAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                expect: signing("false")),
            Step(
                "on", "SetIdentityDkimEnabled", ["Identity": "⟦name:domain⟧.example.com", "DkimEnabled": true],
                expect: .result([:], .documented(page: 57))),
            Step(
                "read-on", "GetIdentityDkimAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                expect: signing("true")),
        ]
    )

    private static let dkimOfAddress = Scenario(
        "address-of-a-domain", "GetIdentityDkimAttributes", title: "asks for an address of a domain that is set up",
        requirement: "The service MUST give the domain's tokens.",
        source: Evidence(.claimed, "floci-io/floci PR #1904", date: "2026-07-18"), needs: [.verifiedIdentity],
        setup: [
            verifyDomain, Step.setup("VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"]),
            Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "domain", "GetIdentityDkimAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                expect: signing("⟦one-of:true|false⟧")),
            // The reference says both that the tokens are given for addresses (p. 21) and that they are not (p. 79).
            Step(
                "address", "GetIdentityDkimAttributes",
                ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]],
                expect: .result(
                    [
                        "DkimAttributes": [
                            "⟦name:identity⟧@⟦name:domain⟧.example.com": [
                                "DkimEnabled": "⟦one-of:true|false⟧", "DkimVerificationStatus": anyDkimStatus,
                                "DkimTokens": threeTokens,
                            ]
                        ]
                    ], Evidence(.claimed, "floci-io/floci PR #1904", date: "2026-07-18"))),
        ]
    )

    private static let statusWithoutTokens: Value = "⟦one-of:NotStarted|Pending|Failed|TemporaryFailure⟧"

    /// `Success` says that the tokens were found in the domain's DNS: of tokens that nobody was given, it can't be.
    private static let dkimNeverSetUp = Scenario(
        "never-set-up", "GetIdentityDkimAttributes", title: "asks for a domain that Easy DKIM was never set up for",
        requirement: "The service MUST NOT say that it found DKIM tokens that it never gave.",
        source: .documented(page: 79), setup: [verifyDomain],
        steps: [
            Step(
                "", "GetIdentityDkimAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                expect: .anyOf([
                    .result(
                        [
                            "DkimAttributes": [
                                "⟦name:domain⟧.example.com": [
                                    "DkimEnabled": "⟦one-of:true|false⟧", "DkimVerificationStatus": statusWithoutTokens,
                                    "DkimTokens": "⟦optional⟧",
                                ]
                            ]
                        ], .documented(page: 79)),
                    .result(
                        [
                            "DkimAttributes": [
                                "⟦name:domain⟧.example.com": [
                                    "DkimEnabled": "⟦one-of:true|false⟧", "DkimVerificationStatus": statusWithoutTokens,
                                    "DkimTokens": threeTokens,
                                ]
                            ]
                        ], .documented(page: 79)),
                ]))
        ]
    )
}
