import SpecModel

/// Lists the account's filters.
///
/// Source: API reference p. 38.
extension SESv1 {
    static let listReceiptFilters = Operation(
        "ListReceiptFilters", family: .receiving, "Lists the account's filters.", page: 38,
        result: [
            Member(
                "Filters", .list(of: .structure("ReceiptFilter"), key: "Name", accountWide: true), required: true,
                "The filters.")
        ],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [
                .setup(
                    "CreateReceiptFilter",
                    ["Filter": ["IpFilter": ["Cidr": "192.0.2.1", "Policy": "Block"], "Name": "⟦name:filter⟧"]])
            ],
            result: [
                "Filters": [["IpFilter": ["Cidr": "192.0.2.1", "Policy": "Block"], "Name": "⟦name:filter⟧"]]
            ],
            .documented(page: 38)),
        observations: [
            Observation("there are none: an empty Filters element", status: 200, .derived("service model"))
        ])
}
