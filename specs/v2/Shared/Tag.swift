import SpecModel

/// A label on a thing of the account.
///
/// Source: API v2 reference, CreateDeliverabilityTestReport.
/// Note: the reference calls Value required and says what becomes of one that is left out; both can't be, so no case
/// leaves it out.
extension SESv2 {
    static let tag = Structure(
        "Tag", "A label on a thing of the account.", page: "CreateDeliverabilityTestReport",
        members: [
            Member(
                "Key", .string(length: Bound(1...128, by: "API v2 reference, CreateDeliverabilityTestReport")),
                required: true, "The label's name, unique among those of the thing.", example: "purpose"),
            Member(
                "Value", .string(length: Bound(0...256, by: "API v2 reference, CreateDeliverabilityTestReport")),
                isUsual: true, "The label's value; the reference calls it required, and empty where it is left out.",
                example: "conformance"),
        ])

    /// Labels of a template, which templates of 2020 did not have.
    static let laterTags = Member(
        "Tags", .list(of: .structure("Tag"), key: "Key"), "Labels of the template.", isLater: true, note: neverSent)
}
