import SpecModel

/// Filters come, are listed with their content, and go.
extension SESv1 {
    static let receiptFilterScenarios: [Scenario] = [
        Scenario(
            "life-cycle", "CreateReceiptFilter", title: "creates two filters, lists them and deletes one",
            requirement: "Filters MUST be listed with their content from creation to deletion.",
            source: .documented(page: 5), needs: [.receivingRegion],
            steps: [
                Step("create-one", "CreateReceiptFilter", ["Filter": blockOne], expect: done(page: 5)),
                Step("create-two", "CreateReceiptFilter", ["Filter": allowTwo], expect: done(page: 5)),
                Step(
                    "list", "ListReceiptFilters",
                    expect: .result(["Filters": [blockOne, allowTwo]], .documented(page: 38))),
                Step("delete-one", "DeleteReceiptFilter", ["FilterName": "⟦name:one⟧"], expect: done(page: 13)),
                Step(
                    "list-after", "ListReceiptFilters",
                    expect: .result(["Filters": [allowTwo]], .documented(page: 13))),
            ]),
        Scenario(
            "again-after-deletion", "CreateReceiptFilter", title: "creates a filter under the name of a deleted one",
            requirement: "The filter MUST be listed with its new content.", source: .documented(page: 5),
            needs: [.receivingRegion],
            setup: [
                .setup("CreateReceiptFilter", ["Filter": blockOne]),
                .setup("DeleteReceiptFilter", ["FilterName": "⟦name:one⟧"]),
            ],
            steps: [
                Step("create", "CreateReceiptFilter", ["Filter": allowOne], expect: done(page: 5)),
                Step(
                    "list", "ListReceiptFilters", expect: .result(["Filters": [allowOne]], .documented(page: 38))),
            ]),
        Scenario(
            "taken-name-changes-nothing", "CreateReceiptFilter",
            title: "creates a filter with other content under a taken name",
            requirement: "The service MUST answer 400 AlreadyExists and leave the existing filter as it is.",
            source: .documented(page: 5), needs: [.receivingRegion],
            setup: [.setup("CreateReceiptFilter", ["Filter": blockOne])],
            steps: [
                Step(
                    "create", "CreateReceiptFilter", ["Filter": allowOne],
                    expect: refused(["AlreadyExists"], page: 5)),
                Step("list", "ListReceiptFilters", expect: .result(["Filters": [blockOne]], .documented(page: 5))),
            ]),
        Scenario(
            "malformed-cidr", "CreateReceiptFilter", axis: .values,
            title: "sends an address range that is none",
            requirement: "The service MUST refuse a Cidr that is not in CIDR notation.", source: .documented(page: 86),
            needs: [.receivingRegion], setup: [.setup("CreateReceiptFilter", ["Filter": allowTwo])],
            steps: [
                Step(
                    "create", "CreateReceiptFilter",
                    [
                        "Filter": [
                            "IpFilter": ["Cidr": "not-an-address", "Policy": "Block"], "Name": "⟦name:malformed⟧",
                        ]
                    ], expect: refused(["InvalidParameterValue", "ValidationError"], page: 97)),
                Step(
                    "list", "ListReceiptFilters", expect: .result(["Filters": [allowTwo]], .documented(page: 97))),
            ]),
        Scenario(
            "missing", "DeleteReceiptFilter", title: "deletes a filter that does not exist",
            requirement: "The service is said to answer 200.", source: receiptProbes, needs: [.receivingRegion],
            steps: [
                Step(
                    "", "DeleteReceiptFilter", ["FilterName": "⟦name:absent⟧"], expect: .result([:], receiptProbes))
            ]),
    ]

    private static let blockOne: Value = [
        "IpFilter": ["Cidr": "192.0.2.1", "Policy": "Block"], "Name": "⟦name:one⟧",
    ]

    private static let allowOne: Value = [
        "IpFilter": ["Cidr": "192.0.2.7", "Policy": "Allow"], "Name": "⟦name:one⟧",
    ]

    private static let allowTwo: Value = [
        "IpFilter": ["Cidr": "198.51.100.0/24", "Policy": "Allow"], "Name": "⟦name:two⟧",
    ]
}
