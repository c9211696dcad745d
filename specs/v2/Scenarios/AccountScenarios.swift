import SpecModel

/// The account: counters, details, tests of deliverability.
///
/// Source: API v2 reference, GetAccount, PutAccountDetails and CreateDeliverabilityTestReport.
extension SESv2 {
    static let accountScenarios: [Scenario] = [
        accountCountsSend, accountCountsEachRecipient, accountCountsBulk, detailsReplaced, reportsApart,
    ]

    /// Reads the account and keeps how much was sent.
    static let counterBefore = Step(
        "before", "GetAccount", expect: .result(account(), .documented(page: "GetAccount")),
        captures: ["before": "SendQuota.SentLast24Hours"])

    /// Reads the account, which has counted so many mails more.
    static func counterAfter(_ count: Int) -> Step {
        Step(
            "after", "GetAccount",
            expect: .result(
                account(sent: .text("⟦at-least:before+\(count)⟧")), .documented(page: "GetAccount")))
    }

    private static func counting(
        _ name: String, _ title: String, _ requirement: String, _ step: Step, _ count: Int
    ) -> Scenario {
        Scenario(
            name, "GetAccount", title: title, requirement: requirement, source: .documented(page: "GetAccount"),
            needs: [.verifiedIdentity], accountWide: true, setup: [senderCreated, templateCreated()],
            steps: [counterBefore, step, counterAfter(count)])
    }

    private static let accountCountsSend = counting(
        "counts-a-send", "sends a mail between two readings", "The service MUST count the mail.",
        Step("send", "SendEmail", Fields(sending()), expect: sent), 1)

    private static let accountCountsEachRecipient = counting(
        "counts-each-recipient", "sends a mail to three recipients between two readings",
        "The service MUST count no less than before.",
        Step(
            "send", "SendEmail",
            [
                "FromEmailAddress": "⟦sender⟧",
                "Destination": [
                    "ToAddresses": recipients(1...1), "CcAddresses": recipients(2...2),
                    "BccAddresses": recipients(3...3),
                ],
                "Content": simpleContent,
            ], expect: sent), 3)

    private static let accountCountsBulk = counting(
        "counts-a-bulk", "sends two mails at once between two readings", "The service MUST count both mails.",
        Step(
            "send", "SendBulkEmail",
            [
                "FromEmailAddress": "⟦sender⟧", "DefaultContent": templateContent(#"{"name":"Anaya"}"#),
                "BulkEmailEntries": [["Destination": oneRecipient], ["Destination": oneRecipient]],
            ],
            expect: .result(
                ["BulkEmailEntryResults": [bulkAccepted, bulkAccepted]], .documented(page: "SendBulkEmail"))), 2)

    private static func details(_ values: [Field]) -> Step {
        Step(
            "put-\(values.count)", "PutAccountDetails", Fields(values),
            expect: .result([:], .documented(page: "PutAccountDetails")))
    }

    private static func detailsRead(_ values: [Field]) -> Step {
        Step(
            "read-\(values.count)", "GetAccount",
            expect: .result(
                account(details: .fields(values + [Field("ReviewDetails", "⟦optional⟧⟦any⟧")])),
                .documented(page: "GetAccount")))
    }

    private static let fewDetails: [Field] = [
        Field("MailType", "TRANSACTIONAL"), Field("WebsiteURL", "https://www.example.com/a?b=c&d=e#f"),
        Field("UseCaseDescription", "Conformance tests: \"quoted\", 100 % & more, é ü 日本 🙂."),
    ]

    private static let manyDetails: [Field] = [
        Field("MailType", "MARKETING"), Field("WebsiteURL", "https://www.example.org"),
        Field("ContactLanguage", "JA"), Field("UseCaseDescription", "Other tests."),
        Field("AdditionalContactEmailAddresses", ["operations@example.com", "postmaster@example.com"]),
    ]

    private static let detailsReplaced = Scenario(
        "details-replaced", "PutAccountDetails", title: "puts details, reads them, puts others and reads those",
        requirement: "The service MUST show the details as they were last put.",
        source: .documented(page: "PutAccountDetails"), needs: [.accountDetails], accountWide: true,
        steps: [details(fewDetails), detailsRead(fewDetails), details(manyDetails), detailsRead(manyDetails)]
    )

    private static func report(_ name: String, _ number: Int, _ expectation: Expectation? = nil) -> Step {
        Step(
            name, "CreateDeliverabilityTestReport",
            ["ReportName": "⟦name:report⟧", "FromEmailAddress": "⟦sender⟧", "Content": simpleContent],
            expect: expectation
                ?? .result(
                    [
                        "ReportId": .text("⟦token#\(number)⟧"),
                        "DeliverabilityTestStatus": "⟦one-of:IN_PROGRESS|COMPLETED⟧",
                    ], .documented(page: "CreateDeliverabilityTestReport")))
    }

    private static let reportsApart = Scenario(
        "report-name-twice", "CreateDeliverabilityTestReport", title: "starts two tests under one name",
        requirement: "The service MUST start the first; the reference calls names unique, but has no error for it.",
        source: .documented(page: "CreateDeliverabilityTestReport"),
        needs: [.verifiedIdentity, .deliverabilityDashboard], accountWide: true, setup: [senderCreated],
        steps: [report("first", 1), report("second", 2, .observed)]
    )
}
