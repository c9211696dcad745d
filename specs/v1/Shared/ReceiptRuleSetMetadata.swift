import SpecModel

/// A rule set's name and age; only in answers.
///
/// Source: API reference p. 87.
extension SESv1 {
    static let receiptRuleSetMetadata = Structure(
        "ReceiptRuleSetMetadata", "A rule set's name and age.", page: 87,
        members: [
            Member(
                "CreatedTimestamp", .timestamp, "When the rule set was created.", note: "occurs in answers only"),
            Member("Name", receiptName, "Name of the rule set.", note: "occurs in answers only"),
        ])
}
