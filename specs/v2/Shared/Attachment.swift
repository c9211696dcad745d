import SpecModel

/// A file that goes with a mail.
///
/// Source: the public service model.
extension SESv2 {
    static let attachment = Structure(
        "Attachment", "A file that goes with a mail.", page: "SendEmail",
        members: [
            Member("RawContent", .blob, required: true, "The file's bytes.", note: neverSent),
            Member(
                "ContentDisposition", .enumeration(["ATTACHMENT", "INLINE"]), "Beside the body, or within it.",
                note: neverSent),
            Member(
                "FileName", .string(length: Bound(0...255, by: fromModel)), required: true,
                "The file's name as recipients see it.", note: neverSent),
            Member(
                "ContentDescription", .string(length: Bound(0...1000, by: fromModel)), "What the file is.",
                note: neverSent),
            Member(
                "ContentId", .string(length: Bound(1...78, by: fromModel)), "By what name the body shows it.",
                note: neverSent),
            Member(
                "ContentTransferEncoding", .enumeration(["BASE64", "QUOTED_PRINTABLE", "SEVEN_BIT"]),
                "How it is encoded in the mail.", note: neverSent),
            Member(
                "ContentType", .string(length: Bound(1...78, by: fromModel)), "Its media type.", note: neverSent),
        ], isLater: true)
}
