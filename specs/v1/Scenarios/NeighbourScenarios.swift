import SpecModel

/// What is set for one identity leaves the others as they are; what there is not is left out beside what there is.
extension SESv1 {
    static let neighbourScenarios: [Scenario] = [
        signingOfOne, forwardingOfOne, topicOfOne, mailFromOfOne, policyOfOne, verificationOfKnownAndUnknown,
        signingOfKnownAndUnknown, mailFromOfKnownAndUnknown,
    ]

    private static let twoDomains: [Step] = ["one", "two"].map {
        .setup("VerifyDomainIdentity", ["Domain": .text("⟦name:\($0)⟧.example.com")])
    }

    private static let twoAddresses: [Step] = ["one", "two"].map {
        .setup("VerifyEmailIdentity", ["EmailAddress": .text("⟦name:\($0)⟧@example.com")])
    }

    /// Blocks a case unless both domains are verified.
    private static let bothVerified = Step(
        "verified", "GetIdentityVerificationAttributes",
        ["Identities": ["⟦name:one⟧.example.com", "⟦name:two⟧.example.com"]],
        expect: .result(
            [
                "VerificationAttributes": [
                    "⟦name:one⟧.example.com": ["VerificationStatus": "Success", "VerificationToken": "⟦token⟧"],
                    "⟦name:two⟧.example.com": ["VerificationStatus": "Success", "VerificationToken": "⟦token⟧"],
                ]
            ], .documented(page: 81)))

    private static func signing(_ key: String, _ isEnabled: Bool) -> Step {
        .setup(
            "SetIdentityDkimEnabled",
            ["Identity": .text("⟦name:\(key)⟧.example.com"), "DkimEnabled": .boolean(isEnabled)])
    }

    private static func signs(_ isEnabled: Value) -> Value {
        [
            "DkimEnabled": isEnabled,
            "DkimVerificationStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure|NotStarted⟧",
            "DkimTokens": ["⟦token⟧", "⟦token⟧", "⟦token⟧"],
        ]
    }

    private static let signingOfOne = Scenario(
        "of-one-domain", "SetIdentityDkimEnabled", title: "switches signing off for one of two domains",
        requirement: "The service MUST keep the setting of the other domain.", source: .documented(page: 56),
        needs: [.verifiedIdentity],
        setup: twoDomains + [
            bothVerified, .setup("VerifyDomainDkim", ["Domain": "⟦name:one⟧.example.com"]),
            .setup("VerifyDomainDkim", ["Domain": "⟦name:two⟧.example.com"]), signing("one", true),
            signing("two", true), signing("one", false),
        ],
        steps: [
            Step(
                "", "GetIdentityDkimAttributes",
                ["Identities": ["⟦name:one⟧.example.com", "⟦name:two⟧.example.com"]],
                expect: .result(
                    [
                        "DkimAttributes": [
                            "⟦name:one⟧.example.com": signs("false"), "⟦name:two⟧.example.com": signs("true"),
                        ]
                    ], .documented(page: 56)))
        ])

    private static func topic(_ type: Value, of key: String) -> Step {
        .setup(
            "SetIdentityNotificationTopic",
            [
                "Identity": .text("⟦name:\(key)⟧@example.com"), "NotificationType": type,
                "SnsTopic": "⟦resource:sns-topic⟧",
            ])
    }

    private static func notifications(_ one: Value, _ two: Value, page: ReferencePage) -> Step {
        Step(
            "", "GetIdentityNotificationAttributes",
            ["Identities": ["⟦name:one⟧@example.com", "⟦name:two⟧@example.com"]],
            expect: .result(
                ["NotificationAttributes": ["⟦name:one⟧@example.com": one, "⟦name:two⟧@example.com": two]],
                .documented(page: page)))
    }

    private static let forwardingOfOne = Scenario(
        "of-one-address", "SetIdentityFeedbackForwardingEnabled",
        title: "switches forwarding off for one of two addresses",
        requirement: "The service MUST keep the setting of the other address.", source: .documented(page: 58),
        needs: [.verifiedIdentity, .snsTopic],
        setup: twoAddresses + ["one", "two"].flatMap { [topic("Bounce", of: $0), topic("Complaint", of: $0)] } + [
            .setup(
                "SetIdentityFeedbackForwardingEnabled",
                ["Identity": "⟦name:one⟧@example.com", "ForwardingEnabled": false])
        ],
        steps: [notifications(forwards("false"), forwards("true"), page: 58)])

    private static func forwards(_ isEnabled: Value) -> Value {
        [
            "ForwardingEnabled": isEnabled, "BounceTopic": "⟦resource:sns-topic⟧",
            "ComplaintTopic": "⟦resource:sns-topic⟧",
        ]
    }

    private static let topicOfOne = Scenario(
        "of-one-address", "SetIdentityNotificationTopic", title: "sets a topic for one of two addresses",
        requirement: "The service MUST give no topic for the other address.", source: .documented(page: 61),
        needs: [.verifiedIdentity, .snsTopic], setup: twoAddresses + [topic("Bounce", of: "one")],
        steps: [
            notifications(
                ["ForwardingEnabled": "true", "BounceTopic": "⟦resource:sns-topic⟧"], ["ForwardingEnabled": "true"],
                page: 61)
        ])

    private static func mailFromSet(_ label: String, of key: String) -> Step {
        .setup(
            "SetIdentityMailFromDomain",
            [
                "Identity": .text("⟦name:\(key)⟧.example.com"),
                "MailFromDomain": .text("\(label).⟦name:\(key)⟧.example.com"),
            ])
    }

