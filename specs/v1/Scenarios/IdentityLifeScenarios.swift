import SpecModel

/// Identities come, are listed and described, and go.
///
/// Source: API reference p. 9, p. 28, p. 34, p. 68 and p. 72.
extension SESv1 {
    static let identityLifeScenarios: [Scenario] = [
        addressLife, domainLife, addressVerifiedTwice, domainVerifiedTwice, identityDeletedTwice, othersStay,
        unknownAddressOfDomain, addressOfSpecialCharacters,
    ]

    /// A domain is verified, listed, and described with the token that verifying it gave.
    static let domainVerifiedAndSeen: [Step] = [
        Step(
            "verify", "VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"],
            expect: .result(["VerificationToken": "⟦token#1⟧"], .documented(page: 68))),
        Step(
            "list", "ListIdentities",
            expect: .result(["Identities": ["⟦name:domain⟧.example.com"]], .documented(page: 34)),
            paging: Paging()),
        Step(
            "attributes", "GetIdentityVerificationAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
            expect: .result(
                [
                    "VerificationAttributes": [
                        "⟦name:domain⟧.example.com": [
                            "VerificationStatus": "⟦one-of:Pending|Success⟧", "VerificationToken": "⟦token#1⟧",
                        ]
                    ]
                ], .documented(page: 28))),
    ]

    private static let addressLife = Scenario(
        "life-of-an-address", "VerifyEmailIdentity", title: "verifies an address, finds it, deletes it, misses it",
        requirement: "The service MUST list and describe an address from its verification to its deletion.",
        source: .documented(page: 72),
        steps: [
            Step(
                "verify", "VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"],
                expect: .result([:], voidVerification)),
            Step(
                "list", "ListIdentities",
                expect: .result(["Identities": ["⟦name:identity⟧@example.com"]], .documented(page: 34)),
                paging: Paging()),
            Step(
                "attributes", "GetIdentityVerificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "VerificationAttributes": [
                            "⟦name:identity⟧@example.com": ["VerificationStatus": "⟦one-of:Pending|Success⟧"]
                        ]
                    ], .documented(page: 28))),
            Step(
                "delete", "DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"],
                expect: .result([:], voidDeletion)),
            Step(
                "list-after", "ListIdentities", expect: .result(["Identities": []], .documented(page: 9)),
                paging: Paging()),
            Step(
                "attributes-after", "GetIdentityVerificationAttributes",
                ["Identities": ["⟦name:identity⟧@example.com"]],
                // That it is gone may be said by leaving it out or by its status.
                expect: leftOut(
                    "VerificationAttributes",
                    notStarted: Field("⟦name:identity⟧@example.com", ["VerificationStatus": "NotStarted"]), page: 81)),
        ]
    )

    private static let domainLife = Scenario(
        "life-of-a-domain", "VerifyDomainIdentity", title: "verifies a domain, finds it, deletes it, misses it",
        requirement: "The service MUST list and describe a domain, with one token, from its verification to its "
            + "deletion.",
        source: .documented(page: 68),
        steps: domainVerifiedAndSeen + [
            Step(
                "delete", "DeleteIdentity", ["Identity": "⟦name:domain⟧.example.com"],
                expect: .result([:], voidDeletion)),
            Step(
                "list-after", "ListIdentities", expect: .result(["Identities": []], .documented(page: 9)),
                paging: Paging()),
            Step(
                "attributes-after", "GetIdentityVerificationAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                expect: leftOut(
                    "VerificationAttributes",
                    notStarted: Field("⟦name:domain⟧.example.com", ["VerificationStatus": "NotStarted"]), page: 81)),
        ]
    )

    private static let addressVerifiedTwice = Scenario(
        "verified-twice", "VerifyEmailIdentity", title: "verifies an address that is there",
        requirement: "The service MUST list an address once, however often it is verified.",
        source: .documented(page: 34),
        setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
        steps: [
            Step(
                "again", "VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"],
                expect: .result([:], repeatable)),
            Step(
                "list", "ListIdentities",
                expect: .result(["Identities": ["⟦name:identity⟧@example.com"]], .documented(page: 34)),
                paging: Paging()),
        ]
    )

    private static let domainVerifiedTwice = Scenario(
        "verified-twice", "VerifyDomainIdentity", title: "verifies a domain that is there",
        requirement: "The service MUST list a domain once, however often it is verified.",
        source: .documented(page: 34),
        setup: [Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"])],
        steps: [
            Step(
                "again", "VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"],
                expect: .result(["VerificationToken": "⟦token⟧"], repeatable)),
            Step(
                "list", "ListIdentities",
                expect: .result(["Identities": ["⟦name:domain⟧.example.com"]], .documented(page: 34)),
                paging: Paging()),
        ]
    )

    private static let identityDeletedTwice = Scenario(
        "deleted-twice", "DeleteIdentity", title: "deletes an identity that is gone",
        requirement: "The service MUST answer the deletion of an identity that is gone like that of one that is there.",
        source: repeatable,
        setup: [
            Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            Step.setup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"]),
        ],
        steps: [
            Step(
                "again", "DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"],
                expect: .result([:], repeatable)),
            Step(
                "list", "ListIdentities", expect: .result(["Identities": []], .documented(page: 9)), paging: Paging()),
        ]
    )

    private static let othersStay = Scenario(
        "others-stay", "DeleteIdentity", title: "deletes a domain and finds an address of it",
        requirement: "The service MUST delete the identity that is named, and none else.",
        source: .documented(page: 9),
        setup: [
            Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
            Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@⟦name:domain⟧.example.com"]),
            Step.setup("DeleteIdentity", ["Identity": "⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "", "ListIdentities",
                expect: .result(
                    ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]], .documented(page: 9)),
                paging: Paging())
        ]
    )

    private static let unknownAddressOfDomain = Scenario(
        "unknown-address-of-a-domain", "DeleteIdentity",
        title: "deletes an address that was never verified, of a domain that was",
        requirement: "The service MUST answer in the API's form, whether it succeeds or not, and keep the domain.",
        source: .documented(page: 9),
        setup: [Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"])],
        steps: [
            Step(
                "delete", "DeleteIdentity", ["Identity": "⟦name:absent⟧@⟦name:domain⟧.example.com"],
                // The reference says neither; a probe of the service is said to have succeeded.
                expect: .anyOf([
                    .result([:], .documented(page: 9)),
                    .failure(Failure(["InvalidParameterValue", "ValidationError"], .documented(page: 97))),
                ])),
            Step(
                "list", "ListIdentities",
                expect: .result(["Identities": ["⟦name:domain⟧.example.com"]], .documented(page: 9)), paging: Paging()),
        ]
    )

    private static let addressOfSpecialCharacters = Scenario(
        "special-characters", "VerifyEmailIdentity", axis: .values,
        title: "verifies an address with characters that forms must escape",
        requirement: "The service MUST list an address as it was given.",
        source: .documented(page: 34),
        setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧+a_b.c-d@example.com"])],
        steps: [
            Step(
                "", "ListIdentities",
                expect: .result(["Identities": ["⟦name:identity⟧+a_b.c-d@example.com"]], .documented(page: 34)),
                paging: Paging())
        ]
    )

    private static let voidVerification = Evidence(
        .published, "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs", date: "2016-12")
    private static let voidDeletion = Evidence(
        .published, "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs", date: "2017-03")
    private static let repeatable = Evidence(.claimed, "floci-io/floci PR #723", date: "2026-05-06")
}
