import SpecModel

/// Identities: domains, lists in pages, deleting and making again.
///
/// Source: the public service model; published answers for domains.
extension SESv2 {
    static let emailIdentityScenarios: [Scenario] = [
        domainCreated, lifeOfAnIdentity, bothTypesListed, identityPages, damagedIdentityToken, plusInAddress,
        slashInAddress, neitherAddressNorDomain, otherLetterCase, tagsOfTwo,
    ]

    /// What GetEmailIdentity was seen to answer for a domain.
    private static let pendingDomain = Evidence(
        .published, "cloud-custodian/cloud-custodian:test_ses_email_identity_cross_account", date: "2024-10-17")

    /// The DKIM of a domain: three tokens, however far it is.
    static let domainSigning: Value = [
        "SigningEnabled": "⟦one-of:true|false⟧",
        "Status": "⟦one-of:PENDING|SUCCESS|FAILED|TEMPORARY_FAILURE|NOT_STARTED⟧",
        "Tokens": ["⟦token#1⟧", "⟦token#2⟧", "⟦token#3⟧"], "SigningAttributesOrigin": "AWS_SES",
        "NextSigningKeyLength": "⟦any⟧", "CurrentSigningKeyLength": "⟦any⟧",
        "LastKeyGenerationTimestamp": "⟦timestamp⟧",
    ]

    /// What GetEmailIdentity answers for a domain, with these parts where they matter.
    static func domain(
        signing: Value = domainSigning, mailFrom: Value = ["BehaviorOnMxFailure": "USE_DEFAULT_VALUE"],
        forwards: Value = true
    ) -> Fields {
        [
            "IdentityType": "DOMAIN", "FeedbackForwardingStatus": forwards,
            "VerifiedForSendingStatus": "⟦one-of:true|false⟧", "DkimAttributes": signing,
            "MailFromAttributes": mailFrom, "Policies": [:], "Tags": [],
            "VerificationStatus": "⟦one-of:PENDING|SUCCESS|NOT_STARTED⟧", "VerificationInfo": "⟦any⟧",
        ]
    }

