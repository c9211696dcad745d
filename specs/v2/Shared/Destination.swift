import SpecModel

/// The recipients of a message.
///
/// Source: API v2 reference, SendEmail.
/// Note: a mail must have a recipient; cases name one in ToAddresses.
extension SESv2 {
    static let destination = Structure(
        "Destination", "The recipients of a message: to, in copy, in blind copy.", page: "SendEmail",
        members: [
            Member(
                "ToAddresses", .list(of: .string(format: .emailAddress)), isUsual: true, "Recipients.",
                example: ["success@simulator.amazonses.com"]),
            Member(
                "CcAddresses", .list(of: .string(format: .emailAddress)), "Recipients in copy.",
                example: ["success+cc@simulator.amazonses.com"]),
            Member(
                "BccAddresses", .list(of: .string(format: .emailAddress)), "Recipients in blind copy.",
                example: ["success+bcc@simulator.amazonses.com"]),
        ])
}
