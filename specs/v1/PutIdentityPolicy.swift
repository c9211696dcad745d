import SpecModel

/// Adds a sending authorization policy to an identity, or replaces it.
///
/// Source: API reference p. 42.
extension SESv1 {
    static let putIdentityPolicy = Operation(
        "PutIdentityPolicy", family: .policies,
        "Adds a sending authorization policy to an identity, or replaces it.", page: 42,
        parameters: [
            Member(
                "Identity", .string(format: .identity), required: true,
                "The identity, a verified one of the account's own, by name or ARN.", example: "⟦sender⟧"),
            Member(
                "Policy", .string(length: Bound(1...4096, by: "API reference p. 42"), format: .policy), required: true,
                "The policy as JSON, 4 KB at most.", example: sendPolicy),
            Member(
                "PolicyName", .string(length: policyNameLength, pattern: policyName), required: true,
                "The policy's name.", example: "⟦name:policy⟧"),
        ],
        result: [],
        errors: [
            ErrorCase(
                "InvalidPolicy", when: "the policy's text is no valid policy",
                reach: .provoked([
                    Provocation(
                        title: "sends a text that is not JSON as the policy",
                        changes: [Provocation.Change("Policy", "this is not JSON")],
                        evidence: .documented(page: 42)),
                    Provocation(
                        "unclosed", title: "sends JSON that breaks off as the policy",
                        changes: [Provocation.Change("Policy", #"{"Version":"2012-10-17","Statement":["#)],
                        evidence: .documented(page: 42)),
                ]))
        ],
        undo: Undo(
            "DeleteIdentityPolicy", [(name: "Identity", from: "Identity"), (name: "PolicyName", from: "PolicyName")]),
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [verifySender],
            .documented(page: 42),
            effect: [
                Step(
                    "read", "GetIdentityPolicies",
                    ["Identity": "⟦input:Identity⟧", "PolicyNames": ["⟦input:PolicyName⟧"]],
                    expect: .result(["Policies": ["⟦input:PolicyName⟧": .echo("Policy")]], .documented(page: 26)))
            ]
        ),
        observations: [
            Observation("the policy is valid", status: 200, .documented(page: 42)),
            Observation(
                "the identity has 20 policies already", status: 400, code: "InvalidParameterValue",
                message: "Number of policies for ⟦any⟧ exceeds max allowed number of policies per resource",
                Evidence(.claimed, "floci-io/floci PR #1750")),
            Observation(
                "the policy names a principal that does not exist", status: 400, code: "InvalidPolicy",
                Evidence(.published, "hashicorp/terraform-provider-aws#22549")),
        ]
    )
}
