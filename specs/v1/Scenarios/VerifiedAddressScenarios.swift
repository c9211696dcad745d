import SpecModel

/// The deprecated operations on verified addresses, and malformed addresses.
///
/// Source: API reference p. 16, p. 40 and p. 70.
extension SESv1 {
    static let verifiedAddressScenarios: [Scenario] = [
        verifiedAddressIsListed, malformedAddress, malformedIdentity,
    ]

    private static let verifiedAddressIsListed = Scenario(
        "verified-address", "ListVerifiedEmailAddresses", title: "lists an address that is verified",
        requirement: "The service MUST list every address that is verified.",
        source: .documented(page: 40), needs: [.verifiedIdentity],
        setup: [
            Step.setup("VerifyEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            verified,
        ],
        steps: [
            Step(
                "", "ListVerifiedEmailAddresses",
                expect: .result(["VerifiedEmailAddresses": ["⟦name:identity⟧@example.com"]], .documented(page: 40)))
        ],
        cleanup: [Step.cleanup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"])]
    )

    private static let malformedAddress = Scenario(
        "malformed-address", "VerifyEmailAddress", axis: .errors, title: "verifies what is no address",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: Evidence(.published, "aws/aws-sdk-js:features/ses/ses.feature (live suite)"),
        setup: [Step.setup("VerifyEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"])],
        steps: [
            Step(
                "", "VerifyEmailAddress", ["EmailAddress": "⟦name:absent⟧"],
                expect: .failure(
                    Failure(
                        ["InvalidParameterValue", "ValidationError"],
                        Evidence(.published, "aws/aws-sdk-js:features/ses/ses.feature (live suite)"))))
        ],
        cleanup: [Step.cleanup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"])]
    )

    /// The deprecated operation was seen to refuse it; its successor asks for an address as well (p. 72).
    private static let malformedIdentity = Scenario(
        "malformed-address", "VerifyEmailIdentity", axis: .errors, title: "verifies what is no address",
        requirement: "The service MUST refuse what is no address.",
        source: .derived("what VerifyEmailAddress was seen to refuse, in the operation that took its place"),
        setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
        steps: [
            Step(
                "", "VerifyEmailIdentity", ["EmailAddress": "⟦name:absent⟧"],
                expect: .failure(
                    Failure(
                        ["InvalidParameterValue", "ValidationError"],
                        .derived("what VerifyEmailAddress was seen to refuse, in the operation that took its place"))))
        ]
    )

    /// Blocks a case unless its address `⟦name:identity⟧@example.com` is verified.
    static let verified = Step(
        "verified", "GetIdentityVerificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
        expect: .result(
            ["VerificationAttributes": ["⟦name:identity⟧@example.com": ["VerificationStatus": "Success"]]],
            .documented(page: 81)))

    /// Blocks a case unless its domain `⟦name:domain⟧.example.com` is verified.
    static let verifiedDomain = Step(
        "verified", "GetIdentityVerificationAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
        expect: .result(
            [
                "VerificationAttributes": [
                    "⟦name:domain⟧.example.com": ["VerificationStatus": "Success", "VerificationToken": "⟦token⟧"]
                ]
            ], .documented(page: 81)))
}
