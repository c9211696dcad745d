import SpecModel

/// Takes a filter away.
///
/// Source: API reference p. 13.
extension SESv1 {
    static let deleteReceiptFilter = Operation(
        "DeleteReceiptFilter", family: .receiving, "Takes a filter away.", page: 13,
        parameters: [
            Member("FilterName", .string(), required: true, "Filter to take away.", example: "⟦name:filter⟧")
        ],
        result: [],
        fixture: Fixture(
            needs: [.receivingRegion],
            setup: [
                .setup(
                    "CreateReceiptFilter",
                    [
                        "Filter": [
                            "IpFilter": ["Cidr": "192.0.2.1", "Policy": "Block"], "Name": "⟦input:FilterName⟧",
                        ]
                    ]),
                Step(
                    "", "ListReceiptFilters",
                    expect: .result(
                        [
                            "Filters": [
                                [
                                    "IpFilter": ["Cidr": "192.0.2.1", "Policy": "Block"],
                                    "Name": "⟦input:FilterName⟧",
                                ]
                            ]
                        ], .documented(page: 38))),
            ],
            .documented(page: 13),
            effect: [
                Step(
                    "read", "ListReceiptFilters", expect: .result(["Filters": .list([])], .documented(page: 13)))
            ]),
        observations: [voidResult, Observation("the filter is missing", status: 200, receiptProbes)])
}
