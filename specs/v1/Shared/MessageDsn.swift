import SpecModel

/// What a bounce says of the message as a whole.
///
/// Source: API reference p. 83.
/// Note: the reference has dates in RFC 822 form; the service model sends ISO 8601, as examples do.
extension SESv1 {
    static let messageDsn = Structure(
        "MessageDsn", "What a bounce says of the message as a whole.", page: 83,
        members: [
            Member(
                "ArrivalDate", .timestamp, "When the reporting server received the mail.",
                example: "2016-03-25T12:00:00Z"),
            Member(
                "ExtensionFields", .list(of: .structure("ExtensionField"), key: "Name"),
                "Further headers of the notification."),
            Member(
                "ReportingMta", .string(), required: true, "Reporting server as RFC 3464 writes it.",
                example: "dns; inbound-smtp.us-east-1.amazonaws.com",
                note: "required although p. 83 states a default"),
        ])
}
