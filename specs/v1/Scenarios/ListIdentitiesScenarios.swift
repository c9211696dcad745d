import SpecModel

/// The list of identities: by type and in pages.
///
/// Source: API reference p. 34.
/// Note: pages are read alone, as identities that come and go meanwhile may move others from page to page.
extension SESv1 {
    static let listIdentitiesScenarios: [Scenario] = [
        allTypes, addressesOnly, domainsOnly, pagesToTheEnd, pagesOfOneType, damagedToken,
    ]

    private static let addressAndDomain = [
        Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
        Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧.example.com"]),
    ]

    private static let allTypes = Scenario(
        "all-types", "ListIdentities", title: "lists an address and a domain",
        requirement: "The service MUST list identities of every type where none is asked for.",
        source: .documented(page: 34), setup: addressAndDomain,
        steps: [
            Step(
                "", "ListIdentities",
                expect: .result(
                    ["Identities": ["⟦name:identity⟧@example.com", "⟦name:domain⟧.example.com"]],
                    .documented(page: 34)), paging: Paging())
        ]
    )

    private static let addressesOnly = Scenario(
        "type-email-address", "ListIdentities", title: "lists addresses only",
        requirement: "The service MUST list addresses and no domains for EmailAddress.",
        source: .documented(page: 34), setup: addressAndDomain,
        steps: [
            Step(
                "", "ListIdentities", ["IdentityType": "EmailAddress"],
                expect: .result(["Identities": ["⟦name:identity⟧@example.com"]], .documented(page: 34)),
                paging: Paging())
        ]
    )

    private static let domainsOnly = Scenario(
        "type-domain", "ListIdentities", title: "lists domains only",
        requirement: "The service MUST list domains and no addresses for Domain.",
        source: .documented(page: 34), setup: addressAndDomain,
        steps: [
            Step(
                "", "ListIdentities", ["IdentityType": "Domain"],
                expect: .result(["Identities": ["⟦name:domain⟧.example.com"]], .documented(page: 34)),
                paging: Paging())
        ]
    )

    private static let fiveIdentities = [
        Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:first⟧@example.com"]),
        Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:second⟧@example.com"]),
        Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:third⟧@example.com"]),
        Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:fourth⟧.example.com"]),
        Step.setup("VerifyDomainIdentity", ["Domain": "⟦name:fifth⟧.example.com"]),
    ]

    private static let pagesToTheEnd = Scenario(
        "pages-to-the-end", "ListIdentities", title: "reads five identities in pages of two",
        requirement: "The service MUST give pages of no more than MaxItems identities which together hold each "
            + "identity once.",
        source: .documented(page: 34), accountWide: true, setup: fiveIdentities,
        steps: [
            Step(
                "", "ListIdentities", ["MaxItems": 2],
                expect: .result(
                    [
                        "Identities": [
                            "⟦name:first⟧@example.com", "⟦name:second⟧@example.com", "⟦name:third⟧@example.com",
                            "⟦name:fourth⟧.example.com", "⟦name:fifth⟧.example.com",
                        ]
                    ], .documented(page: 34)),
                paging: Paging(size: 2))
        ]
    )

    private static let pagesOfOneType = Scenario(
        "pages-of-one-type", "ListIdentities", title: "reads three addresses beside domains in pages of two",
        requirement: "The service MUST keep to the type on every page.",
        source: .documented(page: 34), accountWide: true, setup: fiveIdentities,
        steps: [
            Step(
                "", "ListIdentities", ["IdentityType": "EmailAddress", "MaxItems": 2],
                expect: .result(
                    [
                        "Identities": [
                            "⟦name:first⟧@example.com", "⟦name:second⟧@example.com", "⟦name:third⟧@example.com",
                        ]
                    ], .documented(page: 34)),
                paging: Paging(size: 2))
        ]
    )

    private static let damagedToken = Scenario(
        "damaged-token", "ListIdentities", axis: .values, title: "goes on from a token that nobody gave",
        requirement: "What the service MUST answer to a token of no earlier answer is not known.",
        source: .documented(page: 34),
        steps: [Step("", "ListIdentities", ["NextToken": "⟦name:absent⟧"], expect: .observed)]
    )
}
