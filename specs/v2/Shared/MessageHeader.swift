import SpecModel

/// A header that a client adds to a mail.
///
/// Source: the public service model.
extension SESv2 {
    static let messageHeader = Structure(
        "MessageHeader", "A header that a client adds to a mail.", page: "SendEmail",
        members: [
            Member(
                "Name",
                .string(
                    length: Bound(1...126, by: fromModel),
                    pattern: Pattern("[!-9;-@A-~]+", "printable ASCII characters but the colon", by: fromModel)),
                required: true, "The header's name.", note: neverSent),
            Member(
                "Value",
                .string(
                    length: Bound(1...995, by: fromModel),
                    pattern: Pattern("[ -~]*", "printable ASCII characters", by: fromModel)),
                required: true, "The header's value.", note: neverSent),
        ], isLater: true)
}
