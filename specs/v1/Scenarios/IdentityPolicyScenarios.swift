import SpecModel

/// Sending authorization policies.
///
/// Source: API reference p. 11, p. 26, p. 36 and p. 42.
extension SESv1 {
    static let identityPolicyScenarios: [Scenario] = [
        policyLife, missingPolicyDeleted, policiesPerIdentity, absentPolicyNames, namedPoliciesOnly,
        specialCharactersInPolicy, putOnStranger, deleteOnStranger, listOfStranger, readOfStranger,
    ]

    private static let policyLife = Scenario(
        "life-of-a-policy", "PutIdentityPolicy", title: "puts a policy, lists, reads, replaces and deletes it",
        requirement: "The service MUST list and give a policy as it was last put, until it is deleted.",
        source: .documented(page: 42), needs: [.verifiedIdentity],
        setup: [verifySender],
        steps: [
            Step(
                "put", "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy],
                expect: .result([:], .documented(page: 42))),
            Step(
                "list", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                expect: .result(["PolicyNames": ["⟦name:policy⟧"]], .documented(page: 36))),
            Step(
                "read", "GetIdentityPolicies", ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:policy⟧"]],
                expect: .result(["Policies": ["⟦name:policy⟧": sendPolicy]], .documented(page: 26))),
            Step(
                "replace", "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendRawPolicy],
                expect: .result([:], .documented(page: 42))),
            Step(
                "list-replaced", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                expect: .result(["PolicyNames": ["⟦name:policy⟧"]], .documented(page: 42))),
            Step(
                "read-replaced", "GetIdentityPolicies", ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:policy⟧"]],
                expect: .result(["Policies": ["⟦name:policy⟧": sendRawPolicy]], .documented(page: 42))),
            Step(
                "delete", "DeleteIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧"],
                expect: .result([:], .documented(page: 11))),
            Step(
                "list-after", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                expect: .result(["PolicyNames": []], .documented(page: 11))),
        ]
    )

    private static let missingPolicyDeleted = Scenario(
        "missing-policy", "DeleteIdentityPolicy", title: "deletes a policy that is not there",
        requirement: "The service MUST succeed.",
        source: .documented(page: 11), needs: [.verifiedIdentity],
        setup: [verifySender],
        steps: [
            Step(
                "delete", "DeleteIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:absent⟧"],
                expect: .result([:], .documented(page: 11))),
            Step(
                "list", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                expect: .result(["PolicyNames": []], .documented(page: 11))),
        ]
    )

    private static let policiesPerIdentity = Scenario(
        "per-identity", "ListIdentityPolicies", title: "puts a policy on one identity and looks for it on another",
        requirement: "The service MUST list the policies of the identity that is asked for, and no others.",
        source: .documented(page: 36), needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            verified,
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy]),
        ],
        steps: [
            Step(
                "other", "ListIdentityPolicies", ["Identity": "⟦name:identity⟧@example.com"],
                expect: .result(["PolicyNames": []], .documented(page: 36))),
            Step(
                "own", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                expect: .result(["PolicyNames": ["⟦name:policy⟧"]], .documented(page: 36))),
        ]
    )

    private static let absentPolicyNames = Scenario(
        "absent-names", "GetIdentityPolicies", title: "asks for a policy that there is and one that there is not",
        requirement: "The service MUST leave out the policy that there is not.",
        source: Evidence(.claimed, "floci-io/floci PR #1750"), needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy]),
        ],
        steps: [
            Step(
                "", "GetIdentityPolicies",
                ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:absent⟧", "⟦name:policy⟧"]],
                expect: .result(
                    ["Policies": ["⟦name:policy⟧": sendPolicy]], Evidence(.claimed, "floci-io/floci PR #1750")))
        ]
    )

    private static let namedPoliciesOnly = Scenario(
        "named-policies-only", "GetIdentityPolicies", title: "asks for two policies, then for one of them",
        requirement: "The service MUST give the policies that are named, and no others.",
        source: .documented(page: 26), needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy]),
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:other-policy⟧", "Policy": sendRawPolicy]),
        ],
        steps: [
            Step(
                "both", "GetIdentityPolicies",
                ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:policy⟧", "⟦name:other-policy⟧"]],
                expect: .result(
                    ["Policies": ["⟦name:policy⟧": sendPolicy, "⟦name:other-policy⟧": sendRawPolicy]],
                    .documented(page: 26))),
            Step(
                "one", "GetIdentityPolicies", ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:other-policy⟧"]],
                expect: .result(["Policies": ["⟦name:other-policy⟧": sendRawPolicy]], .documented(page: 26))),
        ]
    )

    private static let specialCharactersInPolicy = Scenario(
        "special-characters", "PutIdentityPolicy", axis: .values,
        title: "puts a policy with characters that XML, JSON and forms must escape",
        requirement: "The service MUST give the policy's text back unharmed.",
        source: .documented(page: 26), needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": policyOfSpecialCharacters]),
        ],
        steps: [
            Step(
                "", "GetIdentityPolicies", ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:policy⟧"]],
                expect: .result(["Policies": ["⟦name:policy⟧": policyOfSpecialCharacters]], .documented(page: 26)))
        ]
    )
}
