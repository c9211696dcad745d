import SpecModel

/// Sending authorization policies.
///
/// Source: API v2 reference, CreateEmailIdentityPolicy, UpdateEmailIdentityPolicy, DeleteEmailIdentityPolicy,
/// GetEmailIdentityPolicies and GetEmailIdentity.
/// Note: run alone, since policies can only be read all at once and other cases have policies of the same sender.
extension SESv2 {
    static let emailIdentityPolicyScenarios: [Scenario] = [
        policyLife, policiesOfTwoNames, policiesPerIdentity, missingPolicyUpdated, missingPolicyDeleted,
        specialCharactersInPolicy, policyThatIsNoJSON, policiesOfAnIdentity, createdForOne, updatedForOne,
        capitalsKept,
    ]

    private static func scenario(
        _ name: String, _ operation: String, axis: Axis = .behaviour, title: String, requirement: String,
        source: Evidence, setup: [Step] = [], steps: [Step]
    ) -> Scenario {
        Scenario(
            name, operation, axis: axis, title: title, requirement: requirement, source: source,
            needs: [.verifiedIdentity], accountWide: true, setup: [senderCreated, noPolicies] + setup, steps: steps)
    }

    private static func put(
        _ name: String, _ operation: String, _ policy: Value = sendPolicy, _ key: String = "policy"
    ) -> Step {
        Step(
            name, operation,
            ["EmailIdentity": "⟦sender⟧", "PolicyName": .text("⟦name:\(key)⟧"), "Policy": policy],
            expect: .result([:], .documented(page: .section(operation))))
    }

    private static func deleted(_ name: String, _ key: String = "policy") -> Step {
        Step(
            name, "DeleteEmailIdentityPolicy", ["EmailIdentity": "⟦sender⟧", "PolicyName": .text("⟦name:\(key)⟧")],
            expect: .result([:], .documented(page: "DeleteEmailIdentityPolicy")))
    }

    private static let policyLife = scenario(
        "life-of-a-policy", "CreateEmailIdentityPolicy", title: "creates, reads, updates and deletes a policy",
        requirement: "The service MUST give a policy as it was last written, until it is deleted.",
        source: .documented(page: "CreateEmailIdentityPolicy"),
        steps: [
            put("create", "CreateEmailIdentityPolicy"), policiesRead("read", ["⟦name:policy⟧": sendPolicy]),
            put("update", "UpdateEmailIdentityPolicy", sendRawPolicy),
            policiesRead("read-updated", ["⟦name:policy⟧": sendRawPolicy]), deleted("delete"),
            policiesRead("read-deleted", [:]), put("create-again", "CreateEmailIdentityPolicy"),
            policiesRead("read-again", ["⟦name:policy⟧": sendPolicy]),
        ])

    private static let policiesOfTwoNames = scenario(
        "two-policies", "DeleteEmailIdentityPolicy", title: "deletes one of two policies",
        requirement: "The service MUST leave the other policy as it was.",
        source: .documented(page: "DeleteEmailIdentityPolicy"),
        setup: [policyCreated(), policyCreated("other", sendRawPolicy)],
        steps: [
            policiesRead("both", ["⟦name:policy⟧": sendPolicy, "⟦name:other⟧": sendRawPolicy]),
            deleted("delete"), policiesRead("one", ["⟦name:other⟧": sendRawPolicy]),
        ])

    private static let policiesPerIdentity = scenario(
        "per-identity", "GetEmailIdentityPolicies", title: "creates a policy of one identity and looks at another",
        requirement: "The service MUST give the policies of the identity that is asked for, and no others.",
        source: .documented(page: "GetEmailIdentityPolicies"),
        setup: [addressCreated(), addressVerified, policyCreated()],
        steps: [
            Step(
                "other", "GetEmailIdentityPolicies", ["EmailIdentity": "⟦name:identity⟧@example.com"],
                expect: .result(["Policies": [:]], policiesRecorded)),
            policiesRead("own", ["⟦name:policy⟧": sendPolicy]),
        ])

    /// Policies of an identity of the case's own.
    private static func othersRead(_ policies: Value) -> Step {
        Step(
            "other", "GetEmailIdentityPolicies", ["EmailIdentity": "⟦name:identity⟧@example.com"],
            expect: .result(["Policies": policies], policiesRecorded))
    }

    private static let createdForOne = scenario(
        "for-one-identity", "CreateEmailIdentityPolicy", title: "creates a policy of one of two identities",
        requirement: "The service MUST leave the other identity as it was.",
        source: .documented(page: "CreateEmailIdentityPolicy"), setup: [addressCreated(), addressVerified],
        steps: [put("create", "CreateEmailIdentityPolicy"), othersRead([:])])

    private static let updatedForOne = scenario(
        "for-one-identity", "UpdateEmailIdentityPolicy",
        title: "updates a policy where another identity has one of the same name",
        requirement: "The service MUST leave the other identity's policy as it was.",
        source: .documented(page: "UpdateEmailIdentityPolicy"),
        setup: [
            addressCreated(), addressVerified, policyCreated(),
            .setup(
                "CreateEmailIdentityPolicy",
                [
                    "EmailIdentity": "⟦name:identity⟧@example.com", "PolicyName": "⟦name:policy⟧",
                    "Policy": sendPolicy,
                ]),
        ],
        steps: [
            put("update", "UpdateEmailIdentityPolicy", sendRawPolicy), othersRead(["⟦name:policy⟧": sendPolicy]),
        ])

