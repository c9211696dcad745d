import SpecModel

/// Long lists, their tokens, and reads of many at once.
///
/// Source: API reference p. 28 and p. 34.
extension SESv1 {
    static let longListScenarios: [Scenario] = [
        pagesOfAThousand, hundredAtOnce, tokenUsedTwice, changedToken, tokenOfAnotherList, tokenOfAnotherType,
    ]

    private static func domains(_ count: Int) -> Step {
        .setup("VerifyDomainIdentity", ["Domain": "⟦name:domain⟧-⟦serial⟧.example.com"], times: count)
    }

    private static func names(_ count: Int) -> [String] { (1...count).map { "⟦name:domain⟧-\($0).example.com" } }

    private static let pagesOfAThousand = Scenario(
        "pages-of-a-thousand", "ListIdentities", title: "reads 1,000 domains in pages of 100",
        requirement: "The pages together MUST hold each identity once.", source: .documented(page: 34),
        accountWide: true, isDeep: true, setup: [domains(1000)],
        steps: [
            Step(
                "", "ListIdentities", ["IdentityType": "Domain", "MaxItems": 100],
                expect: .result(
                    ["Identities": .list(names(1000).map { .text($0) })], .documented(page: 34)),
                paging: Paging(size: 100))
        ])

    private static let hundredAtOnce = Scenario(
        "hundred-identities", "GetIdentityVerificationAttributes", title: "asks for 100 domains that there are",
        requirement: "The service MUST describe each of 100 identities.", source: .documented(page: 28), isDeep: true,
        setup: [domains(100)],
        steps: [
            Step(
                "", "GetIdentityVerificationAttributes",
                ["Identities": .list(names(100).map { .text($0) })],
                expect: .result(
                    [
                        "VerificationAttributes": .fields(
                            names(100).map { name in
                                Field(
                                    name,
                                    ["VerificationStatus": "⟦one-of:Pending|Success⟧", "VerificationToken": "⟦token⟧"])
                            })
                    ], .documented(page: 28)))
        ])

    /// Three domains, and a token of their list.
    private static let tokenTaken = [
        domains(3), Step.setup("ListIdentities", ["MaxItems": 1], captures: ["token": "NextToken"]),
    ]

    private static let tokenUsedTwice = Scenario(
        "token-used-twice", "ListIdentities", title: "reads the second page twice",
        requirement: "The service is taken to give the same page for the same token.", source: .documented(page: 34),
        accountWide: true,
        setup: tokenTaken + [
            Step.setup(
                "ListIdentities", ["MaxItems": 1, "NextToken": "⟦capture:token⟧"],
                captures: ["second": "Identities.member.1"])
        ],
        steps: [
            Step(
                "", "ListIdentities", ["MaxItems": 1, "NextToken": "⟦capture:token⟧"],
                expect: .result(
                    ["Identities": ["⟦capture:second⟧"]],
                    Evidence(.modelled, "nobody has published whether a token may be used twice")))
        ])

    private static let changedToken = Scenario(
        "changed-token", "ListIdentities", axis: .values, title: "goes on from a token with something behind it",
        requirement: "What the service MUST answer to a token of no earlier answer is not known.",
        source: .documented(page: 34), setup: tokenTaken,
        steps: [Step("", "ListIdentities", ["MaxItems": 1, "NextToken": "⟦capture:token⟧x"], expect: .observed)])

    private static let tokenOfAnotherList = Scenario(
        "token-of-another-list", "ListReceiptRuleSets", axis: .values,
        title: "goes on from a token of the list of identities",
        requirement: "What the service MUST answer to a token of another operation is not known.",
        source: .documented(page: 39), needs: [.receivingRegion], setup: tokenTaken,
        steps: [Step("", "ListReceiptRuleSets", ["NextToken": "⟦capture:token⟧"], expect: .observed)])

    private static let tokenOfAnotherType = Scenario(
        "token-of-another-type", "ListIdentities", axis: .values,
        title: "goes on from a token of the list of all types with a list of one type",
        requirement: "What the service MUST answer to a token of another list is not known.",
        source: .documented(page: 34), setup: tokenTaken,
        steps: [
            Step(
                "", "ListIdentities",
                ["IdentityType": "EmailAddress", "MaxItems": 1, "NextToken": "⟦capture:token⟧"], expect: .observed)
        ])
}
