import SpecModel

/// Takes a sending authorization policy off an identity.
///
/// Source: API reference p. 11.
/// Note: the length of the name is stated here, its characters with PutIdentityPolicy only.
extension SESv1 {
    static let deleteIdentityPolicy = Operation(
        "DeleteIdentityPolicy", family: .policies,
        "Takes a sending authorization policy off an identity; succeeds if there is none of that name.", page: 11,
        parameters: [
            Member(
                "Identity", .string(format: .identity), required: true,
                "The identity, a verified one of the account's own, by name or ARN.", example: "⟦sender⟧"),
            Member(
                "PolicyName", .string(length: Bound(1...64, by: "API reference p. 11")), required: true,
                "The policy to delete.", example: "⟦name:policy⟧"),
        ],
        result: [],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                verifySender,
                Step.setup(
                    "PutIdentityPolicy",
                    ["Identity": "⟦sender⟧", "PolicyName": "⟦input:PolicyName⟧", "Policy": sendPolicy]),
                Step(
                    "list-before", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                    expect: .result(["PolicyNames": ["⟦input:PolicyName⟧"]], .documented(page: 36))),
            ],
            .documented(page: 11),
            effect: [
                Step(
                    "list", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                    expect: .result(["PolicyNames": []], .documented(page: 11)))
            ]
        ),
        observations: [
            Observation("the policy is there", status: 200, .derived("service model")),
            Observation("the policy is not there", status: 200, Evidence(.claimed, "floci-io/floci PR #1750")),
        ]
    )
}
