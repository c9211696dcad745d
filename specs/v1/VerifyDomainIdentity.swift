import SpecModel

/// Adds a domain to the account's identities and starts its verification.
///
/// Source: API reference p. 68.
extension SESv1 {
    static let verifyDomainIdentity = Operation(
        "VerifyDomainIdentity", family: .identities,
        "Adds a domain to the account's identities and starts its verification.", page: 68,
        parameters: [
            Member(
                "Domain", .string(format: .domain), required: true, "The domain.",
                example: "⟦name:domain⟧.example.com")
        ],
        result: [
            Member(
                "VerificationToken", .string(format: .verificationToken), required: true,
                "What the domain's TXT record must hold.")
        ],
        undo: Undo("DeleteIdentity", [(name: "Identity", from: "Domain")]),
        fixture: Fixture(
            result: ["VerificationToken": "⟦token⟧"],
            .documented(page: 68),
            effect: [
                Step(
                    "list", "ListIdentities",
                    expect: .result(["Identities": ["⟦input:Domain⟧"]], .documented(page: 34)), paging: Paging())
            ]
        ),
        observations: [Observation("a domain", status: 200, .documented(page: 68))]
    )
}
