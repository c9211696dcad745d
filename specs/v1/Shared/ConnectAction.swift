import SpecModel

/// Starts a contact in Amazon Connect.
///
/// Source: service model.
/// Note: the reference does not have it; the page is that of its owner, ReceiptAction.
extension SESv1 {
    static let connectAction = Structure(
        "ConnectAction", "Starts a contact in Amazon Connect.", page: 84,
        members: [
            Member(
                "IAMRoleARN", .string(length: Bound(20...2048, by: .derived("service model")), format: .arn),
                required: true,
                "Role under which the contact is started.", isLater: true, note: "its owner can't be sent"),
            Member(
                "InstanceARN", .string(format: .arn), required: true, "Instance of Amazon Connect.", isLater: true,
                note: "its owner can't be sent"),
        ], isLater: true)
}
