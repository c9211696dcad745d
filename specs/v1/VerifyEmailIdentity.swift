import SpecModel

/// Adds an address to the account's identities and starts its verification.
///
/// Source: API reference p. 72.
extension SESv1 {
    static let verifyEmailIdentity = Operation(
        "VerifyEmailIdentity", family: .identities,
        "Adds an address to the account's identities and starts its verification.", page: 72,
        parameters: [
            Member(
                "EmailAddress", .string(format: .emailAddress), required: true, "The address.",
                example: "⟦name:identity⟧@example.com")
        ],
        result: [],
        undo: Undo("DeleteIdentity", [(name: "Identity", from: "EmailAddress")]),
        fixture: Fixture(
            Evidence(.published, "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs", date: "2016-12"),
            effect: [
                Step(
                    "list", "ListIdentities",
                    expect: .result(["Identities": ["⟦input:EmailAddress⟧"]], .documented(page: 34)), paging: Paging())
            ]
        ),
        observations: [
            Observation(
                "an address", status: 200,
                Evidence(
                    .published,
                    "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs RequestId d8eb8250-be9b-11e6-b7f7-d570946af758",
                    date: "2016-12")),
            Observation(
                "IAM denies the action", status: 403, code: "AccessDenied",
                message: "User: ⟦any⟧ is not authorized to perform: ses:VerifyEmailIdentity",
                Evidence(
                    .published, "aws/aws-sdk-php#941 RequestId c5f33708-f7da-11e5-9de4-7d09fc8f79d0",
                    date: "2016-04-01")),
        ]
    )
}
