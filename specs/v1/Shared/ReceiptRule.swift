import SpecModel

/// What is done with mail for some recipients.
///
/// Source: API reference p. 86.
/// Note: answers omit Recipients where there are none and keep an empty Actions
/// (localstack and cloud-custodian recordings).
extension SESv1 {
    static let receiptRule = Structure(
        "ReceiptRule", "What is done with mail for some recipients.", page: 86,
        members: [
            Member(
                "Actions", .list(of: .structure("ReceiptAction"), ordered: true), "What is done, in this order.",
                defaultValue: []),
            Member("Enabled", .boolean, "Whether the rule is in force.", example: true, defaultValue: false),
            Member("Name", receiptName, required: true, "Name of the rule.", example: "⟦name:rule⟧"),
            Member(
                "Recipients", .list(of: .string()),
                "Addresses and domains that it applies to; without any, all verified domains.",
                example: ["recipient@example.com", "example.org"]),
            Member(
                "ScanEnabled", .boolean, "Whether mail is scanned for spam and viruses.", example: true,
                defaultValue: false),
            Member(
                "TlsPolicy", .enumeration(["Require", "Optional"]), "Whether mail must come over TLS.",
                example: "Require", defaultValue: "Optional"),
        ])
}
