import SpecModel

/// The custom MAIL FROM domain.
///
/// Source: API reference p. 60 and p. 80.
extension SESv1 {
    static let mailFromScenarios: [Scenario] = [
        mailFromSetAndRead, mailFromReject, mailFromDefault, mailFromIsCleared, mailFromNeverSet, mailFromOfDomain,
        mailFromElsewhere, mailFromLookalike,
    ]

    private static let verifyAddressOfDomain = Step.setup(
        "VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@⟦name:domain⟧.example.com"])

    private static let setMailFrom = Step.setup(
        "SetIdentityMailFromDomain",
        [
            "Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com",
            "MailFromDomain": "mail.⟦name:domain⟧.example.com",
        ])

    private static let mailFromSetAndRead = Scenario(
        "set-and-read", "SetIdentityMailFromDomain", title: "sets a MAIL FROM domain and reads it",
        requirement: "The service MUST give the MAIL FROM domain that was set.",
        source: .documented(page: 80), needs: [.verifiedIdentity], setup: [verifyAddressOfDomain],
        steps: [
            Step(
                "set", "SetIdentityMailFromDomain",
                [
                    "Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com",
                    "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                ], expect: .result([:], .derived("service model"))),
            Step(
                "read", "GetIdentityMailFromDomainAttributes",
                ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]], expect: mailFromSet),
        ]
    )

    private static let mailFromReject = Scenario(
        "reject-message", "SetIdentityMailFromDomain", title: "sets what is done without an MX record, and another",
        requirement: "The service MUST give the behaviour that was set last.",
        source: .documented(page: 80), needs: [.verifiedIdentity], setup: [verifyAddressOfDomain],
        steps: [
            Step(
                "reject", "SetIdentityMailFromDomain",
                [
                    "Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com",
                    "MailFromDomain": "mail.⟦name:domain⟧.example.com", "BehaviorOnMXFailure": "RejectMessage",
                ], expect: .result([:], .derived("service model"))),
            Step(
                "read", "GetIdentityMailFromDomainAttributes",
                ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]],
                expect: .result(
                    [
                        "MailFromDomainAttributes": [
                            "⟦name:identity⟧@⟦name:domain⟧.example.com": [
                                "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                                "MailFromDomainStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure⟧",
                                "BehaviorOnMXFailure": "RejectMessage",
                            ]
                        ]
                    ], .documented(page: 80))),
            Step(
                "default", "SetIdentityMailFromDomain",
                [
                    "Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com",
                    "MailFromDomain": "mail.⟦name:domain⟧.example.com", "BehaviorOnMXFailure": "UseDefaultValue",
                ], expect: .result([:], .derived("service model"))),
            Step(
                "read-default", "GetIdentityMailFromDomainAttributes",
                ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]],
                expect: mailFromDefaultRead(.documented(page: 80))),
        ]
    )

    private static func mailFromDefaultRead(_ evidence: Evidence) -> Expectation {
        .result(
            [
                "MailFromDomainAttributes": [
                    "⟦name:identity⟧@⟦name:domain⟧.example.com": [
                        "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                        "MailFromDomainStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure⟧",
                        "BehaviorOnMXFailure": "UseDefaultValue",
                    ]
                ]
            ], evidence)
    }

    private static let mailFromDefault = Scenario(
        "default-behavior", "SetIdentityMailFromDomain",
        title: "sets a MAIL FROM domain without saying what is done without an MX record",
        requirement: "The service MUST take UseDefaultValue.",
        source: Evidence(.claimed, "floci-io/floci PR #1310", date: "2026-06-13"), needs: [.verifiedIdentity],
        setup: [verifyAddressOfDomain, setMailFrom],
        steps: [
            Step(
                "", "GetIdentityMailFromDomainAttributes",
                ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]],
                expect: mailFromDefaultRead(Evidence(.claimed, "floci-io/floci PR #1310", date: "2026-06-13")))
        ]
    )

    private static let mailFromIsCleared = Scenario(
        "cleared", "SetIdentityMailFromDomain", title: "sets a MAIL FROM domain and clears it by leaving it out",
        requirement: "The service MUST forget the MAIL FROM domain.",
        source: .documented(page: 60), needs: [.verifiedIdentity],
        setup: [
            verifyAddressOfDomain, setMailFrom,
            Step(
                "read-before", "GetIdentityMailFromDomainAttributes",
                ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]], expect: mailFromSet),
        ],
        steps: [
            Step(
                "clear", "SetIdentityMailFromDomain", ["Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com"],
                expect: .result([:], .derived("service model"))),
            Step(
                "read", "GetIdentityMailFromDomainAttributes",
                ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]], expect: .anyOf(mailFromCleared)),
        ]
    )

    private static let mailFromNeverSet = Scenario(
        "cleared-without-mail-from-domain", "SetIdentityMailFromDomain",
        title: "clears a MAIL FROM domain that was never set",
        requirement: "The service MUST take the absence of a MAIL FROM domain for the wish to have none.",
        source: .documented(page: 60), needs: [.verifiedIdentity], setup: [verifyAddressOfDomain],
        steps: [
            Step(
                "clear", "SetIdentityMailFromDomain", ["Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com"],
                expect: .result([:], .documented(page: 60))),
            Step(
                "read", "GetIdentityMailFromDomainAttributes",
                ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]], expect: .anyOf(mailFromCleared)),
        ]
    )

    private static let mailFromOfDomain = Scenario(
        "domain", "SetIdentityMailFromDomain", title: "sets the MAIL FROM domain of a domain and reads it",
        requirement: "The service MUST give the MAIL FROM domain that was set.",
        source: .documented(page: 80), needs: [.verifiedIdentity],
        setup: [Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]), verifiedDomain],
        steps: [
            Step(
                "set", "SetIdentityMailFromDomain",
                [
                    "Identity": "⟦name:domain⟧.example.com", "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                    "BehaviorOnMXFailure": "RejectMessage",
                ], expect: .result([:], .derived("service model"))),
            Step(
                "read", "GetIdentityMailFromDomainAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
                expect: .result(
                    [
                        "MailFromDomainAttributes": [
                            "⟦name:domain⟧.example.com": [
                                "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                                "MailFromDomainStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure⟧",
                                "BehaviorOnMXFailure": "RejectMessage",
                            ]
                        ]
                    ], .documented(page: 80))),
        ]
    )

    private static let mailFromElsewhere = Scenario(
        "not-a-subdomain", "SetIdentityMailFromDomain", axis: .values,
        title: "sets a MAIL FROM domain that is no subdomain of the identity's",
        requirement: "The service MUST refuse it.",
        source: .documented(page: 60), needs: [.verifiedIdentity], setup: [verifyAddressOfDomain, setMailFrom],
        steps: [
            Step(
                "", "SetIdentityMailFromDomain",
                [
                    "Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com",
                    "MailFromDomain": "mail.⟦name:absent⟧.example.net",
                ],
                expect: .failure(
                    Failure(["InvalidParameterValue", "ValidationError"], .documented(page: 60))))
        ]
    )

    private static let mailFromLookalike = Scenario(
        "not-a-subdomain-but-ends-alike", "SetIdentityMailFromDomain", axis: .values,
        title: "sets a MAIL FROM domain that ends with the letters of the identity's and is no subdomain of it",
        requirement: "The service MUST refuse it.",
        source: .documented(page: 60), needs: [.verifiedIdentity], setup: [verifyAddressOfDomain, setMailFrom],
        steps: [
            Step(
                "", "SetIdentityMailFromDomain",
                [
                    "Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com",
                    "MailFromDomain": "mail-⟦name:domain⟧.example.com",
                ],
                expect: .failure(
                    Failure(["InvalidParameterValue", "ValidationError"], .documented(page: 60))))
        ]
    )
}
