import SpecModel

/// The reference's samples for sending and its counters, with names of the case's own.
///
/// Source: API reference p. 30, p. 32, p. 47 and p. 51.
/// Note: of SendRawEmail the answer is lost in the text that this was made from; its form is that of recorded
/// answers.
extension SESv1 {
    static let sendingSamples: [Scenario] = [
        getSendQuotaSample, getSendStatisticsSample, sendEmailSample, sendRawEmailSample,
    ]

    private static let getSendQuotaSample = Scenario(
        "reference-sample", "GetSendQuota", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 30),
        steps: [
            Step(
                "", "GetSendQuota",
                expect: .result(
                    ["SentLast24Hours": "⟦number⟧", "Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧"],
                    .documented(page: 30)))
        ]
    )

    /// Mended: the list is not closed. A new account has no data points, and they lag behind what is sent.
    private static let getSendStatisticsSample = Scenario(
        "reference-sample", "GetSendStatistics", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample, or an empty list where nothing is counted.",
        source: .documented(page: 32), needs: [.verifiedIdentity], setup: [verifySender, sendOne],
        steps: [
            Step(
                "", "GetSendStatistics",
                expect: .anyOf([someDataPoint, .result(["SendDataPoints": []], .documented(page: 32))]))
        ]
    )

    /// Mended: the sample's account number has a digit too few; the identity is the one that the caller may use.
    private static let sendEmailSample = Scenario(
        "reference-sample", "SendEmail", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 49),
        needs: [.verifiedIdentity, .sendingAuthorization], setup: [verifySender],
        steps: [
            Step(
                "", "SendEmail",
                [
                    "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]],
                    "Message": ["Body": ["Text": ["Data": "body"]], "Subject": ["Data": "Example"]],
                    "Source": "⟦sender⟧", "SourceArn": "⟦resource:sending-authorization⟧",
                ], expect: .result(["MessageId": "⟦message-id⟧"], .documented(page: 49)))
        ]
    )

    private static let sendRawEmailSample = Scenario(
        "reference-sample", "SendRawEmail", axis: .shape, title: "sends the reference's sample",
        requirement: "The service MUST answer in the form of the sample.", source: .documented(page: 53),
        needs: [.verifiedIdentity, .sendingAuthorization], setup: [verifySender],
        steps: [
            Step(
                "", "SendRawEmail",
                [
                    "RawMessage": ["Data": .blob(sampleMessage)], "FromArn": "⟦resource:sending-authorization⟧",
                ], expect: .result(["MessageId": "⟦message-id⟧"], .documented(page: 54)))
        ]
    )

    /// What the sample's base64 holds, lines ending as they do there.
    private static let sampleMessage = """
        Subject: Example
        From: ⟦sender⟧
        To: success@simulator.amazonses.com
        Content-Type: multipart/alternative; boundary=0016e68f9d929cb09604aaa83042

        --0016e68f9d929cb09604aaa83042
        Content-Type: text/plain; charset=ISO-8859-1

        Body.

        --0016e68f9d929cb09604aaa83042
        Content-Type: text/html; charset=ISO-8859-1

        Body.<br>

        --0016e68f9d929cb09604aaa83042--
        """
}
