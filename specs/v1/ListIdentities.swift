import SpecModel

/// Lists the account's addresses and domains.
///
/// Source: API reference p. 34.
/// Note: the fixture makes no identity, so that its result holds for every type and every page size;
/// scenarios show the list's content.
extension SESv1 {
    static let listIdentities = Operation(
        "ListIdentities", family: .identities, "Lists the account's addresses and domains, verified or not.", page: 34,
        parameters: [
            Member(
                "IdentityType", .enumeration(["EmailAddress", "Domain"]), "The type to list; all without it.",
                example: "EmailAddress"),
            Member(
                "MaxItems", .integer(Bound(1...1000, by: "API reference p. 34")), "Identities a page at most.",
                example: 100),
            Member(
                "NextToken", .string(format: .token), "Where the page before said to go on.",
                note: "takes a token of an earlier answer: shown by the scenario pages-to-the-end"),
        ],
        result: [
            Member(
                "Identities", .list(of: .string(format: .identity), accountWide: true), required: true,
                "The identities, in no order."),
            Member("NextToken", .string(format: .token), "Where the next page goes on; absent from the last."),
        ],
        pages: Pages(token: "NextToken", size: "MaxItems", items: "Identities"),
        fixture: Fixture(
            result: ["Identities": []], Evidence(.published, "boto/boto3#3274", date: "2022-05-18")),
        observations: [
            Observation("no identities", status: 200, Evidence(.published, "boto/boto3#3274", date: "2022-05-18")),
            Observation(
                "some identities; no NextToken where there is no further page", status: 200,
                Evidence(
                    .published,
                    "boto/botocore:tests/unit/response_parsing/xml/responses/ses-list-identities.xml; "
                        + "pplu/aws-sdk-perl:t/10_responses/email-list-identities.response",
                    date: "2013-03")),
            Observation(
                "three domains", status: 200,
                Evidence(
                    .published, "ex_aws_ses fork parser_test.exs RequestId 2350f2e7-0554-11e9-adc3-ffbd87899b73",
                    date: "2018-12")),
        ]
    )
}
