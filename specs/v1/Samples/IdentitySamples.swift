import SpecModel

/// The reference's samples for identities, with names of the case's own.
///
/// Source: API reference p. 9, p. 16, p. 28, p. 34, p. 40, p. 68, p. 70 and p. 72.
/// Note: parameters that sign the request are left out, as the header signs it. Of DeleteVerifiedEmailAddress,
/// ListIdentities, ListVerifiedEmailAddresses and VerifyDomainIdentity the answer is lost in the text that this
/// was made from; its form is that of recorded answers and of the service model.
extension SESv1 {
    static let identitySamples: [Scenario] = [
        deleteIdentitySample, deleteVerifiedEmailAddressSample, getIdentityVerificationAttributesSample,
        listIdentitiesSample, listVerifiedEmailAddressesSample, verifyDomainIdentitySample, verifyEmailAddressSample,
        verifyEmailIdentitySample,
    ]

    private static let deleteIdentitySample = Scenario(
        "reference-sample", "DeleteIdentity", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 9),
        setup: [Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"])],
        steps: [
            Step(
                "", "DeleteIdentity", ["Identity": "⟦name:domain⟧.example.com"],
                expect: .result([:], .documented(page: 9)))
        ]
    )

    private static let deleteVerifiedEmailAddressSample = Scenario(
        "reference-sample", "DeleteVerifiedEmailAddress", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 16),
        setup: [Step.setup("VerifyEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"])],
        steps: [
            Step(
                "", "DeleteVerifiedEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"],
                expect: .result([:], .documented(page: 16)))
        ],
        cleanup: [Step.cleanup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"])]
    )

    /// The sample's address is of the sample's domain, and the domain's answer comes first.
    private static let getIdentityVerificationAttributesSample = Scenario(
        "reference-sample", "GetIdentityVerificationAttributes", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 28),
        setup: [
            Step.setup("VerifyEmailIdentity", ["EmailAddress": "user@⟦name:domain⟧.example.com"]),
            Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "", "GetIdentityVerificationAttributes",
                ["Identities": ["user@⟦name:domain⟧.example.com", "⟦name:domain⟧.example.com"]],
                expect: .result(
                    [
                        "VerificationAttributes": [
                            "⟦name:domain⟧.example.com": [
                                "VerificationStatus": "⟦one-of:Pending|Success⟧", "VerificationToken": "⟦token⟧",
                            ],
                            "user@⟦name:domain⟧.example.com": ["VerificationStatus": "⟦one-of:Pending|Success⟧"],
                        ]
                    ], .documented(page: 29)))
        ]
    )

    private static let listIdentitiesSample = Scenario(
        "reference-sample", "ListIdentities", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 34),
        setup: [
            Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "", "ListIdentities",
                expect: .result(
                    ["Identities": ["⟦name:identity⟧@example.com", "⟦name:domain⟧.example.com"]],
                    .documented(page: 34)), paging: Paging())
        ]
    )

    private static let listVerifiedEmailAddressesSample = Scenario(
        "reference-sample", "ListVerifiedEmailAddresses", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 40),
        needs: [.verifiedIdentity],
        setup: [Step.setup("VerifyEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"]), verified],
        steps: [
            Step(
                "", "ListVerifiedEmailAddresses",
                expect: .result(["VerifiedEmailAddresses": ["⟦name:identity⟧@example.com"]], .documented(page: 40)))
        ],
        cleanup: [Step.cleanup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"])]
    )

    private static let verifyDomainIdentitySample = Scenario(
        "reference-sample", "VerifyDomainIdentity", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 68),
        steps: [
            Step(
                "", "VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"],
                expect: .result(["VerificationToken": "⟦token⟧"], .documented(page: 68)))
        ]
    )

    private static let verifyEmailAddressSample = Scenario(
        "reference-sample", "VerifyEmailAddress", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 70),
        steps: [
            Step(
                "", "VerifyEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"],
                expect: .result([:], .documented(page: 71)))
        ],
        cleanup: [Step.cleanup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"])]
    )

    private static let verifyEmailIdentitySample = Scenario(
        "reference-sample", "VerifyEmailIdentity", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 72),
        steps: [
            Step(
                "", "VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"],
                expect: .result([:], .documented(page: 72)))
        ]
    )
}
