import SpecModel

/// What is done a second time: deleted again, created again, replaced.
extension SESv1 {
    static let repetitionScenarios: [Scenario] = [
        ruleDeletedTwice, ruleSetDeletedTwice, filterDeletedTwice, policyDeletedTwice, addressDeletedTwice,
        addressAgain, domainAgain, policyAgain, verifiedAddressAgain, settingsOfFormerIdentity, mailFromReplaced,
    ]

    // MARK: Deleted twice

    private static let ruleDeletedTwice = Scenario(
        "deleted-twice", "DeleteReceiptRule", title: "deletes a rule that is gone",
        requirement: "The service is said to answer 200; the other rules MUST stay.", source: receiptProbes,
        needs: [.receivingRegion],
        setup: [
            ruleSetCreated(), ruleCreated("other"), ruleCreated("rule"),
            .setup("DeleteReceiptRule", ["RuleName": "⟦name:rule⟧", "RuleSetName": "⟦name:rule-set⟧"]),
        ],
        steps: [
            Step(
                "again", "DeleteReceiptRule", ["RuleName": "⟦name:rule⟧", "RuleSetName": "⟦name:rule-set⟧"],
                expect: .result([:], receiptProbes)),
            rulesRead("read", ["other"], .documented(page: 14)),
        ])

    private static let ruleSetDeletedTwice = Scenario(
        "deleted-twice", "DeleteReceiptRuleSet", title: "deletes a rule set that is gone",
        requirement: "The service is said to answer 200; the other rule sets MUST stay.", source: receiptProbes,
        needs: [.receivingRegion],
        setup: [
            ruleSetCreated(), ruleSetCreated("other"),
            .setup("DeleteReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"]),
        ],
        steps: [
            Step(
                "again", "DeleteReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                expect: .result([:], receiptProbes)),
            Step(
                "list", "ListReceiptRuleSets",
                expect: .result(["RuleSets": [ruleSetMetadata("other")]], .documented(page: 15)), paging: Paging()),
        ])

    private static let filterDeletedTwice = Scenario(
        "deleted-twice", "DeleteReceiptFilter", title: "deletes a filter that is gone",
        requirement: "The service is said to answer 200; the other filters MUST stay.", source: receiptProbes,
        needs: [.receivingRegion],
        setup: [
            .setup("CreateReceiptFilter", ["Filter": blocking("filter")]),
            .setup("CreateReceiptFilter", ["Filter": blocking("other")]),
            .setup("DeleteReceiptFilter", ["FilterName": "⟦name:filter⟧"]),
        ],
        steps: [
            Step(
                "again", "DeleteReceiptFilter", ["FilterName": "⟦name:filter⟧"], expect: .result([:], receiptProbes)),
            Step(
                "list", "ListReceiptFilters",
                expect: .result(["Filters": [blocking("other")]], .documented(page: 13))),
        ])

    /// A filter that blocks one address.
    static func blocking(_ key: String) -> Value {
        ["IpFilter": ["Cidr": "192.0.2.1", "Policy": "Block"], "Name": .text("⟦name:\(key)⟧")]
    }

