import SpecModel

/// What is set for one address is not set for another of the same domain.
extension SESv1 {
    static let sharedDomainScenarios: [Scenario] = [
        mailFromOfAddresses, policiesOfAddresses, shortestPolicyName,
    ]

    private static func address(_ key: String) -> Value { .text("\(key)@⟦name:domain⟧.example.com") }

    private static let verifiedAddresses: [Step] =
        [
            .setup("VerifyEmailIdentity", ["EmailAddress": address("one")]),
            .setup("VerifyEmailIdentity", ["EmailAddress": address("two")]),
            // Blocks a case unless both are verified.
            Step(
                "verified", "GetIdentityVerificationAttributes", ["Identities": [address("one"), address("two")]],
                expect: .result(
                    [
                        "VerificationAttributes": [
                            "one@⟦name:domain⟧.example.com": ["VerificationStatus": "Success"],
                            "two@⟦name:domain⟧.example.com": ["VerificationStatus": "Success"],
                        ]
                    ], .documented(page: 81))),
        ]

    private static func mailFromSet(_ key: String, _ label: String) -> Step {
        .setup(
            "SetIdentityMailFromDomain",
            ["Identity": address(key), "MailFromDomain": .text("\(label).⟦name:domain⟧.example.com")])
    }

    private static let mailFromOfAddresses = Scenario(
        "of-one-address", "SetIdentityMailFromDomain",
        title: "gives two addresses of one domain MAIL FROM domains of their own",
        requirement: "The service MUST keep that of the first.", source: .documented(page: 60),
        needs: [.verifiedIdentity],
        setup: verifiedAddresses + [mailFromSet("one", "first"), mailFromSet("two", "second")],
        steps: [
            Step(
                "", "GetIdentityMailFromDomainAttributes", ["Identities": [address("one"), address("two")]],
                expect: .result(
                    [
                        "MailFromDomainAttributes": [
                            "one@⟦name:domain⟧.example.com": mailFrom("first.⟦name:domain⟧"),
                            "two@⟦name:domain⟧.example.com": mailFrom("second.⟦name:domain⟧"),
                        ]
                    ], .documented(page: 80)))
        ])

    private static func list(_ name: String, _ key: String, _ policies: Value) -> Step {
        Step(
            name, "ListIdentityPolicies", ["Identity": address(key)],
            expect: .result(["PolicyNames": policies], .documented(page: 36)))
    }

    private static let policiesOfAddresses = Scenario(
        "of-one-address", "PutIdentityPolicy", title: "puts a policy on one of two addresses of a domain",
        requirement: "The service MUST list it for that address alone.", source: .documented(page: 42),
        needs: [.verifiedIdentity], setup: verifiedAddresses,
        steps: [
            Step(
                "put", "PutIdentityPolicy",
                ["Identity": address("one"), "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy],
                expect: .result([:], .documented(page: 42))),
            list("own", "one", ["⟦name:policy⟧"]), list("other", "two", []),
        ])

    /// On an identity of the case's own, where a name of one character is nobody else's.
    private static let shortestPolicyName = Scenario(
        "name-of-one-character", "PutIdentityPolicy",
        title: "puts, reads and deletes a policy with a name of one letter",
        requirement: "The service MUST take the name in every operation.", source: .documented(page: 42),
        needs: [.verifiedIdentity], setup: verifiedAddresses,
        steps: [
            Step(
                "put", "PutIdentityPolicy", ["Identity": address("one"), "PolicyName": "p", "Policy": sendPolicy],
                expect: .result([:], .documented(page: 42))),
            Step(
                "read", "GetIdentityPolicies", ["Identity": address("one"), "PolicyNames": ["p"]],
                expect: .result(["Policies": ["p": sendPolicy]], .documented(page: 26))),
            Step(
                "delete", "DeleteIdentityPolicy", ["Identity": address("one"), "PolicyName": "p"],
                expect: .result([:], .documented(page: 11))),
            list("after", "one", []),
        ])
}
