import SpecModel

/// What SendBulkEmail makes of its entries.
///
/// Source: API v2 reference, SendBulkEmail.
/// Note: what is wrong with all mails may be told by an error or by the status of each: the reference has both.
extension SESv2 {
    static let bulkEmailScenarios: [Scenario] = [
        resultPerEntry, replacementLackingAValue, bulkOfMissingTemplate, bulkOfStranger, entryWithBadAddress,
        bulkOfNone, twentyEntries,
    ]

    /// A mail of a bulk to the simulator.
    private static func entry(_ number: Int, _ data: String? = nil) -> Value {
        let values = data.map { data in
            Field(
                "ReplacementEmailContent",
                ["ReplacementTemplate": ["ReplacementTemplateData": .text(data)]])
        }
        return .fields(
            [Field("Destination", ["ToAddresses": recipients(number...number)])] + (values.map { [$0] } ?? []))
    }

    private static func bulk(_ entries: [Value], from sender: Value = "⟦sender⟧", of template: String = "template")
        -> Fields
    {
        [
            "FromEmailAddress": sender, "DefaultContent": templateContent(#"{"name":"friend"}"#, template),
            "BulkEmailEntries": .list(entries),
        ]
    }

    private static func results(_ results: [Value], _ evidence: Evidence = .documented(page: "SendBulkEmail"))
        -> Expectation
    { .result(["BulkEmailEntryResults": .list(results)], evidence) }

    private static let bulkSentOnce = Step.setup("SendBulkEmail", bulk([entry(1)]))

    /// Sends two mails, as a step of whoever reads what became of them.
    static func bulkOfTwo(_ name: String) -> Step {
        Step(name, "SendBulkEmail", bulk([entry(1), entry(2)]), expect: results([bulkAccepted, bulkAccepted]))
    }

    private static let resultPerEntry = Scenario(
        "result-per-entry", "SendBulkEmail", axis: .shape, title: "sends three mails, one of them with default values",
        requirement: "The service MUST answer a result for each entry.", source: .documented(page: "SendBulkEmail"),
        needs: [.verifiedIdentity], setup: [senderCreated, templateCreated()],
        steps: [
            Step(
                "", "SendBulkEmail",
                bulk([entry(1, #"{"name":"Anaya"}"#), entry(2), entry(3, #"{"name":"Li"}"#)]),
                expect: results([bulkAccepted, bulkAccepted, bulkAccepted]))
        ]
    )

    private static let twentyEntries = Scenario(
        "twenty-entries", "SendBulkEmail", axis: .values, title: "sends twenty mails",
        requirement: "The service MUST answer a result for each entry.", source: .documented(page: "SendBulkEmail"),
        needs: [.verifiedIdentity], isDeep: true, setup: [senderCreated, templateCreated()],
        steps: [
            Step(
                "", "SendBulkEmail", bulk((1...20).map { entry($0) }),
                expect: results(Array(repeating: bulkAccepted, count: 20)))
        ]
    )

    /// Seen of SendEmail; a bulk is taken to be rendered as late.
    private static let lackingInBulk = Evidence(.claimed, "as SendEmail accepts it: aws/aws-sdk-go#3609")

    private static let replacementLackingAValue = Scenario(
        "replacement-lacking-a-value", "SendBulkEmail", axis: .values,
        title: "sends a mail whose values lack the template's variable",
        requirement: "The service is taken to accept it, as SendEmail does.", source: lackingInBulk,
        needs: [.verifiedIdentity], setup: [senderCreated, templateCreated()],
        steps: [
            Step(
                "", "SendBulkEmail", bulk([entry(1, #"{"other":"x"}"#), entry(2, #"{"name":"Li"}"#)]),
                expect: results([bulkAccepted, bulkAccepted], lackingInBulk))
        ]
    )

    private static let bulkOfMissingTemplate = Scenario(
        "missing-template", "SendBulkEmail", axis: .errors, title: "sends two mails of a template that there is not",
        requirement: "The service MUST refuse the request, or each of its mails.",
        source: .documented(page: "SendBulkEmail"), needs: [.verifiedIdentity],
        setup: [senderCreated, templateCreated(), bulkSentOnce],
        steps: [
            Step(
                "", "SendBulkEmail", bulk([entry(1), entry(2)], of: "absent"),
                expect: .anyOf([
                    .failure(Failure(["NotFoundException"], status: 404, fromModel)),
                    results([bulkRefused("TEMPLATE_NOT_FOUND"), bulkRefused("TEMPLATE_NOT_FOUND")]),
                ]))
        ]
    )

    private static let bulkOfStranger = Scenario(
        "sender-not-verified", "SendBulkEmail", axis: .errors, title: "sends two mails of a sender who is not verified",
        requirement: "The service MUST refuse the request, or each of its mails.",
        source: .documented(page: "SendBulkEmail"), needs: [.verifiedIdentity],
        setup: [senderCreated, templateCreated(), bulkSentOnce],
        steps: [
            Step(
                "", "SendBulkEmail", bulk([entry(1), entry(2)], from: unverifiedAddress),
                expect: .anyOf([
                    .failure(Failure(["MailFromDomainNotVerifiedException", "MessageRejected"], fromModel)),
                    results([bulkRefused(notVerifiedStatus), bulkRefused(notVerifiedStatus)]),
                ]))
        ]
    )

    private static let notVerifiedStatus = "⟦one-of:MAIL_FROM_DOMAIN_NOT_VERIFIED|MESSAGE_REJECTED⟧"

    private static let entryWithBadAddress = Scenario(
        "entry-with-bad-address", "SendBulkEmail", axis: .errors,
        title: "sends three mails, the second to an address that is none",
        requirement: "Nobody has published whether the service refuses the request or this mail alone.",
        source: .documented(page: "SendBulkEmail"), needs: [.verifiedIdentity],
        setup: [senderCreated, templateCreated(), bulkSentOnce],
        steps: [
            Step(
                "", "SendBulkEmail",
                bulk([entry(1), ["Destination": ["ToAddresses": ["success"]]], entry(3)]), expect: .observed)
        ]
    )

    private static let bulkOfNone = Scenario(
        "no-entries", "SendBulkEmail", axis: .errors, title: "sends no mails at all",
        requirement: "Nobody has published what the service answers to an empty list of entries.",
        source: .documented(page: "SendBulkEmail"), needs: [.verifiedIdentity],
        setup: [senderCreated, templateCreated(), bulkSentOnce],
        steps: [Step("", "SendBulkEmail", bulk([]), expect: .observed)]
    )
}
