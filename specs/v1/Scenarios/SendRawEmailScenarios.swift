import SpecModel

/// What SendRawEmail takes and refuses.
///
/// Source: API reference p. 51 to p. 53; published answers for malformed messages.
extension SESv1 {
    static let sendRawEmailScenarios: [Scenario] = [
        rawFromDomain, rawToFifty, rawToFiftyOne, rawToFiftyOneDestinations, rawMultipart, rawWithoutSender,
        rawWithoutRecipient,
        rawEmptyHeaderName, rawWithoutAt, rawMailFromNotVerified,
    ]

    private static let accepted = Expectation.result(["MessageId": "⟦message-id⟧"], .documented(page: 53))

    private static let rawFromDomain = Scenario(
        "verified-domain", "SendRawEmail", title: "sends from an address of a verified domain",
        requirement: "The service MUST accept a sender that is not verified itself, but of a verified domain.",
        source: .documented(page: 51), needs: [.verifiedIdentity],
        setup: [Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]), verifiedDomain],
        steps: [
            Step(
                "", "SendRawEmail", ["RawMessage": ["Data": .blob(messageFromDomain)]], expect: accepted)
        ]
    )

    private static let messageFromDomain = """
        From: somebody@⟦name:domain⟧.example.com\r
        To: success@simulator.amazonses.com\r
        Subject: Conformance test\r
        \r
        Conformance test\r

        """

    // Recipients are named in one place only: whether those of headers and of Destinations add up is not said.
    private static let rawToFifty = Scenario(
        "recipients-50", "SendRawEmail", axis: .values, title: "sends to 50 recipients of all headers",
        requirement: "The service MUST accept 50 recipients.",
        source: .documented(page: 51), needs: [.verifiedIdentity], setup: [verifySender],
        steps: [
            Step("", "SendRawEmail", ["RawMessage": ["Data": .blob(message(toUpTo: 50))]], expect: accepted)
        ]
    )

    private static let tooManyRecipients = Expectation.failure(
        Failure(
            ["InvalidParameterValue"],
            message: Wording(
                "Recipient count exceeds 50.", Evidence(.published, "doubleunion/arooo#243", date: "2016")),
            // Seen of SendEmail, which shares the limit.
            Evidence(.published, "doubleunion/arooo#243", date: "2016")))

    private static let rawToFiftyOne = Scenario(
        "recipients-51", "SendRawEmail", axis: .values, title: "sends to 51 recipients of all headers",
        requirement: "The service MUST refuse more than 50 recipients, in whichever headers they are.",
        source: .documented(page: 51), needs: [.verifiedIdentity], setup: [verifySender, sendOneRaw],
        steps: [
            Step("", "SendRawEmail", ["RawMessage": ["Data": .blob(message(toUpTo: 51))]], expect: tooManyRecipients)
        ]
    )

    private static let rawToFiftyOneDestinations = Scenario(
        "recipients-51-in-destinations", "SendRawEmail", axis: .values, title: "sends to 51 recipients by Destinations",
        requirement: "The service MUST refuse more than 50 recipients.",
        source: .documented(page: 51), needs: [.verifiedIdentity], setup: [verifySender, sendOneRaw],
        steps: [
            Step(
                "", "SendRawEmail",
                ["Destinations": recipients(1...51), "RawMessage": ["Data": .blob(plainMessage)]],
                expect: tooManyRecipients)
        ]
    )

    private static func message(toUpTo last: Int) -> String {
        """
        From: ⟦sender⟧\r
        To: \(addresses(1...17))\r
        Cc: \(addresses(18...34))\r
        Bcc: \(addresses(35...last))\r
        Subject: Conformance test\r
        \r
        Conformance test\r

        """
    }

    /// The value of a header, folded so that no line is too long.
    private static func addresses(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { "success+\($0)@simulator.amazonses.com" }.joined(separator: ",\r\n ")
    }

    private static let rawMultipart = Scenario(
        "attachment", "SendRawEmail", axis: .values, title: "sends a message with an attachment and a subject in UTF-8",
        requirement: "The service MUST accept a multipart message.",
        source: .documented(page: 51), needs: [.verifiedIdentity], setup: [verifySender],
        steps: [
            Step("", "SendRawEmail", ["RawMessage": ["Data": .blob(messageWithAttachment)]], expect: accepted)
        ]
    )

    private static let messageWithAttachment = """
        From: =?UTF-8?B?UHLDvGZlcg==?= <⟦sender⟧>\r
        To: success@simulator.amazonses.com\r
        Subject: =?UTF-8?B?UHLDvGZ1bmcgJiA8VGVzdD4=?=\r
        MIME-Version: 1.0\r
        Content-Type: multipart/mixed; boundary="part"\r
        \r
        --part\r
        Content-Type: text/plain; charset=UTF-8\r
        Content-Transfer-Encoding: base64\r
        \r
        UHLDvGZ1bmcK\r
        --part\r
        Content-Type: text/plain; name="notes.txt"\r
        Content-Disposition: attachment; filename="notes.txt"\r
        Content-Transfer-Encoding: base64\r
        \r
        UHLDvGZ1bmcK\r
        --part--\r

        """

    private static let rawWithoutSender = Scenario(
        "no-sender", "SendRawEmail", axis: .errors, title: "sends a message with neither Source nor From header",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: .documented(page: 52), needs: [.verifiedIdentity], setup: [verifySender, sendOneRaw],
        steps: [
            Step(
                "", "SendRawEmail",
                [
                    "Destinations": ["success@simulator.amazonses.com"],
                    "RawMessage": ["Data": .blob(messageWithoutSender)],
                ],
                expect: .failure(
                    Failure(
                        ["InvalidParameterValue"],
                        message: Wording(
                            "Missing required header 'From'.",
                            Evidence(.published, "loopingz/aws-smtp-relay#6", date: "2018-03-14")),
                        Evidence(.published, "loopingz/aws-smtp-relay#6", date: "2018-03-14"))))
        ]
    )

    private static let messageWithoutSender = """
        To: success@simulator.amazonses.com\r
        Subject: Conformance test\r
        \r
        Conformance test\r

        """

    private static let rawWithoutRecipient = Scenario(
        "no-recipient", "SendRawEmail", axis: .errors,
        title: "sends a message with neither Destinations nor a header that names a recipient",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: Evidence(.published, "aristidb/aws#73", date: "2013-05-28"), needs: [.verifiedIdentity],
        setup: [verifySender, sendOneRaw],
        steps: [
            Step(
                "", "SendRawEmail", ["RawMessage": ["Data": .blob(messageWithoutRecipient)]],
                expect: .failure(
                    Failure(
                        ["InvalidParameterValue"],
                        message: Wording(
                            "Missing required header 'To'.",
                            Evidence(.published, "aristidb/aws#73", date: "2013-05-28")),
                        Evidence(.published, "aristidb/aws#73", date: "2013-05-28"))))
        ]
    )

    private static let messageWithoutRecipient = """
        From: ⟦sender⟧\r
        Subject: Conformance test\r
        \r
        Conformance test\r

        """

    private static let rawEmptyHeaderName = Scenario(
        "empty-header-name", "SendRawEmail", axis: .errors, title: "sends a message with a header without a name",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: Evidence(.published, "aws/aws-sdk-js#4121", date: "2022-06-08"), needs: [.verifiedIdentity],
        setup: [verifySender, sendOneRaw],
        steps: [
            Step(
                "", "SendRawEmail", ["RawMessage": ["Data": .blob(messageWithEmptyHeaderName)]],
                expect: .failure(
                    Failure(
                        ["InvalidParameterValue"],
                        message: Wording(
                            "Empty header names are illegal.",
                            Evidence(.published, "aws/aws-sdk-js#4121", date: "2022-06-08")),
                        Evidence(.published, "aws/aws-sdk-js#4121", date: "2022-06-08"))))
        ]
    )

    /// With a line that holds a colon and nothing else, as of galtzo-floss/sanitize_email#14.
    private static let messageWithEmptyHeaderName = """
        From: ⟦sender⟧\r
        To: success@simulator.amazonses.com\r
        :\r
        Subject: Conformance test\r
        \r
        Conformance test\r

        """

    private static let rawWithoutAt = Scenario(
        "address-without-at", "SendRawEmail", axis: .errors, title: "sends to an address without '@'",
        requirement: "The service MUST answer 400 InvalidParameterValue.",
        source: Evidence(.published, "cloud-custodian/cloud-custodian#8051", date: "2022-12-05"),
        needs: [.verifiedIdentity], setup: [verifySender, sendOneRaw],
        steps: [
            Step(
                "", "SendRawEmail",
                ["Destinations": ["success"], "RawMessage": ["Data": .blob(plainMessage)]],
                expect: .failure(
                    Failure(
                        ["InvalidParameterValue", "ValidationError"],
                        message: Wording(
                            "Missing final '@domain'",
                            Evidence(.published, "cloud-custodian/cloud-custodian#8051", date: "2022-12-05")),
                        Evidence(.published, "cloud-custodian/cloud-custodian#8051", date: "2022-12-05"))))
        ]
    )

    private static let rawMailFromNotVerified = Scenario(
        "mail-from-domain-not-verified", "SendRawEmail", axis: .errors,
        title: "sends with a MAIL FROM domain whose MX record can't be read",
        requirement: "The service MUST refuse the mail where RejectMessage is set.",
        source: .documented(page: 60), needs: [.verifiedIdentity], setup: rejectWithoutMXRecord,
        steps: [
            Step(
                "", "SendRawEmail", ["RawMessage": ["Data": .blob(messageFromDomain)]], expect: mailFromRefused)
        ]
    )
}
