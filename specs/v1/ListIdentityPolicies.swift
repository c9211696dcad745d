import SpecModel

/// Lists the names of an identity's sending authorization policies.
///
/// Source: API reference p. 36.
extension SESv1 {
    static let listIdentityPolicies = Operation(
        "ListIdentityPolicies", family: .policies, "Lists the names of an identity's sending authorization policies.",
        page: 36,
        parameters: [
            Member(
                "Identity", .string(format: .identity), required: true,
                "The identity, a verified one of the account's own, by name or ARN.", example: "⟦sender⟧")
        ],
        result: [
            // The identity may be one that the user verified before the run and has policies of its own.
            Member(
                "PolicyNames",
                .list(of: .string(length: Bound(1...64, by: "API reference p. 36")), accountWide: true),
                required: true, "The policies' names, in no order.")
        ],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                verifySender,
                Step.setup(
                    "PutIdentityPolicy",
                    ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy]),
            ],
            result: ["PolicyNames": ["⟦name:policy⟧"]],
            .documented(page: 36)
        ),
        observations: [Observation("some policies", status: 200, .documented(page: 36))]
    )
}