    private static let capitalsKept = scenario(
        "keeps-letter-case", "CreateEmailIdentityPolicy", title: "creates and updates a policy with a capital letter",
        requirement: "The service MUST give the policy's name as it was written.",
        source: .documented(page: "GetEmailIdentityPolicies"),
        steps: [
            put("create", "CreateEmailIdentityPolicy", sendPolicy, "Policy"),
            policiesRead("read", ["⟦name:Policy⟧": sendPolicy]),
            put("update", "UpdateEmailIdentityPolicy", sendRawPolicy, "Policy"),
            policiesRead("read-updated", ["⟦name:Policy⟧": sendRawPolicy]),
        ])

    private static let missingPolicyUpdated = scenario(
        "policy-not-there", "UpdateEmailIdentityPolicy", title: "updates a policy that is not there",
        requirement: "The reference says that the service MUST succeed; it is said to answer 404 NotFoundException.",
        source: .documented(page: "UpdateEmailIdentityPolicy"),
        setup: [
            policyCreated(),
            .setup(
                "UpdateEmailIdentityPolicy",
                ["EmailIdentity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendRawPolicy]),
        ],
        steps: [
            Step(
                "", "UpdateEmailIdentityPolicy",
                ["EmailIdentity": "⟦sender⟧", "PolicyName": "⟦name:absent⟧", "Policy": sendPolicy],
                expect: .anyOf([
                    .result([:], .documented(page: "UpdateEmailIdentityPolicy")),
                    .failure(
                        Failure(
                            ["NotFoundException"], status: 404,
                            message: Wording("Policy <⟦name:absent⟧> does not exist", policyProbes), policyProbes)),
                ]))
        ])

    private static let missingPolicyDeleted = scenario(
        "policy-not-there", "DeleteEmailIdentityPolicy", title: "deletes a policy that is not there",
        requirement: "The service MUST succeed.", source: .documented(page: "DeleteEmailIdentityPolicy"),
        setup: [policyCreated()],
        steps: [deleted("delete", "absent"), policiesRead("read", ["⟦name:policy⟧": sendPolicy])])

    private static let specialCharactersInPolicy = scenario(
        "special-characters", "CreateEmailIdentityPolicy", axis: .protocol,
        title: "creates a policy with characters that JSON must escape twice",
        requirement: "The service MUST give the policy's text back unharmed.",
        source: .documented(page: "GetEmailIdentityPolicies"),
        setup: [policyCreated("policy", policyOfSpecialCharacters)],
        steps: [policiesRead("", ["⟦name:policy⟧": policyOfSpecialCharacters])])

    /// Holds what JSON must escape, and characters outside ASCII.
    private static let policyOfSpecialCharacters: Value = #"""
        {"Version":"2012-10-17","Statement":[{"Sid":"Special","Effect":"Allow","Principal":{"AWS":"*"},\#
        "Action":"ses:SendEmail","Resource":"*","Condition":{"StringEquals":{"ses:FromDisplayName":\#
        "R&D <test> \"quoted\" 'single' 100% a+b=c; ~ é ü 日本 🙂"}}}]}
        """#

    private static let policyThatIsNoJSON = scenario(
        "policy-is-no-json", "CreateEmailIdentityPolicy", axis: .errors, title: "sends a text that is not JSON",
        requirement: "The service is taken to refuse it, as v1 is documented to.",
        source: Evidence(.modelled, "as v1 refuses it with InvalidPolicy: API reference p. 42"),
        setup: [policyCreated("control")],
        steps: [
            Step(
                "", "CreateEmailIdentityPolicy",
                ["EmailIdentity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": "this is not JSON"],
                expect: .failure(
                    Failure(
                        ["BadRequestException"],
                        Evidence(.modelled, "as v1 refuses it with InvalidPolicy: API reference p. 42"))))
        ])

    private static let policiesOfAnIdentity = scenario(
        "shows-policies", "GetEmailIdentity", title: "creates a policy and reads the identity",
        requirement: "The service MUST show the policy among the identity's own.",
        source: .documented(page: "GetEmailIdentity"), setup: [policyCreated()],
        steps: [
            Step(
                "", "GetEmailIdentity", ["EmailIdentity": "⟦sender⟧"],
                expect: .result(
                    [
                        "IdentityType": "EMAIL_ADDRESS", "FeedbackForwardingStatus": "⟦one-of:true|false⟧",
                        "VerifiedForSendingStatus": "⟦one-of:true|false⟧", "DkimAttributes": "⟦any⟧",
                        "MailFromAttributes": "⟦any⟧", "Policies": ["⟦name:policy⟧": sendPolicy], "Tags": "⟦any⟧",
                    ], .documented(page: "GetEmailIdentity")))
        ])
}
