import SpecModel

/// Lists the account's addresses and domains.
///
/// Source: the public service model.
/// Note: editions of the model from late 2026 list by a POST to a path of its own; cases ask by the older GET, which
/// emulators know.
/// Note: the fixture makes no identity, so that its result holds for every page size; scenarios show the list's
/// content.
extension SESv2 {
    static let listEmailIdentities = Operation(
        "ListEmailIdentities", api: .v2, family: .identities,
        "Lists the account's addresses and domains, verified or not.", page: "ListEmailIdentities",
        route: Route(
            "GET", "/v2/email/identities", query: ["NextToken", "PageSize"],
            others: [Route("POST", "/v2/email/list-identities")]), throttle: nil,
        parameters: [
            Member(
                "NextToken", .string(format: .token), "Where the page before said to go on.",
                note: "takes a token of an earlier answer: shown by the scenario pages-to-the-end"),
            Member(
                "PageSize",
                .integer(
                    Bound(0...1000, by: fromModel).or(1...1000, by: .derived("API reference p. 34, of the same list"))),
                "Identities a page at most.", example: 100),
        ],
        result: [
            Member(
                "EmailIdentities", .list(of: .structure("IdentityInfo"), key: "IdentityName", accountWide: true),
                "The identities, in no order."),
            Member("NextToken", .string(format: .token), "Where the next page goes on; absent from the last."),
        ],
        pages: Pages(token: "NextToken", size: "PageSize", items: "EmailIdentities"),
        fixture: Fixture(result: ["EmailIdentities": []], fromModel),
        observations: [
            Observation(
                "one identity", status: 200,
                Evidence(
                    .published, "cloud-custodian/cloud-custodian:test_ses_email_identity_query; getmoto/moto#9771"))
        ]
    )
}