    private static let domainCreated = Scenario(
        "domain", "CreateEmailIdentity", axis: .shape, title: "creates a domain and reads it",
        requirement: "The service MUST give three DKIM tokens, and the same ones when the domain is read.",
        source: fromModel,
        steps: [
            Step(
                "create", "CreateEmailIdentity", ["EmailIdentity": "⟦name:domain⟧.example.com"],
                expect: .result(
                    [
                        "IdentityType": "DOMAIN", "VerifiedForSendingStatus": "⟦one-of:true|false⟧",
                        "DkimAttributes": domainSigning,
                    ], fromModel)),
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": "⟦name:domain⟧.example.com"],
                expect: .result(domain(), pendingDomain)),
        ]
    )

    private static let absent = Expectation.failure(Failure(["NotFoundException"], status: 404, fromModel))

    private static let lifeOfAnIdentity = Scenario(
        "life-of-an-identity", "CreateEmailIdentity", title: "creates, deletes and creates an address again",
        requirement: "The service MUST know the address from its creation to its deletion, and no longer.",
        source: fromModel,
        steps: [
            Step(
                "create", "CreateEmailIdentity", ["EmailIdentity": "⟦name:identity⟧@example.com"],
                expect: addressAccepted),
            identitiesListed("list", [addressListed()]),
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": "⟦name:identity⟧@example.com"],
                expect: .result(newAddress(tags: []), pendingAddress)),
            Step(
                "delete", "DeleteEmailIdentity", ["EmailIdentity": "⟦name:identity⟧@example.com"],
                expect: .result([:], fromModel)),
            Step(
                "read-deleted", "GetEmailIdentity", ["EmailIdentity": "⟦name:identity⟧@example.com"],
                expect: absent),
            Step(
                "delete-again", "DeleteEmailIdentity", ["EmailIdentity": "⟦name:identity⟧@example.com"],
                expect: absent),
            Step(
                "create-again", "CreateEmailIdentity", ["EmailIdentity": "⟦name:identity⟧@example.com"],
                expect: addressAccepted),
            identitiesListed("list-again", [addressListed()]),
        ]
    )

    static let addressAccepted = Expectation.result(
        [
            "IdentityType": "EMAIL_ADDRESS", "VerifiedForSendingStatus": "⟦one-of:true|false⟧",
            "DkimAttributes": "⟦optional⟧⟦any⟧",
        ], pendingAddress)

    private static let bothTypesListed = Scenario(
        "address-and-domain", "ListEmailIdentities", axis: .shape, title: "lists an address and a domain",
        requirement: "The service MUST list identities of every type, each with its type.",
        source: fromModel,
        setup: [
            addressCreated(), .setup("CreateEmailIdentity", ["EmailIdentity": "⟦name:domain⟧.example.com"]),
        ],
        steps: [
            identitiesListed(
                "",
                [
                    addressListed(),
                    [
                        "IdentityType": "DOMAIN", "IdentityName": "⟦name:domain⟧.example.com",
                        "SendingEnabled": "⟦one-of:true|false⟧",
                        "VerificationStatus": "⟦one-of:PENDING|SUCCESS|NOT_STARTED⟧",
                    ],
                ])
        ]
    )

    private static let fiveKeys = ["first", "second", "third", "fourth", "fifth"]

    private static let identityPages = Scenario(
        "pages-to-the-end", "ListEmailIdentities", title: "reads five identities in pages of two",
        requirement: "The service MUST give pages of no more than PageSize identities which together hold each "
            + "identity once.",
        source: fromModel, accountWide: true, setup: fiveKeys.map { addressCreated($0) },
        steps: [
            Step(
                "", "ListEmailIdentities", ["PageSize": 2],
                expect: .result(["EmailIdentities": .list(fiveKeys.map { addressListed($0) })], fromModel),
                paging: Paging(size: 2))
        ]
    )

    private static let damagedIdentityToken = Scenario(
        "damaged-token", "ListEmailIdentities", axis: .values, title: "goes on from a token that nobody gave",
        requirement: "What the service MUST answer to a token of no earlier answer is not known.", source: fromModel,
        setup: [.setup("ListEmailIdentities")],
        steps: [Step("", "ListEmailIdentities", ["NextToken": "⟦name:absent⟧"], expect: .observed)]
    )

    private static let plusInAddress = Scenario(
        "plus-in-address", "GetEmailIdentity", axis: .protocol,
        title: "names an address with a plus sign in the path",
        requirement: "The service MUST take the path for the address that was created.", source: fromModel,
        setup: [.setup("CreateEmailIdentity", ["EmailIdentity": "⟦name:identity⟧+label@example.com"])],
        steps: [
            Step(
                "read", "GetEmailIdentity", ["EmailIdentity": "⟦name:identity⟧+label@example.com"],
                expect: .result(newAddress(tags: []), pendingAddress)),
            Step(
                "delete", "DeleteEmailIdentity", ["EmailIdentity": "⟦name:identity⟧+label@example.com"],
                expect: .result([:], fromModel)),
            identitiesListed("list", []),
        ]
    )

    private static let slashInAddress = Scenario(
        "slash-in-address", "CreateEmailIdentity", axis: .protocol,
        title: "creates and reads an address with a slash, which RFC 5322 allows",
        requirement: "Nobody has published what the service answers.", source: fromModel, setup: [addressCreated()],
        steps: [
            Step(
                "create", "CreateEmailIdentity", ["EmailIdentity": "⟦name:slash⟧/a@example.com"], expect: .observed),
            Step("read", "GetEmailIdentity", ["EmailIdentity": "⟦name:slash⟧/a@example.com"], expect: .observed),
        ]
    )

    private static let neitherAddressNorDomain = Scenario(
        "neither-address-nor-domain", "CreateEmailIdentity", axis: .values,
        title: "creates an identity that is neither an address nor a domain",
        requirement: "Nobody has published what the service answers.", source: fromModel, setup: [addressCreated()],
        steps: [Step("", "CreateEmailIdentity", ["EmailIdentity": "⟦name:neither⟧ @"], expect: .observed)]
    )

    private static let otherLetterCase = Scenario(
        "other-letter-case", "GetEmailIdentity", axis: .values,
        title: "reads an address in other letters than it was created with",
        requirement: "Nobody has published what the service answers.", source: fromModel,
        setup: [addressCreated()],
        steps: [
            Step("", "GetEmailIdentity", ["EmailIdentity": "⟦name:identity⟧@EXAMPLE.COM"], expect: .observed)
        ]
    )

    private static let tagsOfTwo = Scenario(
        "tags-per-identity", "CreateEmailIdentity", title: "creates two addresses with tags of their own",
        requirement: "The service MUST show the tags of the identity that is asked for, and no others.",
        source: .documented(page: "GetEmailIdentity"),
        setup: [
            .setup(
                "CreateEmailIdentity",
                [
                    "EmailIdentity": "⟦name:identity⟧@example.com",
                    "Tags": [["Key": "purpose", "Value": "conformance"], ["Key": "stage", "Value": "test"]],
                ]),
            .setup(
                "CreateEmailIdentity",
                [
                    "EmailIdentity": "⟦name:other⟧@example.com",
                    "Tags": [["Key": "purpose", "Value": "a & b = c: d/é+@"]],
                ]),
        ],
        steps: [
            Step(
                "first", "GetEmailIdentity", ["EmailIdentity": "⟦name:identity⟧@example.com"],
                expect: .result(
                    newAddress(tags: [
                        ["Key": "purpose", "Value": "conformance"], ["Key": "stage", "Value": "test"],
                    ]), .documented(page: "GetEmailIdentity"))),
            Step(
                "second", "GetEmailIdentity", ["EmailIdentity": "⟦name:other⟧@example.com"],
                expect: .result(
                    newAddress(tags: [["Key": "purpose", "Value": "a & b = c: d/é+@"]]),
                    .documented(page: "GetEmailIdentity"))),
        ]
    )
}
