import SpecModel

/// Counters that move with what is sent.
///
/// Source: API reference p. 30, p. 32, p. 47 and p. 51.
extension SESv1 {
    static let quotaScenarios: [Scenario] = [
        quotaCountsSend, quotaCountsRecipients, quotaCountsRaw, quotaCountsTen, quotaOmitsRefused, statisticsAfterSend,
    ]

    static let quotaBefore = Step(
        "before", "GetSendQuota",
        expect: .result(
            ["Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧", "SentLast24Hours": "⟦number⟧"],
            .documented(page: 30)),
        captures: ["before": "SentLast24Hours"])

    private static let accepted = Expectation.result(["MessageId": "⟦message-id⟧"], .documented(page: 49))

    /// The quota after so many mails, or their recipients, more.
    static func quotaAfter(_ count: Int, page: ReferencePage) -> Step {
        Step(
            "after", "GetSendQuota",
            expect: .result(
                [
                    "Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧",
                    "SentLast24Hours": .text("⟦at-least:before+\(count)⟧"),
                ], .documented(page: page)))
    }

    /// Sends so many mails to one recipient each.
    static func sent(_ count: Int, isAtOnce: Bool = false) -> Step {
        Step(
            "send", "SendEmail",
            [
                "Source": "⟦sender⟧", "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]],
                "Message": shortMessage,
            ], expect: accepted, times: count, isAtOnce: isAtOnce)
    }

    private static let quotaCountsTen = Scenario(
        "counts-ten-sends", "GetSendQuota", title: "sends ten mails between two readings",
        requirement: "The service MUST count each of them.", source: .documented(page: 47), needs: [.verifiedIdentity],
        accountWide: true, setup: [verifySender], steps: [quotaBefore, sent(10), quotaAfter(10, page: 47)]
    )

    private static let quotaOmitsRefused = Scenario(
        "omits-a-refused-send", "GetSendQuota", title: "sends a mail that is refused between two readings",
        requirement: "The service MUST count what was sent, which a refused mail was not.",
        source: .documented(page: 30),
        needs: [.verifiedIdentity], accountWide: true, setup: [verifySender, sendOne],
        steps: [
            quotaBefore,
            Step(
                "refused", "SendEmail",
                [
                    "Source": "⟦name:absent⟧@⟦name:absent⟧.example.net",
                    "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]], "Message": shortMessage,
                ], expect: .failure(Failure(["MessageRejected"], .documented(page: 49)))),
            quotaAfter(0, page: 30),
        ]
    )

    private static let quotaCountsSend = Scenario(
        "counts-a-send", "GetSendQuota", title: "sends a mail between two readings",
        requirement: "The service MUST count the mail.",
        source: .documented(page: 47), needs: [.verifiedIdentity], accountWide: true, setup: [verifySender],
        steps: [
            quotaBefore, sent(1), quotaAfter(1, page: 47),
        ]
    )

    private static let quotaCountsRecipients = Scenario(
        "counts-each-recipient", "GetSendQuota", title: "sends a mail to three recipients between two readings",
        requirement: "The service MUST count each recipient of a mail: to, in copy and in blind copy.",
        source: .documented(page: 47), needs: [.verifiedIdentity], accountWide: true, setup: [verifySender],
        steps: [
            quotaBefore,
            Step(
                "send", "SendEmail",
                [
                    "Source": "⟦sender⟧",
                    "Destination": [
                        "ToAddresses": recipients(1...1), "CcAddresses": recipients(2...2),
                        "BccAddresses": recipients(3...3),
                    ],
                    "Message": shortMessage,
                ], expect: accepted), quotaAfter(3, page: 47),
        ]
    )

    private static let quotaCountsRaw = Scenario(
        "counts-a-raw-send", "GetSendQuota", title: "sends a raw mail to two recipients between two readings",
        requirement: "The service MUST count each recipient of a raw mail.",
        source: .documented(page: 51), needs: [.verifiedIdentity], accountWide: true, setup: [verifySender],
        steps: [
            quotaBefore,
            Step(
                "send", "SendRawEmail",
                ["RawMessage": ["Data": .blob(messageToTwo)]],
                expect: .result(["MessageId": "⟦message-id⟧"], .documented(page: 53))), quotaAfter(2, page: 51),
        ]
    )

    private static let messageToTwo = """
        From: ⟦sender⟧\r
        To: success+1@simulator.amazonses.com\r
        Cc: success+2@simulator.amazonses.com\r
        Subject: Conformance test\r
        \r
        Conformance test\r

        """

    private static let statisticsAfterSend = Scenario(
        "after-a-send", "GetSendStatistics", axis: .shape, title: "reads the statistics after a mail",
        requirement: "The service MUST give data points of five members each, or none as long as it has not counted.",
        source: .documented(page: 32), needs: [.verifiedIdentity], accountWide: true, setup: [verifySender, sendOne],
        steps: [
            Step(
                "", "GetSendStatistics",
                expect: .anyOf([someDataPoint, .result(["SendDataPoints": []], .documented(page: 32))]))
        ]
    )

    /// A data point, whatever it counts.
    static let someDataPoint = Expectation.result(
        [
            "SendDataPoints": [
                [
                    "DeliveryAttempts": "⟦number⟧", "Timestamp": "⟦timestamp⟧", "Rejects": "⟦number⟧",
                    "Bounces": "⟦number⟧", "Complaints": "⟦number⟧",
                ]
            ]
        ], .documented(page: 32))
}
