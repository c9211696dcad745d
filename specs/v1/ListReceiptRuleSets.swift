import SpecModel

/// Lists the account's rule sets in pages.
///
/// Source: API reference p. 39.
/// Note: the reference describes RuleSets as the active set's metadata, a slip; it lists all of them.
extension SESv1 {
    static let listReceiptRuleSets = Operation(
        "ListReceiptRuleSets", family: .receiving, "Lists the account's rule sets in pages.", page: 39,
        parameters: [
            Member(
                "NextToken", .string(format: .token), "Where the page begins.",
                note: "needs a token of an earlier answer, of which there is none below 100 rule sets; scenarios try")
        ],
        result: [
            Member(
                "NextToken", .string(format: .token), "Where the next page begins.", note: "absent on the last page"),
            Member(
                "RuleSets", .list(of: .structure("ReceiptRuleSetMetadata"), key: "Name", accountWide: true),
                required: true, "Names and ages of up to 100 rule sets."),
        ],
        pages: Pages(token: "NextToken", size: nil, items: "RuleSets"),
        fixture: Fixture(
            needs: [.receivingRegion], setup: [ruleSetCreated()], result: ["RuleSets": [ruleSetMetadata()]],
            .documented(page: 39)),
        observations: [
            Observation("one rule set, then none: an empty RuleSets element", status: 200, ruleSetRecording)
        ])
}
