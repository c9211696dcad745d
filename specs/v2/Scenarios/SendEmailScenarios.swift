import SpecModel

/// What SendEmail takes and refuses.
///
/// Source: API v2 reference, SendEmail; published answers.
extension SESv2 {
    static let sendEmailScenarios: [Scenario] = [
        accepting(
            "raw-alone", "sends a whole mail that names sender and recipients itself",
            "MUST take sender and recipients from the mail's headers.", ["Content": ["Raw": ["Data": .blob(plainMail)]]]
        ),
        accepting(
            "raw-with-attachment", "sends a whole mail of two parts", "MUST accept a mail of several parts.",
            Fields(sending(["Raw": ["Data": .blob(mailOfTwoParts)]]))),
        accepting(
            "text-and-html", "sends a body as text and as HTML", "MUST accept both forms of the body at once.",
            Fields(
                sending([
                    "Simple": [
                        "Subject": ["Data": "Conformance test"],
                        "Body": [
                            "Text": ["Data": "Conformance test"],
                            "Html": ["Data": "<p class=\"a\">Conformance &amp; test</p>"],
                        ],
                    ]
                ]))),
        accepting(
            "special-characters", "sends a subject and a body with characters that JSON must escape",
            "MUST accept any characters of a character set that is named.",
            Fields(
                sending([
                    "Simple": [
                        "Subject": ["Data": "&<>\"' \\ 100% a+b=c; ~ é ü 日本 🙂", "Charset": "UTF-8"],
                        "Body": ["Text": ["Data": "&<>\"' \\\n\té ü 日本 🙂\n", "Charset": "UTF-8"]],
                    ]
                ]))),
        accepting(
            "display-name", "sends from an address with a name in encoded-word syntax",
            "MUST accept a sender's name in the syntax of RFC 2047.",
            Fields([Field("FromEmailAddress", "=?UTF-8?B?UHLDvGZlcg==?= <⟦sender⟧>")] + sending().dropFirst())),
        accepting(
            "three-lists", "sends to recipients of all three lists", "MUST accept recipients of every kind.",
            Fields([
                Field("FromEmailAddress", "⟦sender⟧"),
                Field(
                    "Destination",
                    [
                        "ToAddresses": recipients(1...2), "CcAddresses": recipients(3...4),
                        "BccAddresses": recipients(5...6),
                    ]), Field("Content", simpleContent),
            ])),
        accepting(
            "several-tags", "sends a mail with tags", "MUST accept labels of letters, digits, `_` and `-`.",
            Fields(
                sending() + [
                    Field(
                        "EmailTags",
                        [["Name": "campaign", "Value": "A_b-1"], ["Name": "Stage_2-x", "Value": "test"]])
                ])),
        templateWithoutValue, fromVerifiedDomain, fiftyRecipients, tooManyRecipients,
        refusing(
            "simple-without-sender", "sends a message without a sender",
            input: Fields(Array(sending().dropFirst())), "⟦any⟧", noSender),
        refusing(
            "template-without-sender", "sends a template without a sender",
            input: Fields(Array(sending(templateContent(#"{"name":"Anaya"}"#)).dropFirst())),
            "Source cannot be empty", senderProbes),
        refusing(
            "raw-without-sender", "sends a whole mail that names no sender",
            input: ["Destination": oneRecipient, "Content": ["Raw": ["Data": .blob(mailWithoutSender)]]],
            "Missing required header 'From'.", senderProbes),
        refusing(
            "empty-recipient", "sends to an empty address", input: sentTo(""), "Invalid email address .",
            emptyRecipient),
        refusing(
            "address-without-at", "sends to an address without '@'", input: sentTo("success"), "⟦any⟧",
            syntaxAsInV1),
        refusing(
            "address-without-domain", "sends to an address without a domain", input: sentTo("success@"), "⟦any⟧",
            syntaxAsInV1),
        refusing(
            "blank-in-domain", "sends to an address with a blank in its domain",
            input: sentTo("success@simulator .amazonses.com"), "⟦any⟧", syntaxAsInV1),
        refusing(
            "empty-tag-name", "sends a mail with a tag without a name",
            input: Fields(sending() + [Field("EmailTags", [["Name": "", "Value": "conformance"]])]),
            "The tag name must be specified.", sendingProbes),
        withoutDestination, mailFromDomainRefused,
    ]

    /// v1 was seen to refuse such addresses; whether v2 has another answer is not published.
    private static let syntaxAsInV1 = Evidence(
        .modelled, "as v1 was seen to refuse it: cloud-custodian/cloud-custodian#885 and others")

    private static func accepting(
        _ name: String, _ title: String, _ what: String, _ input: Fields
    ) -> Scenario {
        Scenario(
            name, "SendEmail", axis: .values, title: title, requirement: "The service \(what)",
            source: .documented(page: "SendEmail"), needs: [.verifiedIdentity], setup: [senderCreated],
            steps: [Step("", "SendEmail", input, expect: sent)])
    }

    private static func refusing(
        _ name: String, _ title: String, input: Fields, _ wording: String, _ evidence: Evidence
    ) -> Scenario {
        Scenario(
            name, "SendEmail", axis: .errors, title: title,
            requirement: "The service MUST answer 400 BadRequestException.", source: evidence,
            needs: [.verifiedIdentity], setup: [senderCreated, templateCreated(), sentOnce],
            steps: [
                Step(
                    "", "SendEmail", input,
                    expect: .failure(
                        Failure(["BadRequestException"], message: Wording(wording, evidence), evidence)))
            ])
    }

    private static func sentTo(_ address: String) -> Fields {
        [
            "FromEmailAddress": "⟦sender⟧", "Destination": ["ToAddresses": [.text(address)]],
            "Content": simpleContent,
        ]
    }

    private static let templateWithoutValue = Scenario(
        "template-lacking-a-value", "SendEmail", axis: .values,
        title: "sends a template without the value of its variable",
        requirement: "The service MUST accept the mail, though it can't be made.", source: lackingVariable,
        needs: [.verifiedIdentity], setup: [senderCreated, templateCreated()],
        steps: [
            Step(
                "", "SendEmail", Fields(sending(templateContent("{}"))),
                expect: .result(["MessageId": "⟦message-id⟧"], lackingVariable))
        ]
    )

    private static let fromVerifiedDomain = Scenario(
        "verified-domain", "SendEmail", title: "sends from an address of a verified domain",
        requirement: "The service MUST accept a sender that is not verified itself, but of a verified domain.",
        source: .documented(page: "GetEmailIdentity"), needs: [.verifiedIdentity],
        setup: [
            .setup("CreateEmailIdentity", ["EmailIdentity": "⟦name:domain⟧.example.com"]), domainVerified,
        ],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "FromEmailAddress": "somebody@⟦name:domain⟧.example.com", "Destination": oneRecipient,
                    "Content": simpleContent,
                ], expect: sent)
        ]
    )

    private static let limitAsInV1 = Evidence(.claimed, "the limit of v1: API reference p. 47")

    private static func sentTo(
        _ count: Int, _ title: String, _ requirement: String, setup: [Step], _ expectation: Expectation
    ) -> Scenario {
        Scenario(
            "recipients-\(count)", "SendEmail", axis: .values, title: title, requirement: requirement,
            source: limitAsInV1, needs: [.verifiedIdentity], setup: [senderCreated] + setup,
            steps: [
                Step(
                    "", "SendEmail",
                    [
                        "FromEmailAddress": "⟦sender⟧", "Destination": ["ToAddresses": recipients(1...count)],
                        "Content": simpleContent,
                    ], expect: expectation)
            ])
    }

    private static let fiftyRecipients = sentTo(
        50, "sends to 50 recipients", "The service is taken to accept as many as v1.", setup: [],
        .result(["MessageId": "⟦message-id⟧"], limitAsInV1))

    private static let tooManyRecipients = sentTo(
        51, "sends to 51 recipients", "The service is taken to refuse what v1 refuses.", setup: [sentOnce],
        .failure(Failure(["BadRequestException"], limitAsInV1)))

    private static let withoutDestination = Scenario(
        "without-destination", "SendEmail", axis: .errors, title: "sends a message without a destination",
        requirement: "The reference does not say what becomes of it.", source: .documented(page: "SendEmail"),
        needs: [.verifiedIdentity], setup: [senderCreated, sentOnce],
        steps: [
            Step(
                "", "SendEmail", ["FromEmailAddress": "⟦sender⟧", "Content": simpleContent], expect: .observed)
        ]
    )

    private static let mailWithoutSender = """
        To: success@simulator.amazonses.com\r
        Subject: Conformance test\r
        \r
        Conformance test\r

        """

    private static let mailOfTwoParts = """
        From: ⟦sender⟧\r
        To: success@simulator.amazonses.com\r
        Subject: Conformance test\r
        MIME-Version: 1.0\r
        Content-Type: multipart/mixed; boundary="part"\r
        \r
        --part\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: 8bit\r
        \r
        Grüße\r
        --part\r
        Content-Type: text/csv\r
        Content-Disposition: attachment; filename="a.csv"\r
        Content-Transfer-Encoding: base64\r
        \r
        YSxiCjEsMgo=\r
        --part--\r

        """
}
