import SpecModel

/// The contact list that a mail belongs to.
///
/// Source: the public service model.
extension SESv2 {
    static let listManagementOptions = Structure(
        "ListManagementOptions", "The contact list that a mail belongs to, for unsubscribing.", page: "SendEmail",
        members: [
            Member("ContactListName", .string(), required: true, "The contact list.", note: neverSent),
            Member("TopicName", .string(), "A topic of the list.", note: neverSent),
        ], isLater: true)
}
