import SpecModel

/// Gives the tokens by which a domain is set up for Easy DKIM.
///
/// Source: API reference p. 66.
/// Note: that the tokens are three is from the reference's samples; that they stay the same and that the
/// domain becomes an identity is said by floci-io/floci PR #1904.
extension SESv1 {
    static let verifyDomainDkim = Operation(
        "VerifyDomainDkim", family: .identities, "Gives the tokens by which a domain is set up for Easy DKIM.",
        page: 66,
        parameters: [
            Member(
                "Domain", .string(format: .domain), required: true, "The domain.",
                example: "⟦name:domain⟧.example.com")
        ],
        result: [
            Member(
                "DkimTokens", .list(of: .string(format: .dkimToken)), required: true,
                "What the domain's CNAME records are made from, in no order.")
        ],
        undo: Undo("DeleteIdentity", [(name: "Identity", from: "Domain")]),
        fixture: Fixture(
            setup: [Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"])],
            result: ["DkimTokens": ["⟦token#1⟧", "⟦token#2⟧", "⟦token#3⟧"]],
            .documented(page: 66)
        ),
        observations: [
            Observation("the domain is an identity: three tokens", status: 200, .documented(page: 66)),
            Observation(
                "the domain is no identity yet: it becomes one that is pending, and the tokens stay the same",
                status: 200, Evidence(.claimed, "floci-io/floci PR #1904", date: "2026-07-18")),
        ]
    )
}
