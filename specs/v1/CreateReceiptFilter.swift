import SpecModel

/// Makes a filter on the addresses that mail comes from.
///
/// Source: API reference p. 5.
extension SESv1 {
    static let createReceiptFilter = Operation(
        "CreateReceiptFilter", family: .receiving, "Makes a filter on the addresses that mail comes from.", page: 5,
        parameters: [
            Member("Filter", .structure("ReceiptFilter"), required: true, "Name, addresses and policy of the filter.")
        ],
        result: [],
        errors: [
            ErrorCase(
                "AlreadyExists", when: "the filter's name is taken",
                reach: .provoked([
                    Provocation(
                        title: "creates a filter under the name of one that exists",
                        changes: [Provocation.Change("Filter.Name", "⟦name:taken⟧")],
                        setup: [
                            .setup(
                                "CreateReceiptFilter",
                                [
                                    "Filter": [
                                        "IpFilter": ["Cidr": "192.0.2.2", "Policy": "Allow"],
                                        "Name": "⟦name:taken⟧",
                                    ]
                                ])
                        ])
                ])),
            ErrorCase(
                "LimitExceeded", when: "the account holds as many filters as it may",
                reach: .unreachable("would fill the account with filters, which others share")),
        ],
        undo: Undo("DeleteReceiptFilter", [(name: "FilterName", from: "Filter.Name")]),
        fixture: Fixture(
            needs: [.receivingRegion], .documented(page: 5),
            effect: [
                Step(
                    "read", "ListReceiptFilters",
                    expect: .result(["Filters": [.echo("Filter")]], .documented(page: 38)))
            ]),
        observations: [
            voidResult,
            Observation(
                "Filter is absent", status: 400, code: "ValidationError",
                message:
                    "1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must not be null",
                receiptProbes),
            Observation(
                "the policy is none of the allowed", status: 400, code: "ValidationError",
                message:
                    "1 validation error detected: Value at 'filter.ipFilter.policy' failed to satisfy constraint: Member must satisfy enum value set: [Allow, Block]",
                receiptProbes),
            Observation(
                "Cidr is absent", status: 400, code: "ValidationError",
                message:
                    "1 validation error detected: Value at 'filter.ipFilter.cidr' failed to satisfy constraint: Member must not be null",
                receiptProbes),
        ])
}
