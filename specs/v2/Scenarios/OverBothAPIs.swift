import SpecModel

/// What one API writes and the other reads: both have the same identities, policies and counters.
///
/// Source: API v2 reference; API reference.
/// Note: an endpoint that has one API only does not support these cases.
extension SESv2 {
    static let scenariosOverBothAPIs: [Scenario] =
        [
            identityOfV1, identityOfV2, deletedByV1, deletedByV2, domainOfV2, tokensOfBoth, policyOfV1, policyOfV2,
            mailFromOfV1, signingOfV1, forwardingOfV1, counterOfV2, counterOfV1, quotaOfBoth, customVerification,
            olderIdentityOfV1, olderDeletedByV1, domainOfV1, signingOfDomainOfV1, rawCounterOfV2, bulkCounterOfV1,
        ]

    /// That both APIs are two ways to the same things.
    private static let oneService = Evidence.derived("both APIs are of one service: what one writes the other reads")

    private static func both(
        _ name: String, _ operation: String, title: String, _ requirement: String, needs: [Need] = [],
        accountWide: Bool = false, setup: [Step] = [], steps: [Step], cleanup: [Step] = []
    ) -> Scenario {
        Scenario(
            name, operation, title: title, requirement: requirement, source: oneService, needs: needs,
            accountWide: accountWide, setup: setup, steps: steps, cleanup: cleanup)
    }

    private static func done(_ name: String, _ operation: String, _ input: Fields, api: API? = nil) -> Step {
        Step(name, operation, input, api: api, expect: .result([:], oneService))
    }

    /// All pages of identities as v1 lists them, of which the case's own must be these.
    private static func listed(_ name: String, _ identities: [Value]) -> Step {
        Step(
            name, "ListIdentities", api: .v1, expect: .result(["Identities": .list(identities)], oneService),
            paging: Paging())
    }

    // MARK: Identities

    private static let address: Value = "⟦name:identity⟧@example.com"
    private static let domainName: Value = "⟦name:domain⟧.example.com"

