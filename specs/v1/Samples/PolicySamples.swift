import SpecModel

/// The reference's samples for sending authorization policies, with names of the case's own.
///
/// Source: API reference p. 11, p. 26, p. 36 and p. 42.
/// Note: the samples' policy is `{}`, which grants nothing; the real service may call it invalid, and the
/// declared error is right, too. Of DeleteIdentityPolicy and ListIdentityPolicies the answer is lost in the text
/// that this was made from; its form is that of the service model.
extension SESv1 {
    static let policySamples: [Scenario] = [
        deleteIdentityPolicySample, getIdentityPoliciesSample, listIdentityPoliciesSample, putIdentityPolicySample,
    ]

    private static let deleteIdentityPolicySample = Scenario(
        "reference-sample", "DeleteIdentityPolicy", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 11),
        needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy]),
        ],
        steps: [
            Step(
                "", "DeleteIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧"],
                expect: .result([:], .documented(page: 12)))
        ]
    )

    /// Mended: both of the sample's names are numbered 1, and its policies are percent-encoded within the XML.
    private static let getIdentityPoliciesSample = Scenario(
        "reference-sample", "GetIdentityPolicies", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 26),
        needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup(
                "PutIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy-1⟧", "Policy": "{}"]),
            Step.setup(
                "PutIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy-2⟧", "Policy": "{}"]),
        ],
        steps: [
            Step(
                "", "GetIdentityPolicies",
                ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:policy-1⟧", "⟦name:policy-2⟧"]],
                expect: .result(
                    ["Policies": ["⟦name:policy-1⟧": "{}", "⟦name:policy-2⟧": "{}"]], .documented(page: 27)))
        ]
    )

    private static let listIdentityPoliciesSample = Scenario(
        "reference-sample", "ListIdentityPolicies", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 36),
        needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy-1⟧", "Policy": sendPolicy]),
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy-2⟧", "Policy": sendRawPolicy]),
        ],
        steps: [
            Step(
                "", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                expect: .result(["PolicyNames": ["⟦name:policy-1⟧", "⟦name:policy-2⟧"]], .documented(page: 37)))
        ]
    )

    private static let putIdentityPolicySample = Scenario(
        "reference-sample", "PutIdentityPolicy", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample, or that the policy is invalid.",
        source: .documented(page: 42), needs: [.verifiedIdentity], setup: [verifySender],
        steps: [
            Step(
                "", "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": "{}"],
                expect: .anyOf([
                    .result([:], .documented(page: 43)), .failure(Failure(["InvalidPolicy"], .documented(page: 42))),
                ]))
        ]
    )
}
