import SpecModel

/// Gives the texts of an identity's sending authorization policies.
///
/// Source: API reference p. 26.
extension SESv1 {
    static let getIdentityPolicies = Operation(
        "GetIdentityPolicies", family: .policies, "Gives the texts of sending authorization policies by name.",
        page: 26,
        parameters: [
            Member(
                "Identity", .string(format: .identity), required: true,
                "The identity, a verified one of the account's own, by name or ARN.", example: "⟦sender⟧"),
            Member(
                "PolicyNames",
                .list(
                    of: .string(length: Bound(1...64, by: "API reference p. 26")),
                    count: Bound(1...20, by: "API reference p. 26")),
                required: true, "The policies that are asked for, 20 at most.", example: ["⟦name:policy⟧"]),
        ],
        result: [Member("Policies", .map(.string(format: .policy)), required: true, "The policies' texts by name.")],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                verifySender,
                Step.setup(
                    "PutIdentityPolicy",
                    ["Identity": "⟦sender⟧", "PolicyName": "⟦input:PolicyNames.member.1⟧", "Policy": sendPolicy]),
            ],
            result: ["Policies": ["⟦input:PolicyNames.member.1⟧": sendPolicy]],
            .documented(page: 26)
        ),
        observations: [
            Observation("one policy", status: 200, .documented(page: 26)),
            Observation(
                "some of the names are of no policy: they are left out", status: 200,
                Evidence(.claimed, "floci-io/floci PR #1750")),
        ]
    )
}
