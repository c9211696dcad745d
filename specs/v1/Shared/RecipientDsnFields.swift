import SpecModel

/// The fields of a delivery status notification for one recipient.
///
/// Source: API reference p. 88.
/// Note: the reference has dates in RFC 822 form; the service model sends ISO 8601, as examples do.
extension SESv1 {
    static let recipientDsnFields = Structure(
        "RecipientDsnFields", "The fields of a delivery status notification for one recipient.", page: 88,
        members: [
            Member(
                "Action", .enumeration(["failed", "delayed", "delivered", "relayed", "expanded"]), required: true,
                "What the reporting server did.", example: "failed"),
            Member(
                "DiagnosticCode", .string(), "What went wrong at length, usually an SMTP reply.",
                example: "smtp; 550 5.1.1 user unknown"),
            Member(
                "ExtensionFields", .list(of: .structure("ExtensionField"), key: "Name"),
                "Further headers of the notification."),
            Member(
                "FinalRecipient", .string(format: .emailAddress), "Address that the mail was delivered to in the end.",
                example: "⟦sender⟧", note: "left out, it is the Recipient beside it (p. 89)"),
            Member(
                "LastAttemptDate", .timestamp, "When delivery was last tried.", example: "2016-03-25T12:00:00Z"),
            Member(
                "RemoteMta", .string(), "Server that was to take the mail, as RFC 3464 writes it.",
                example: "dns; mail.example.com"),
            Member("Status", .string(), required: true, "Enhanced status code of RFC 3463.", example: "5.1.1"),
        ])
}
