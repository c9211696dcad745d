import SpecModel

/// What is sent: a message, a mail as it is, or a template.
///
/// Source: API v2 reference, SendEmail.
extension SESv2 {
    static let emailContent = Structure(
        "EmailContent", "What is sent, in one of three forms.", page: "SendEmail",
        members: [
            Member("Simple", .structure("Message"), "A message from which the service composes the mail."),
            Member("Raw", .structure("RawMessage"), "A whole mail."),
            Member("Template", .structure("Template"), "A template and the values of its variables."),
        ],
        rules: [.exactlyOne(["Simple", "Raw", "Template"], source: "API v2 reference, SendEmail")])

    static let rawMessage = Structure(
        "RawMessage", "A whole mail with headers, as it goes over the wire.", page: "SendEmail",
        members: [
            Member(
                "Data", .blob, required: true, "The mail's bytes: headers, a blank line, the body.",
                example: .blob(plainMail))
        ])

    /// A mail that names its sender and its recipient in the headers.
    static let plainMail = """
        From: ⟦sender⟧\r
        To: success@simulator.amazonses.com\r
        Subject: Conformance test\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=us-ascii\r
        \r
        Conformance test\r

        """
}
