import SpecModel

/// Operations on identities that the account does not have.
///
/// Source: API reference p. 11, p. 26, p. 36 and p. 42 for policies: an identity that is not verified makes
/// them answer an error, without saying which.
/// Note: hence codes and statuses of every kind that would tell a client so.
extension SESv1 {
    static let strangerScenarios: [Scenario] = [forwardingOfStranger, mailFromOfStranger]

    private static func refused(_ page: ReferencePage) -> Expectation {
        .anyOf([
            .failure(Failure(["InvalidParameterValue", "ValidationError"], .documented(page: page))),
            .failure(Failure(["AccessDenied"], status: 403, .documented(page: page))),
        ])
    }

    static let putOnStranger = Scenario(
        "identity-not-verified", "PutIdentityPolicy", axis: .errors,
        title: "puts a policy on an identity that is not verified",
        requirement: "The service MUST answer an error.",
        source: .documented(page: 42), needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy]),
        ],
        steps: [
            Step(
                "", "PutIdentityPolicy",
                ["Identity": "⟦name:absent⟧.example.net", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy],
                expect: refused(42))
        ]
    )

    static let deleteOnStranger = Scenario(
        "identity-not-verified", "DeleteIdentityPolicy", axis: .errors,
        title: "deletes a policy of an identity that is not verified",
        requirement: "The service MUST answer an error.",
        source: .documented(page: 11), needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup("DeleteIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧"]),
        ],
        steps: [
            Step(
                "", "DeleteIdentityPolicy",
                ["Identity": "⟦name:absent⟧.example.net", "PolicyName": "⟦name:policy⟧"], expect: refused(11))
        ]
    )

    static let listOfStranger = Scenario(
        "identity-not-verified", "ListIdentityPolicies", axis: .errors,
        title: "lists the policies of an identity that is not verified",
        requirement: "The service MUST answer an error.",
        source: .documented(page: 36), needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup("ListIdentityPolicies", ["Identity": "⟦sender⟧"]),
        ],
        steps: [
            Step(
                "", "ListIdentityPolicies", ["Identity": "⟦name:absent⟧.example.net"], expect: refused(36))
        ]
    )

    static let readOfStranger = Scenario(
        "identity-not-verified", "GetIdentityPolicies", axis: .errors,
        title: "reads the policies of an identity that is not verified",
        requirement: "The service MUST answer an error.",
        source: .documented(page: 26), needs: [.verifiedIdentity],
        setup: [
            verifySender,
            Step.setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy]),
            Step.setup("GetIdentityPolicies", ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:policy⟧"]]),
        ],
        steps: [
            Step(
                "", "GetIdentityPolicies",
                ["Identity": "⟦name:absent⟧.example.net", "PolicyNames": ["⟦name:policy⟧"]], expect: refused(26))
        ]
    )

    private static let forwardingOfStranger = Scenario(
        "unknown-identity", "SetIdentityFeedbackForwardingEnabled", axis: .errors,
        title: "switches forwarding on for an identity that there is not",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: Evidence(.claimed, "floci-io/floci PR #716/#723"),
        setup: [
            Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
            Step.setup(
                "SetIdentityFeedbackForwardingEnabled",
                ["Identity": "⟦name:domain⟧.example.com", "ForwardingEnabled": true]),
        ],
        steps: [
            Step(
                "", "SetIdentityFeedbackForwardingEnabled",
                ["Identity": "⟦name:absent⟧.example.net", "ForwardingEnabled": true],
                expect: .failure(
                    Failure(["InvalidParameterValue"], Evidence(.claimed, "floci-io/floci PR #716/#723"))))
        ]
    )

    private static let mailFromOfStranger = Scenario(
        "unknown-identity", "SetIdentityMailFromDomain", axis: .errors,
        title: "sets the MAIL FROM domain of an identity that there is not",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: Evidence(.claimed, "floci-io/floci PR #716"), needs: [.verifiedIdentity],
        setup: [
            Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]), verifiedDomain,
            Step.setup(
                "SetIdentityMailFromDomain",
                ["Identity": "⟦name:domain⟧.example.com", "MailFromDomain": "mail.⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "", "SetIdentityMailFromDomain",
                ["Identity": "⟦name:absent⟧.example.net", "MailFromDomain": "mail.⟦name:absent⟧.example.net"],
                expect: .failure(Failure(["InvalidParameterValue"], Evidence(.claimed, "floci-io/floci PR #716"))))
        ]
    )
}
