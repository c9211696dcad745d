import SpecModel

/// What was sent within a quarter of an hour.
///
/// Source: API reference p. 91.
/// Note: the reference requires no member; every recorded data point has all five.
extension SESv1 {
    static let sendDataPoint = Structure(
        "SendDataPoint", "Counters of 15 minutes of sending.", page: 91,
        members: [
            Member("Bounces", .long, "Mails that bounced."),
            Member("Complaints", .long, "Mails that their recipients called unwanted."),
            Member("DeliveryAttempts", .long, "Mails that were queued for sending."),
            Member("Rejects", .long, "Mails that the service refused."),
            Member("Timestamp", .timestamp, "The time of the data point."),
        ]
    )
}