    private static let identityOfV1 = both(
        "identity-of-v1", "GetEmailIdentity", title: "verifies an address by v1 and reads it by v2",
        "The service MUST show the address to both.",
        steps: [
            done("verify", "VerifyEmailIdentity", ["EmailAddress": address], api: .v1),
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": address],
                expect: .result(newAddress(tags: []), oneService)),
            identitiesListed("list", [addressListed()]),
        ])

    private static let identityOfV2 = both(
        "shown-by-v1", "CreateEmailIdentity", title: "creates an address and reads it by v1",
        "The service MUST show the address to both.", setup: [addressCreated()],
        steps: [
            listed("list", [address]),
            Step(
                "read", "GetIdentityVerificationAttributes", ["Identities": [address]], api: .v1,
                expect: .result(
                    [
                        "VerificationAttributes": [
                            "⟦name:identity⟧@example.com": ["VerificationStatus": "⟦one-of:Pending|Success⟧"]
                        ]
                    ], oneService)),
        ])

    private static let deletedByV1 = both(
        "deleted-by-v1", "GetEmailIdentity", title: "creates an address, and reads it after v1 deleted it",
        "The service MUST answer 404 NotFoundException.",
        setup: [addressCreated(), .setup("GetEmailIdentity", ["EmailIdentity": address])],
        steps: [
            done("delete", "DeleteIdentity", ["Identity": address], api: .v1),
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": address],
                expect: .failure(Failure(["NotFoundException"], status: 404, oneService))),
        ])

    private static let deletedByV2 = both(
        "gone-from-v1", "DeleteEmailIdentity", title: "deletes an address that v1 verified",
        "The service MUST show the address to neither.",
        setup: [.setup("VerifyEmailIdentity", ["EmailAddress": address], api: .v1), listed("list-before", [address])],
        steps: [done("delete", "DeleteEmailIdentity", ["EmailIdentity": address]), listed("list", [])])

    private static let domainOfV2 = both(
        "domain-shown-by-v1", "CreateEmailIdentity", title: "creates a domain and reads it by v1",
        "The service MUST show the domain to both.",
        setup: [.setup("CreateEmailIdentity", ["EmailIdentity": domainName])],
        steps: [
            Step(
                "list", "ListIdentities", ["IdentityType": "Domain"], api: .v1,
                expect: .result(["Identities": [domainName]], oneService), paging: Paging())
        ])

    private static let tokensOfBoth = both(
        "tokens-shown-by-v1", "CreateEmailIdentity", title: "creates a domain and reads its DKIM tokens by both",
        "The service MUST give the same three tokens by both.",
        setup: [.setup("CreateEmailIdentity", ["EmailIdentity": domainName])],
        steps: [
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": domainName], expect: .result(domain(), oneService)),
            Step(
                "read-v1", "GetIdentityDkimAttributes", ["Identities": [domainName]], api: .v1,
                expect: .result(
                    [
                        "DkimAttributes": [
                            "⟦name:domain⟧.example.com": [
                                "DkimEnabled": "⟦one-of:true|false⟧",
                                "DkimVerificationStatus":
                                    "⟦one-of:Pending|Success|Failed|TemporaryFailure|NotStarted⟧",
                                "DkimTokens": ["⟦token#1⟧", "⟦token#2⟧", "⟦token#3⟧"],
                            ]
                        ]
                    ], oneService)),
        ])

    private static let olderIdentityOfV1 = both(
        "older-identity-of-v1", "GetEmailIdentity",
        title: "verifies an address by v1's deprecated operation and reads it by v2",
        "The service MUST show the address to both.",
        steps: [
            done("verify", "VerifyEmailAddress", ["EmailAddress": address], api: .v1),
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": address],
                expect: .result(newAddress(tags: []), oneService)),
        ])

    private static let olderDeletedByV1 = both(
        "older-deleted-by-v1", "GetEmailIdentity",
        title: "creates an address, and reads it after v1's deprecated operation deleted it",
        "The service MUST answer 404 NotFoundException.",
        setup: [addressCreated(), .setup("GetEmailIdentity", ["EmailIdentity": address])],
        steps: [
            done("delete", "DeleteVerifiedEmailAddress", ["EmailAddress": address], api: .v1),
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": address],
                expect: .failure(Failure(["NotFoundException"], status: 404, oneService))),
        ])

    private static func typed(_ identity: Value) -> Value {
        [
            "IdentityType": "DOMAIN", "IdentityName": identity, "SendingEnabled": "⟦one-of:true|false⟧",
            "VerificationStatus": "⟦one-of:PENDING|SUCCESS|NOT_STARTED⟧",
        ]
    }

    private static let domainOfV1 = both(
        "domain-of-v1", "ListEmailIdentities", title: "verifies a domain by v1 and lists it by v2",
        "The service MUST list the domain, with its type.",
        setup: [.setup("VerifyDomainIdentity", ["Domain": domainName], api: .v1)],
        steps: [identitiesListed("", [typed(domainName)])])

    private static let signingOfDomainOfV1 = both(
        "tokens-of-v1", "GetEmailIdentity", title: "asks v1 for a domain's DKIM tokens and reads them by v2",
        "The service MUST show the same three tokens to both.",
        steps: [
            Step(
                "tokens", "VerifyDomainDkim", ["Domain": domainName], api: .v1,
                expect: .result(["DkimTokens": ["⟦token#1⟧", "⟦token#2⟧", "⟦token#3⟧"]], .documented(page: 66))),
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": domainName],
                expect: .result(domain(), oneService)),
        ])

    // MARK: Settings of identities

    private static let mailFromOfV1 = both(
        "mail-from-of-v1", "GetEmailIdentity", title: "reads a MAIL FROM domain that v1 set, and after v1 cleared it",
        "The service MUST show the MAIL FROM domain to both.", needs: [.verifiedIdentity],
        setup: [.setup("CreateEmailIdentity", ["EmailIdentity": domainName]), domainVerified],
        steps: [
            done(
                "set", "SetIdentityMailFromDomain",
                [
                    "Identity": domainName, "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                    "BehaviorOnMXFailure": "RejectMessage",
                ], api: .v1),
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": domainName],
                expect: .result(
                    domain(mailFrom: [
                        "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                        "MailFromDomainStatus": "⟦one-of:PENDING|SUCCESS|FAILED|TEMPORARY_FAILURE⟧",
                        "BehaviorOnMxFailure": "REJECT_MESSAGE",
                    ]), oneService)),
            done("clear", "SetIdentityMailFromDomain", ["Identity": domainName], api: .v1),
            Step(
                "read-cleared", "GetEmailIdentity", ["EmailIdentity": domainName],
                expect: .result(
                    domain(mailFrom: ["BehaviorOnMxFailure": "⟦one-of:USE_DEFAULT_VALUE|REJECT_MESSAGE⟧"]),
                    oneService)),
        ])

    private static func signing(_ isEnabled: Value) -> Value {
        guard case .fields(let fields) = domainSigning else { return domainSigning }
        return .fields([Field("SigningEnabled", isEnabled)] + fields.filter { $0.name != "SigningEnabled" })
    }

    private static let signingOfV1 = both(
        "signing-of-v1", "GetEmailIdentity", title: "reads whether mail is signed, after v1 switched it off and on",
        "The service MUST show by v2 what v1 set.", needs: [.verifiedIdentity],
        setup: [
            .setup("CreateEmailIdentity", ["EmailIdentity": domainName]), domainVerified,
            .setup("VerifyDomainDkim", ["Domain": domainName], api: .v1),
        ],
        steps: [
            done("off", "SetIdentityDkimEnabled", ["Identity": domainName, "DkimEnabled": false], api: .v1),
            Step(
                "read-off", "GetEmailIdentity", ["EmailIdentity": domainName],
                expect: .result(domain(signing: signing(false)), oneService)),
            done("on", "SetIdentityDkimEnabled", ["Identity": domainName, "DkimEnabled": true], api: .v1),
            Step(
                "read-on", "GetEmailIdentity", ["EmailIdentity": domainName],
                expect: .result(domain(signing: signing(true)), oneService)),
        ])

    private static func topic(_ type: Value) -> Step {
        .setup(
            "SetIdentityNotificationTopic",
            ["Identity": domainName, "NotificationType": type, "SnsTopic": "⟦resource:sns-topic⟧"], api: .v1)
    }

    private static let forwardingOfV1 = both(
        "forwarding-of-v1", "GetEmailIdentity",
        title: "reads whether feedback is forwarded, after v1 switched it off and on",
        "The service MUST show by v2 what v1 set.", needs: [.snsTopic],
        setup: [
            .setup("CreateEmailIdentity", ["EmailIdentity": domainName]), topic("Bounce"), topic("Complaint"),
        ],
        steps: [
            done(
                "off", "SetIdentityFeedbackForwardingEnabled",
                ["Identity": domainName, "ForwardingEnabled": false], api: .v1),
            Step(
                "read-off", "GetEmailIdentity", ["EmailIdentity": domainName],
                expect: .result(domain(forwards: false), oneService)),
            done(
                "on", "SetIdentityFeedbackForwardingEnabled",
                ["Identity": domainName, "ForwardingEnabled": true], api: .v1),
            Step(
                "read-on", "GetEmailIdentity", ["EmailIdentity": domainName],
                expect: .result(domain(), oneService)),
        ])

    // MARK: Policies

    private static let policyOfV1 = both(
        "policy-of-v1", "GetEmailIdentityPolicies", title: "reads a policy that v1 put, and after v1 deleted it",
        "The service MUST show the policy to both.", needs: [.verifiedIdentity], accountWide: true,
        setup: [
            senderCreated, noPolicies,
            .setup(
                "PutIdentityPolicy",
                ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendPolicy], api: .v1),
        ],
        steps: [
            policiesRead("read", ["⟦name:policy⟧": sendPolicy]),
            done(
                "delete", "DeleteIdentityPolicy", ["Identity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧"], api: .v1),
            policiesRead("read-deleted", [:]),
        ])

    private static let policyOfV2 = both(
        "shown-by-v1", "CreateEmailIdentityPolicy",
        title: "creates a policy and reads it by v1, updates and deletes it",
        "The service MUST show the policy to both.", needs: [.verifiedIdentity], accountWide: true,
        setup: [senderCreated, noPolicies, policyCreated()],
        steps: [
            policyOfV1Read("read", ["⟦name:policy⟧": sendPolicy]),
            done(
                "update", "UpdateEmailIdentityPolicy",
                ["EmailIdentity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧", "Policy": sendRawPolicy]),
            policyOfV1Read("read-updated", ["⟦name:policy⟧": sendRawPolicy]),
            done(
                "delete", "DeleteEmailIdentityPolicy",
                ["EmailIdentity": "⟦sender⟧", "PolicyName": "⟦name:policy⟧"]),
            Step(
                "list", "ListIdentityPolicies", ["Identity": "⟦sender⟧"], api: .v1,
                expect: .result(["PolicyNames": []], oneService)),
        ])

    private static func policyOfV1Read(_ name: String, _ policies: Value) -> Step {
        Step(
            name, "GetIdentityPolicies", ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:policy⟧"]], api: .v1,
            expect: .result(["Policies": policies], oneService))
    }

    // MARK: Counters

    private static let sentByV1 = Step(
        "send", "SendEmail",
        [
            "Source": "⟦sender⟧", "Destination": oneRecipient,
            "Message": ["Subject": ["Data": "Conformance test"], "Body": ["Text": ["Data": "Conformance test"]]],
        ], api: .v1, expect: .result(["MessageId": "⟦message-id⟧"], .documented(page: 49)))

    private static let counterOfV2 = both(
        "counts-sends-of-v1", "GetAccount", title: "sends a mail by v1 between two readings",
        "The service MUST count the mail.", needs: [.verifiedIdentity], accountWide: true, setup: [senderCreated],
        steps: [counterBefore, sentByV1, counterAfter(1)])

    private static let counterOfV1 = both(
        "counted-by-v1", "SendEmail", title: "sends a mail between two readings by v1",
        "The service MUST count the mail.", needs: [.verifiedIdentity], accountWide: true, setup: [senderCreated],
        steps: [
            Step(
                "before", "GetSendQuota", api: .v1, expect: .result(limitsRead, .documented(page: 30)),
                captures: ["before": "SentLast24Hours"]),
            Step("send", "SendEmail", Fields(sending()), expect: sent),
            Step(
                "after", "GetSendQuota", api: .v1,
                expect: .result(
                    [
                        "Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧",
                        "SentLast24Hours": "⟦at-least:before+1⟧",
                    ], oneService)),
        ])

    private static let rawCounterOfV2 = both(
        "counts-raw-sends-of-v1", "GetAccount", title: "sends a raw mail by v1 between two readings",
        "The service MUST count the mail.", needs: [.verifiedIdentity], accountWide: true, setup: [senderCreated],
        steps: [
            counterBefore,
            Step(
                "send", "SendRawEmail", ["RawMessage": ["Data": .blob(plainMail)]], api: .v1,
                expect: .result(["MessageId": "⟦message-id⟧"], .documented(page: 53))),
            counterAfter(1),
        ])

    private static let limitsRead: Fields = [
        "Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧", "SentLast24Hours": "⟦number⟧",
    ]

    private static let bulkCounterOfV1 = both(
        "counted-by-v1", "SendBulkEmail", title: "sends two mails at once between two readings by v1",
        "The service MUST count both mails.", needs: [.verifiedIdentity], accountWide: true,
        setup: [senderCreated, templateCreated()],
        steps: [
            Step(
                "before", "GetSendQuota", api: .v1, expect: .result(limitsRead, .documented(page: 30)),
                captures: ["before": "SentLast24Hours"]),
            bulkOfTwo("send"),
            Step(
                "after", "GetSendQuota", api: .v1,
                expect: .result(
                    [
                        "Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧",
                        "SentLast24Hours": "⟦at-least:before+2⟧",
                    ], oneService)),
        ])

    private static let quotaOfBoth = both(
        "quota-of-v1", "GetAccount", title: "reads the sending limits by both",
        "The service MUST tell the same limits by both.",
        setup: [
            .setup(
                "GetSendQuota", api: .v1, captures: ["day": "Max24HourSend", "rate": "MaxSendRate"])
        ],
        steps: [
            Step(
                "", "GetAccount",
                expect: .result(
                    Fields(
                        account().fields.map { field in
                            field.name == "SendQuota"
                                ? Field(
                                    "SendQuota",
                                    [
                                        "Max24HourSend": "⟦capture:day⟧", "MaxSendRate": "⟦capture:rate⟧",
                                        "SentLast24Hours": "⟦number⟧",
                                    ]) : field
                        }), oneService))
        ])

    private static let customVerification = both(
        "shown-by-v1", "SendCustomVerificationEmail", title: "sends a verification mail and lists identities by v1",
        "The service MUST show the address to both.", needs: [.verifiedIdentity],
        setup: [
            senderCreated, customTemplateCreated(),
            .setup(
                "SendCustomVerificationEmail", ["EmailAddress": address, "TemplateName": "⟦name:template⟧"]),
        ],
        steps: [listed("list", [address])])

    // MARK: MAIL FROM that can't be used

    /// Belongs to SendEmail's own scenarios, as it shows one of its errors.
    static let mailFromDomainRefused = Scenario(
        "mail-from-domain-not-verified", "SendEmail", axis: .errors,
        title: "sends with a MAIL FROM domain whose MX record can't be read",
        requirement: "The service MUST refuse the mail where v1 set RejectMessage.",
        source: .documented(page: "GetEmailIdentity"), needs: [.verifiedIdentity],
        setup: [
            senderCreated, sentOnce, .setup("CreateEmailIdentity", ["EmailIdentity": domainName]), domainVerified,
            .setup(
                "SetIdentityMailFromDomain",
                [
                    "Identity": domainName, "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                    "BehaviorOnMXFailure": "RejectMessage",
                ], api: .v1),
            Step(
                "not-read", "GetIdentityMailFromDomainAttributes", ["Identities": [domainName]], api: .v1,
                expect: .result(
                    [
                        "MailFromDomainAttributes": [
                            "⟦name:domain⟧.example.com": [
                                "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                                "MailFromDomainStatus": "⟦one-of:Pending|Failed|TemporaryFailure⟧",
                                "BehaviorOnMXFailure": "RejectMessage",
                            ]
                        ]
                    ], .documented(page: 80))),
        ],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "FromEmailAddress": "somebody@⟦name:domain⟧.example.com", "Destination": oneRecipient,
                    "Content": simpleContent,
                ],
                expect: .failure(
                    Failure(
                        ["MailFromDomainNotVerified", "MailFromDomainNotVerifiedException"],
                        .documented(page: "GetEmailIdentity"))))
        ]
    )
}
