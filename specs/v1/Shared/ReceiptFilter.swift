import SpecModel

/// A named filter on the addresses that mail comes from.
///
/// Source: API reference p. 85.
extension SESv1 {
    static let receiptFilter = Structure(
        "ReceiptFilter", "A named filter on the addresses that mail comes from.", page: 85,
        members: [
            Member("IpFilter", .structure("ReceiptIpFilter"), required: true, "Addresses and what becomes of them."),
            Member("Name", receiptName, required: true, "Name of the filter.", example: "⟦name:filter⟧"),
        ])
}
