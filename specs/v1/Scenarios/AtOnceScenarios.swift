import SpecModel

/// Eight requests at once: none of what they write gets lost.
///
/// Note: the reference promises for each write what it does, whoever else writes at that moment.
extension SESv1 {
    static let atOnceScenarios: [Scenario] = [
        domainsAtOnce, domainsDeletedAtOnce, policiesAtOnce, filtersAtOnce, rulesAtOnce, sendsAtOnce,
    ]

    private static func eight(_ prefix: String, _ suffix: String = "") -> Value {
        .list((1...8).map { .text("⟦name:\(prefix)⟧-\($0)\(suffix)") })
    }

    private static let domainsAtOnce = Scenario(
        "eight-at-once", "VerifyDomainIdentity", title: "verifies eight domains at once",
        requirement: "The service MUST list all eight.", source: .documented(page: 34),
        steps: [
            Step(
                "verify", "VerifyDomainIdentity", ["Domain": "⟦name:domain⟧-⟦serial⟧.example.com"],
                expect: .result(["VerificationToken": "⟦token⟧"], .documented(page: 68)), times: 8, isAtOnce: true),
            Step(
                "list", "ListIdentities",
                expect: .result(["Identities": eight("domain", ".example.com")], .documented(page: 34)),
                paging: Paging()),
        ])

    private static let domainsDeletedAtOnce = Scenario(
        "eight-at-once", "DeleteIdentity", title: "deletes eight of nine domains at once",
        requirement: "The service MUST list the ninth alone.", source: .documented(page: 9),
        setup: [
            .setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧-⟦serial⟧.example.com"], times: 9)
        ],
        steps: [
            Step(
                "delete", "DeleteIdentity", ["Identity": "⟦name:domain⟧-⟦serial⟧.example.com"],
                expect: done(page: 9), times: 8, isAtOnce: true),
            Step(
                "list", "ListIdentities",
                expect: .result(["Identities": ["⟦name:domain⟧-9.example.com"]], .documented(page: 9)),
                paging: Paging()),
        ])

    private static let policiesAtOnce = Scenario(
        "eight-at-once", "PutIdentityPolicy", title: "puts eight policies on an identity at once",
        requirement: "The service MUST list all eight.", source: .documented(page: 36), needs: [.verifiedIdentity],
        setup: [.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]), verified],
        steps: [
            Step(
                "put", "PutIdentityPolicy",
                [
                    "Identity": "⟦name:identity⟧@example.com", "PolicyName": "⟦name:policy⟧-⟦serial⟧",
                    "Policy": sendPolicy,
                ], expect: done(page: 42), times: 8, isAtOnce: true),
            Step(
                "list", "ListIdentityPolicies", ["Identity": "⟦name:identity⟧@example.com"],
                expect: .result(["PolicyNames": eight("policy")], .documented(page: 36))),
        ])

    private static let filtersAtOnce = Scenario(
        "eight-at-once", "CreateReceiptFilter", title: "creates eight filters at once",
        requirement: "The service MUST list all eight.", source: .documented(page: 38), needs: [.receivingRegion],
        steps: [
            Step(
                "create", "CreateReceiptFilter",
                [
                    "Filter": [
                        "IpFilter": ["Cidr": "192.0.2.1", "Policy": "Block"], "Name": "⟦name:filter⟧-⟦serial⟧",
                    ]
                ], expect: done(page: 5), times: 8, isAtOnce: true),
            Step(
                "list", "ListReceiptFilters",
                expect: .result(
                    [
                        "Filters": .list(
                            (1...8).map { number in
                                [
                                    "IpFilter": ["Cidr": "192.0.2.1", "Policy": "Block"],
                                    "Name": .text("⟦name:filter⟧-\(number)"),
                                ]
                            })
                    ], .documented(page: 38))),
        ])

    /// Which rule comes first is chance, so they are put in order before they are read.
    private static let rulesAtOnce = Scenario(
        "eight-at-once", "CreateReceiptRule", title: "creates eight rules in a set at once",
        requirement: "The set MUST have all eight.", source: .documented(page: 6), needs: [.receivingRegion],
        setup: [ruleSetCreated()],
        steps: [
            Step(
                "create", "CreateReceiptRule",
                ["Rule": ["Name": "⟦name:rule⟧-⟦serial⟧"], "RuleSetName": "⟦name:rule-set⟧"],
                expect: done(page: 6), times: 8, isAtOnce: true),
            Step(
                "order", "ReorderReceiptRuleSet", ["RuleNames": eight("rule"), "RuleSetName": "⟦name:rule-set⟧"],
                expect: done(page: 44)),
            Step(
                "read", "DescribeReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                expect: .result(
                    [
                        "Metadata": ruleSetMetadata(),
                        "Rules": .list(
                            (1...8).map { number in
                                [
                                    "Name": .text("⟦name:rule⟧-\(number)"), "Enabled": "⟦default⟧false",
                                    "TlsPolicy": "⟦default⟧Optional", "Actions": "⟦default⟧",
                                    "ScanEnabled": "⟦default⟧false",
                                ]
                            }),
                    ], .documented(page: 20))),
        ])

    private static let sendsAtOnce = Scenario(
        "counts-eight-sends-at-once", "GetSendQuota", title: "sends eight mails at once between two readings",
        requirement: "The service MUST count each of them.", source: .documented(page: 47), needs: [.verifiedIdentity],
        accountWide: true, setup: [verifySender],
        steps: [quotaBefore, sent(8, isAtOnce: true), quotaAfter(8, page: 47)])
}
