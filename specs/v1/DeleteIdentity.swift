import SpecModel

/// Takes an address or a domain off the account's identities.
///
/// Source: API reference p. 9.
extension SESv1 {
    static let deleteIdentity = Operation(
        "DeleteIdentity", family: .identities, "Takes an address or a domain off the account's identities.", page: 9,
        parameters: [
            Member(
                "Identity", .string(format: .identity), required: true, "The address or domain to delete.",
                example: "⟦name:identity⟧@example.com")
        ],
        result: [],
        fixture: Fixture(
            setup: [
                Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
                Step(
                    "list-before", "ListIdentities",
                    expect: .result(["Identities": ["⟦name:identity⟧@example.com"]], .documented(page: 34)),
                    paging: Paging()),
            ],
            Evidence(.published, "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs", date: "2017-03"),
            effect: [
                Step(
                    "list", "ListIdentities", expect: .result(["Identities": []], .documented(page: 9)),
                    paging: Paging())
            ]
        ),
        observations: [
            Observation(
                "the identity is there", status: 200,
                Evidence(
                    .published,
                    "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs RequestId 88c79dfb-1472-11e7-94c4-4d1ecf50b91f",
                    date: "2017-03")),
            Observation(
                "the identity is not there", status: 200,
                Evidence(.claimed, "floci-io/floci PR #723", date: "2026-05-06")
            ),
        ]
    )
}
