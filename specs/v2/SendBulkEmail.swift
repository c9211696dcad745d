import SpecModel

/// Sends mails of one template to several destinations.
///
/// Source: API v2 reference, SendBulkEmail.
/// Note: results stand in the order of the entries, since nothing else tells which is whose. What is wrong with a
/// request may be told by an error or by the status of each mail: the reference has both.
extension SESv2 {
    static let sendBulkEmail = Operation(
        "SendBulkEmail", api: .v2, family: .sending, "Sends mails of one template to several destinations.",
        page: "SendBulkEmail", route: Route("POST", "/v2/email/outbound-bulk-emails"), throttle: nil,
        parameters: sendingMembers + [replyToAddresses] + feedbackForwarding + [
            Member(
                "DefaultEmailTags", .list(of: .structure("MessageTag"), key: "Name"),
                "Labels of all mails, for events."),
            Member(
                "DefaultContent", .structure("BulkEmailContent"), required: true, "What the mails have in common."),
            Member(
                "BulkEmailEntries", .list(of: .structure("BulkEmailEntry")), required: true,
                "The mails, each with its destination."),
            configurationSetName,
        ] + laterSendingMembers,
        result: [
            Member(
                "BulkEmailEntryResults", .list(of: .structure("BulkEmailEntryResult"), ordered: true),
                required: true, "What became of each mail, in the order of the entries.")
        ],
        errors: [
            limitExceeded, accountSuspended, sendingPaused,
            ErrorCase(
                "MessageRejected", when: "no mail may be sent, such as from an address that is not verified",
                reach: .scenario("sender-not-verified")),
            mailFromDomainNotVerified,
            ErrorCase(
                "NotFoundException", status: 404, when: "there is no such template",
                reach: .scenario("missing-template")),
        ],
        fixture: Fixture(
            needs: [.verifiedIdentity], setup: [senderCreated, templateCreated()],
            result: ["BulkEmailEntryResults": [bulkAccepted]],
            refusal: ["BulkEmailEntryResults": [bulkRefused("⟦one-of:INVALID_PARAMETER|FAILED⟧")]],
            .documented(page: "SendBulkEmail"))
    )

    /// The result of a mail that was not accepted.
    static func bulkRefused(_ status: String) -> Value { ["Status": .text(status), "Error": "⟦optional⟧⟦any⟧"] }

    /// The result of a mail that was accepted.
    static let bulkAccepted: Value = ["Status": "SUCCESS", "MessageId": "⟦message-id⟧"]
}