    private static let policyDeletedTwice = Scenario(
        "deleted-twice", "DeleteIdentityPolicy", title: "deletes a policy that is gone",
        requirement: "The service MUST succeed and keep the other policies.", source: .documented(page: 11),
        needs: [.verifiedIdentity],
        setup: [
            verifySender, put("policy", sendPolicy), put("other-policy", sendPolicy),
            .setup("DeleteIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧"]),
        ],
        steps: [
            Step(
                "again", "DeleteIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧"],
                expect: .result([:], .documented(page: 11))),
            Step(
                "list", "ListIdentityPolicies", ["Identity": "⟦sender⟧"],
                expect: .result(["PolicyNames": ["⟦name:other-policy⟧"]], .documented(page: 11))),
        ])

    private static func put(_ key: String, _ policy: Value) -> Step {
        .setup(
            "PutIdentityPolicy",
            ["Identity": "⟦sender⟧", "PolicyName": .text("⟦name:\(key)⟧"), "Policy": policy])
    }

    private static let addressDeletedTwice = Scenario(
        "deleted-twice", "DeleteVerifiedEmailAddress", title: "deletes an address that is gone",
        requirement: "Nobody has published what the service answers; the address MUST stay away.",
        source: .documented(page: 16),
        setup: [
            .setup("VerifyEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            .setup("DeleteVerifiedEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"]),
        ],
        steps: [
            Step(
                "again", "DeleteVerifiedEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"],
                expect: .modelled),
            Step(
                "list", "ListIdentities", expect: .result(["Identities": []], .documented(page: 16)), paging: Paging()),
        ])

    // MARK: Created again

    private static let addressAgain = Scenario(
        "again-after-deletion", "VerifyEmailIdentity", title: "verifies an address that was deleted",
        requirement: "The service MUST list and describe the address as one that never went.",
        source: .documented(page: 72),
        setup: [
            .setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            .setup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"]),
            Step(
                "gone", "ListIdentities", expect: .result(["Identities": []], .documented(page: 9)), paging: Paging()),
        ],
        steps: [
            Step(
                "verify", "VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"],
                expect: done(page: 72)),
            Step(
                "list", "ListIdentities",
                expect: .result(["Identities": ["⟦name:identity⟧@example.com"]], .documented(page: 34)),
                paging: Paging()),
            Step(
                "attributes", "GetIdentityVerificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .result(
                    [
                        "VerificationAttributes": [
                            "⟦name:identity⟧@example.com": ["VerificationStatus": "⟦one-of:Pending|Success⟧"]
                        ]
                    ], .documented(page: 28))),
        ])

    private static let domainAgain = Scenario(
        "again-after-deletion", "VerifyDomainIdentity", title: "verifies a domain that was deleted",
        requirement: "The service MUST list the domain and give its token.", source: .documented(page: 68),
        setup: [
            .setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
            .setup("DeleteIdentity", ["Identity": "⟦name:domain⟧.example.com"]),
        ],
        steps: domainVerifiedAndSeen)

    private static let policyAgain = Scenario(
        "again-after-deletion", "PutIdentityPolicy", title: "puts another policy under the name of a deleted one",
        requirement: "The service MUST give the policy that was put last.", source: .documented(page: 42),
        needs: [.verifiedIdentity],
        setup: [
            verifySender, put("policy", sendPolicy),
            .setup("DeleteIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧"]),
        ],
        steps: [
            Step(
                "put", "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendRawPolicy],
                expect: done(page: 42)),
            Step(
                "read", "GetIdentityPolicies", ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:policy⟧"]],
                expect: .result(["Policies": ["⟦name:policy⟧": sendRawPolicy]], .documented(page: 26))),
        ])

    private static let verifiedAddressAgain = Scenario(
        "again-after-deletion", "VerifyEmailAddress", title: "verifies an address that was deleted",
        requirement: "The service MUST have the address among the identities.", source: .documented(page: 70),
        setup: [
            .setup("VerifyEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            .setup("DeleteVerifiedEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"]),
        ],
        steps: [
            Step(
                "verify", "VerifyEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"],
                expect: done(page: 70)),
            Step(
                "list", "ListIdentities",
                expect: .result(["Identities": ["⟦name:identity⟧@example.com"]], .documented(page: 34)),
                paging: Paging()),
        ],
        cleanup: [.cleanup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"])])

    private static let settingsOfFormerIdentity = Scenario(
        "settings-after-deletion", "DeleteIdentity",
        title: "verifies an address that was deleted with a topic, and reads its topics",
        requirement: "Nobody has published whether settings outlive an identity.", source: .documented(page: 9),
        needs: [.verifiedIdentity, .snsTopic],
        setup: [
            .setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
            .setup(
                "SetIdentityNotificationTopic",
                [
                    "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Bounce",
                    "SnsTopic": "⟦resource:sns-topic⟧",
                ]),
            .setup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"]),
            .setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
        ],
        steps: [
            Step(
                "", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                expect: .modelled)
        ])

    // MARK: Replaced

    private static let mailFromReplaced = Scenario(
        "replaced", "SetIdentityMailFromDomain", title: "sets one MAIL FROM domain after another",
        requirement: "The service MUST give the domain that was set last.", source: .documented(page: 60),
        needs: [.verifiedIdentity],
        setup: [
            .setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]), verifiedDomain,
            .setup(
                "SetIdentityMailFromDomain",
                ["Identity": "⟦name:domain⟧.example.com", "MailFromDomain": "former.⟦name:domain⟧.example.com"]),
        ],
        steps: [
            Step(
                "set", "SetIdentityMailFromDomain",
                ["Identity": "⟦name:domain⟧.example.com", "MailFromDomain": "mail.⟦name:domain⟧.example.com"],
                expect: .result([:], .derived("service model"))),
            Step(
                "read", "GetIdentityMailFromDomainAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                expect: .result(
                    ["MailFromDomainAttributes": ["⟦name:domain⟧.example.com": mailFrom("mail.⟦name:domain⟧")]],
                    .documented(page: 80))),
        ])

    /// A MAIL FROM domain below `example.com` as it is shown.
    static func mailFrom(_ name: String) -> Value {
        [
            "MailFromDomain": .text("\(name).example.com"),
            "MailFromDomainStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure⟧",
            "BehaviorOnMXFailure": "⟦one-of:UseDefaultValue|RejectMessage⟧",
        ]
    }
}
