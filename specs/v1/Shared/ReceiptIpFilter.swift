import SpecModel

/// Addresses and whether mail from them is accepted.
///
/// Source: API reference p. 86.
extension SESv1 {
    static let receiptIpFilter = Structure(
        "ReceiptIpFilter", "Addresses and whether mail from them is accepted.", page: 86,
        members: [
            Member(
                "Cidr", .string(format: .cidr), required: true, "One address, or a range in CIDR notation.",
                example: "192.0.2.1"),
            Member(
                "Policy", .enumeration(["Block", "Allow"]), required: true, "What becomes of mail from there.",
                example: "Block"),
        ])
}
