import SpecModel

/// Tells how far the verification of identities is.
///
/// Source: API reference p. 28.
extension SESv1 {
    static let getIdentityVerificationAttributes = Operation(
        "GetIdentityVerificationAttributes", family: .identities, "Tells how far the verification of identities is.",
        page: 28,
        parameters: [
            Member(
                "Identities",
                .list(of: .string(format: .identity), count: Bound(1...100, by: "API reference p. 28")), required: true,
                "Addresses and domains, 100 at most.", example: ["⟦name:identity⟧@example.com"])
        ],
        result: [
            Member(
                "VerificationAttributes", .map(.structure("IdentityVerificationAttributes")), required: true,
                "The attributes by identity.")
        ],
        fixture: Fixture(
            setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
            result: [
                "VerificationAttributes": [
                    "⟦name:identity⟧@example.com": ["VerificationStatus": "⟦one-of:Pending|Success⟧"]
                ]
            ],
            .documented(page: 28)
        ),
        observations: [
            Observation(
                "a domain that is pending", status: 200,
                Evidence(
                    .published,
                    "hashicorp/terraform-provider-aws PR #2640 RequestId 492c9206-374c-11e8-8213-9f1ef4d3cb3a",
                    date: "2018-04-03")),
            Observation(
                "a domain and an address that are pending; the address has no token", status: 200,
                Evidence(
                    .published,
                    "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs RequestId f5e3ef21-bec1-11e6-b618-27019a58dab9",
                    date: "2016-12")),
        ]
    )
}
