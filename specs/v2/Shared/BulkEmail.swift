import SpecModel

/// What mails of a bulk have in common, what each has of its own, and what became of each.
///
/// Source: API v2 reference, SendBulkEmail.
extension SESv2 {
    static let bulkEmailContent = Structure(
        "BulkEmailContent", "What the mails of a bulk have in common.", page: "SendBulkEmail",
        members: [
            Member(
                "Template", .structure("Template"), isUsual: true,
                "A template, and the values for mails that bring none.")
        ])

    static let bulkEmailEntry = Structure(
        "BulkEmailEntry", "One mail of a bulk.", page: "SendBulkEmail",
        members: [
            Member("Destination", .structure("Destination"), required: true, "Its recipients."),
            Member(
                "ReplacementTags", .list(of: .structure("MessageTag"), key: "Name"),
                "Labels of this mail, beside or instead of the bulk's."),
            Member(
                "ReplacementEmailContent", .structure("ReplacementEmailContent"), "Values for this mail."),
            Member(
                "ReplacementHeaders",
                .list(of: .structure("MessageHeader"), count: Bound(0...15, by: fromModel), key: "Name"),
                "Further headers of this mail.", isLater: true, note: neverSent),
        ])

    static let replacementEmailContent = Structure(
        "ReplacementEmailContent", "What one mail of a bulk has of its own.", page: "SendBulkEmail",
        members: [
            Member("ReplacementTemplate", .structure("ReplacementTemplate"), "Values of the template's variables.")
        ])

    static let replacementTemplate = Structure(
        "ReplacementTemplate", "Values of a template's variables for one mail.", page: "SendBulkEmail",
        members: [
            Member(
                "ReplacementTemplateData", .string(length: templateDataLength), "The values as a JSON object.",
                example: "{\"name\":\"Li\"}")
        ])

    static let bulkEmailEntryResult = Structure(
        "BulkEmailEntryResult", "What became of one mail of a bulk.", page: "SendBulkEmail",
        members: [
            Member("Status", .enumeration(bulkStatuses), "Whether the mail was accepted, or why not."),
            Member(
                "Error", .string(), "What went wrong, in words.",
                note: "given where the service refuses one mail of a bulk, which it may do for all of them instead"),
            Member("MessageId", .string(format: .messageID), "The mail's id, if it was accepted."),
        ])

    private static let bulkStatuses = [
        "SUCCESS", "MESSAGE_REJECTED", "MAIL_FROM_DOMAIN_NOT_VERIFIED", "CONFIGURATION_SET_NOT_FOUND",
        "TEMPLATE_NOT_FOUND", "ACCOUNT_SUSPENDED", "ACCOUNT_THROTTLED", "ACCOUNT_DAILY_QUOTA_EXCEEDED",
        "INVALID_SENDING_POOL_NAME", "ACCOUNT_SENDING_PAUSED", "CONFIGURATION_SET_SENDING_PAUSED",
        "INVALID_PARAMETER", "TRANSIENT_FAILURE", "FAILED",
    ]
}
