import SpecModel

/// Lists the addresses that have been verified.
///
/// Source: API reference p. 40.
/// Note: the fixture verifies no address, as an endpoint may leave it pending and then need not list it.
extension SESv1 {
    static let listVerifiedEmailAddresses = Operation(
        "ListVerifiedEmailAddresses", family: .identities, "Lists the addresses that have been verified.", page: 40,
        deprecated: "ListIdentities",
        result: [
            Member(
                "VerifiedEmailAddresses", .list(of: .string(format: .emailAddress), accountWide: true), required: true,
                "The addresses, in no order.")
        ],
        fixture: Fixture(result: ["VerifiedEmailAddresses": []], .documented(page: 40)),
        observations: [
            Observation(
                "two addresses", status: 200,
                Evidence(
                    .published,
                    "index file id 1323530830 (python SES client) RequestId e0f4799b-a054-11e0-b6c4-0fd9e8385919",
                    date: "2011-06"))
        ]
    )
}
