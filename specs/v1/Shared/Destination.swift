import SpecModel

/// The recipients of a message.
///
/// Source: API reference p. 78.
/// Note: that there must be a recipient is stated by today's reference, not by the one of 2016; that all
/// three lists together hold 50 at most is shown by scenarios, as no single list states it.
extension SESv1 {
    static let destination = Structure(
        "Destination", "The recipients of a message: to, in copy, in blind copy.", page: 78,
        members: [
            Member(
                "BccAddresses", .list(of: .string(format: .emailAddress)), "Recipients in blind copy.",
                example: ["success+bcc@simulator.amazonses.com"]),
            Member(
                "CcAddresses", .list(of: .string(format: .emailAddress)), "Recipients in copy.",
                example: ["success+cc@simulator.amazonses.com"]),
            Member(
                "ToAddresses", .list(of: .string(format: .emailAddress)), "Recipients.",
                example: ["success@simulator.amazonses.com"]),
        ],
        rules: [
            .atLeastOne(["ToAddresses", "CcAddresses", "BccAddresses"], source: "SendEmail page of today's reference")
        ]
    )
}
