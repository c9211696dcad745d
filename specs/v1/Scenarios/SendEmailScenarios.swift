import SpecModel

/// What SendEmail takes and refuses.
///
/// Source: API reference p. 47 to p. 49, p. 75, p. 77 and p. 78; published answers for malformed addresses.
extension SESv1 {
    static let sendEmailScenarios: [Scenario] = [
        sendFromDomain, sendToFifty, sendToFiftyOne, sendToFiftyOneInOneList, sendBothBodies, sendSpecialCharacters,
        sendDisplayName, sendWithoutAt, sendWithoutDomain, sendBlankInDomain, sendMailFromNotVerified,
    ]

    private static let accepted = Expectation.result(["MessageId": "⟦message-id⟧"], .documented(page: 49))

    private static let sendFromDomain = Scenario(
        "verified-domain", "SendEmail", title: "sends from an address of a verified domain",
        requirement: "The service MUST accept a sender that is not verified itself, but of a verified domain.",
        source: .documented(page: 48), needs: [.verifiedIdentity],
        setup: [Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]), verifiedDomain],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "somebody@⟦name:domain⟧.example.com",
                    "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]], "Message": shortMessage,
                ], expect: accepted)
        ]
    )

    private static let sendToFifty = Scenario(
        "recipients-50", "SendEmail", axis: .values, title: "sends to 50 recipients over all lists",
        requirement: "The service MUST accept 50 recipients.",
        source: .documented(page: 47), needs: [.verifiedIdentity], setup: [verifySender],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "⟦sender⟧",
                    "Destination": [
                        "ToAddresses": recipients(1...17), "CcAddresses": recipients(18...34),
                        "BccAddresses": recipients(35...50),
                    ],
                    "Message": shortMessage,
                ], expect: accepted)
        ]
    )

    private static let tooManyRecipients = Expectation.failure(
        Failure(
            ["InvalidParameterValue"],
            message: Wording(
                "Recipient count exceeds 50.", Evidence(.published, "doubleunion/arooo#243", date: "2016")),
            Evidence(.published, "doubleunion/arooo#243", date: "2016")))

    private static let sendToFiftyOne = Scenario(
        "recipients-51", "SendEmail", axis: .values, title: "sends to 51 recipients over all lists",
        requirement: "The service MUST refuse more than 50 recipients, in whichever lists they are.",
        source: .documented(page: 47), needs: [.verifiedIdentity], setup: [verifySender, sendOne],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "⟦sender⟧",
                    "Destination": [
                        "ToAddresses": recipients(1...17), "CcAddresses": recipients(18...34),
                        "BccAddresses": recipients(35...51),
                    ],
                    "Message": shortMessage,
                ], expect: tooManyRecipients)
        ]
    )

    private static let sendToFiftyOneInOneList = Scenario(
        "recipients-51-in-one-list", "SendEmail", axis: .values, title: "sends to 51 recipients of one list",
        requirement: "The service MUST refuse more than 50 recipients.",
        source: .documented(page: 47), needs: [.verifiedIdentity], setup: [verifySender, sendOne],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "⟦sender⟧", "Destination": ["ToAddresses": recipients(1...51)],
                    "Message": shortMessage,
                ], expect: tooManyRecipients)
        ]
    )

    private static let sendBothBodies = Scenario(
        "text-and-html", "SendEmail", axis: .values, title: "sends a body as text and as HTML",
        requirement: "The service MUST accept both forms of the body at once.",
        source: .documented(page: 75), needs: [.verifiedIdentity], setup: [verifySender],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "⟦sender⟧", "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]],
                    "Message": [
                        "Subject": ["Data": "Conformance test"],
                        "Body": [
                            "Text": ["Data": "Conformance test"],
                            "Html": ["Data": "<html><body><p class=\"a\">Conformance &amp; test</p></body></html>"],
                        ],
                    ],
                ], expect: accepted)
        ]
    )

    private static let sendSpecialCharacters = Scenario(
        "special-characters", "SendEmail", axis: .values,
        title: "sends a subject and a body with characters that forms must escape",
        requirement: "The service MUST accept any characters of a character set that is named.",
        source: .documented(page: 77), needs: [.verifiedIdentity], setup: [verifySender],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "⟦sender⟧", "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]],
                    "Message": [
                        "Subject": ["Charset": "UTF-8", "Data": "&<>\"' 100% a+b=c; ~ é ü 日本 🙂"],
                        "Body": [
                            "Text": ["Charset": "UTF-8", "Data": "&<>\"' 100% a+b=c; ~\né ü 日本 🙂\n"]
                        ],
                    ],
                ], expect: accepted)
        ]
    )

    private static let sendDisplayName = Scenario(
        "encoded-word", "SendEmail", axis: .values, title: "sends from an address with a name in encoded-word syntax",
        requirement: "The service MUST accept a sender's name in the syntax of RFC 2047.",
        source: .documented(page: 48), needs: [.verifiedIdentity], setup: [verifySender],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "=?UTF-8?B?UHLDvGZlcg==?= <⟦sender⟧>",
                    "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]], "Message": shortMessage,
                ], expect: accepted)
        ]
    )

    private static let sendWithoutAt = Scenario(
        "address-without-at", "SendEmail", axis: .errors, title: "sends to an address without '@'",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: Evidence(.published, "cloud-custodian/cloud-custodian#885", date: "2017-02-01"),
        needs: [.verifiedIdentity], setup: [verifySender, sendOne],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "⟦sender⟧", "Destination": ["ToAddresses": ["success"]], "Message": shortMessage,
                ],
                expect: .failure(
                    Failure(
                        ["InvalidParameterValue", "ValidationError"],
                        message: Wording(
                            "Missing final '@domain'",
                            Evidence(.published, "cloud-custodian/cloud-custodian#885", date: "2017-02-01")),
                        Evidence(.published, "cloud-custodian/cloud-custodian#885", date: "2017-02-01"))))
        ]
    )

    private static let sendWithoutDomain = Scenario(
        "address-without-domain", "SendEmail", axis: .errors, title: "sends to an address without a domain",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: Evidence(.published, "brave/accounts#35", date: "2025-03-24"), needs: [.verifiedIdentity],
        setup: [verifySender, sendOne],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "⟦sender⟧", "Destination": ["ToAddresses": ["success@"]], "Message": shortMessage,
                ],
                expect: .failure(
                    Failure(
                        ["InvalidParameterValue", "ValidationError"],
                        message: Wording(
                            "Missing domain", Evidence(.published, "brave/accounts#35", date: "2025-03-24")),
                        Evidence(.published, "brave/accounts#35", date: "2025-03-24"))))
        ]
    )

    private static let sendBlankInDomain = Scenario(
        "blank-in-domain", "SendEmail", axis: .errors, title: "sends to an address with a blank in its domain",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: Evidence(.published, "monde-sistemas/delphi-aws-ses#22", date: "2015-09-14"),
        needs: [.verifiedIdentity], setup: [verifySender, sendOne],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "⟦sender⟧", "Destination": ["ToAddresses": ["success@simulator .amazonses.com"]],
                    "Message": shortMessage,
                ],
                expect: .failure(
                    Failure(
                        ["InvalidParameterValue", "ValidationError"],
                        message: Wording(
                            "Domain contains control or whitespace",
                            Evidence(.published, "monde-sistemas/delphi-aws-ses#22", date: "2015-09-14")),
                        Evidence(.published, "monde-sistemas/delphi-aws-ses#22", date: "2015-09-14"))))
        ]
    )

    private static let sendMailFromNotVerified = Scenario(
        "mail-from-domain-not-verified", "SendEmail", axis: .errors,
        title: "sends with a MAIL FROM domain whose MX record can't be read",
        requirement: "The service MUST refuse the mail where RejectMessage is set.",
        source: .documented(page: 60), needs: [.verifiedIdentity], setup: rejectWithoutMXRecord,
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Source": "somebody@⟦name:domain⟧.example.com",
                    "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]], "Message": shortMessage,
                ], expect: mailFromRefused)
        ]
    )

    /// A verified domain whose MAIL FROM domain has no MX record; blocks the case where the endpoint says otherwise.
    static let rejectWithoutMXRecord = [
        Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
        verifiedDomain,
        Step.setup(
            "SetIdentityMailFromDomain",
            [
                "Identity": "⟦name:domain⟧.example.com", "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                "BehaviorOnMXFailure": "RejectMessage",
            ]),
        Step(
            "not-read", "GetIdentityMailFromDomainAttributes", ["Identities": ["⟦name:domain⟧.example.com"]],
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
    ]

    static let mailFromRefused = Expectation.failure(
        Failure(["MailFromDomainNotVerified", "MailFromDomainNotVerifiedException"], .documented(page: 60)))
}