    private static let mailFromOfOne = Scenario(
        "of-one-domain", "SetIdentityMailFromDomain", title: "changes the MAIL FROM domain of one of two domains",
        requirement: "The service MUST keep the MAIL FROM domain of the other.", source: .documented(page: 60),
        needs: [.verifiedIdentity],
        setup: twoDomains + [
            bothVerified, mailFromSet("mail", of: "one"), mailFromSet("mail", of: "two"),
            mailFromSet("later", of: "one"),
        ],
        steps: [
            Step(
                "", "GetIdentityMailFromDomainAttributes",
                ["Identities": ["⟦name:one⟧.example.com", "⟦name:two⟧.example.com"]],
                expect: .result(
                    [
                        "MailFromDomainAttributes": [
                            "⟦name:one⟧.example.com": mailFrom("later.⟦name:one⟧"),
                            "⟦name:two⟧.example.com": mailFrom("mail.⟦name:two⟧"),
                        ]
                    ], .documented(page: 80)))
        ])

    private static let policyOfOne = Scenario(
        "same-name-on-another-identity", "DeleteIdentityPolicy",
        title: "deletes a policy of which another identity has a namesake",
        requirement: "The service MUST keep the policy of the other identity.", source: .documented(page: 11),
        needs: [.verifiedIdentity],
        setup: [
            verifySender, .setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]), verified,
            .setup(
                "PutIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy]),
            .setup(
                "PutIdentityPolicy",
                [
                    "Identity": "⟦name:identity⟧@example.com", "PolicyName": "⟦name:policy⟧", "Policy": sendRawPolicy,
                ]),
        ],
        steps: [
            Step(
                "delete", "DeleteIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧"],
                expect: .result([:], .documented(page: 11))),
            Step(
                "own", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                expect: .result(["PolicyNames": []], .documented(page: 11))),
            Step(
                "other", "GetIdentityPolicies",
                ["Identity": "⟦name:identity⟧@example.com", "PolicyNames": ["⟦name:policy⟧"]],
                expect: .result(["Policies": ["⟦name:policy⟧": sendRawPolicy]], .documented(page: 11))),
        ])

    // MARK: Known and unknown

    private static let verificationOfKnownAndUnknown = Scenario(
        "known-and-unknown", "GetIdentityVerificationAttributes",
        title: "asks for a domain that there is and one that there is not",
        requirement: "The service MUST describe the one, and not the other as if it were there.",
        source: absentFromTheMap, setup: [.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"])],
        steps: [
            Step(
                "", "GetIdentityVerificationAttributes",
                ["Identities": ["⟦name:absent⟧.example.com", "⟦name:domain⟧.example.com"]],
                expect: leftOut(
                    "VerificationAttributes",
                    Field(
                        "⟦name:domain⟧.example.com",
                        ["VerificationStatus": "⟦one-of:Pending|Success⟧", "VerificationToken": "⟦token⟧"]),
                    notStarted: Field("⟦name:absent⟧.example.com", ["VerificationStatus": "NotStarted"]), page: 81))
        ])

    private static let signingOfKnownAndUnknown = Scenario(
        "known-and-unknown", "GetIdentityDkimAttributes",
        title: "asks for a domain that there is and one that there is not",
        requirement: "The service MUST describe the one, and not the other as if it were there.",
        source: absentFromTheMap,
        setup: [
            .setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
            .setup("VerifyDomainDkim", ["Domain": "⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "", "GetIdentityDkimAttributes",
                ["Identities": ["⟦name:absent⟧.example.com", "⟦name:domain⟧.example.com"]],
                expect: leftOut(
                    "DkimAttributes", Field("⟦name:domain⟧.example.com", signs("⟦one-of:true|false⟧")),
                    notStarted: Field(
                        "⟦name:absent⟧.example.com", ["DkimEnabled": "false", "DkimVerificationStatus": "NotStarted"]),
                    page: 79))
        ])

    private static let mailFromOfKnownAndUnknown = Scenario(
        "known-and-unknown", "GetIdentityMailFromDomainAttributes",
        title: "asks for a domain that there is and one that there is not",
        requirement: "Nobody has published what is answered for the other.", source: .documented(page: 24),
        needs: [.verifiedIdentity],
        setup: [
            .setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]), verifiedDomain,
            .setup(
                "SetIdentityMailFromDomain",
                ["Identity": "⟦name:domain⟧.example.com", "MailFromDomain": "mail.⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "", "GetIdentityMailFromDomainAttributes",
                ["Identities": ["⟦name:absent⟧.example.com", "⟦name:domain⟧.example.com"]], expect: .modelled)
        ])

    /// An identity that there is not is left out of a map, or described as one whose verification nobody began.
    ///
    /// - Parameter known: what else the map holds.
    static func leftOut(
        _ map: String, _ known: Field..., notStarted: Field, page: ReferencePage
    ) -> Expectation {
        .anyOf([
            .result(Fields([Field(map, .fields(known))]), absentFromTheMap),
            .result(Fields([Field(map, .fields(known + [notStarted]))]), .documented(page: page)),
        ])
    }

    /// Tests that run against the real service look at the map after a deletion.
    static let absentFromTheMap = Evidence(
        .published,
        "hashicorp/terraform-provider-aws: live tests of aws_ses_domain_identity and aws_ses_domain_dkim",
        date: "2017 to 2024")
}
