import SpecModel

/// A message of which the service makes the mail.
///
/// Source: API v2 reference, SendEmail.
extension SESv2 {
    static let message = Structure(
        "Message", "A message given by its parts, from which the service composes the mail.", page: "SendEmail",
        members: [
            Member("Subject", .structure("Content"), required: true, "The subject line."),
            Member("Body", .structure("Body"), required: true, "The body."),
            laterHeaders, laterAttachments,
        ])

    static let content = Structure(
        "Content", "A text and, unless it is 7-bit ASCII, its character set.", page: "SendEmail",
        members: [
            Member("Data", .string(), required: true, "The text itself.", example: "Conformance test"),
            Member("Charset", .string(), "The character set; 7-bit ASCII without it.", example: "UTF-8"),
        ])

    static let body = Structure(
        "Body", "The body of a message as plain text, as HTML, or as both.", page: "SendEmail",
        members: [
            Member("Text", .structure("Content"), "The plain text part."),
            Member("Html", .structure("Content"), "The HTML part."),
        ],
        rules: [.atLeastOne(["Text", "Html"], source: "API v2 reference, SendEmail")])

    static let laterHeaders = Member(
        "Headers", .list(of: .structure("MessageHeader"), count: Bound(0...15, by: fromModel), key: "Name"),
        "Further headers of the mail.", isLater: true, note: neverSent)

    static let laterAttachments = Member(
        "Attachments", .list(of: .structure("Attachment")), "Files that go with the mail.", isLater: true,
        note: neverSent)
}
