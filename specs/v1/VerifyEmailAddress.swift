import SpecModel

/// Starts the verification of an address.
///
/// Source: API reference p. 70.
extension SESv1 {
    static let verifyEmailAddress = Operation(
        "VerifyEmailAddress", family: .identities, "Starts the verification of an address.", page: 70,
        deprecated: "VerifyEmailIdentity",
        parameters: [
            Member(
                "EmailAddress", .string(format: .emailAddress), required: true, "The address.",
                example: "⟦name:identity⟧@example.com")
        ],
        result: nil,
        undo: Undo("DeleteIdentity", [(name: "Identity", from: "EmailAddress")]),
        fixture: Fixture(
            Evidence(
                .published,
                "index file id 1323530830 (python SES client) RequestId b0141ccf-a054-11e0-a9bf-a9bdbeaeeeae",
                date: "2011-06"),
            // ListVerifiedEmailAddresses shows verified addresses only; ListIdentities shows pending ones, too.
            effect: [
                Step(
                    "list", "ListIdentities",
                    expect: .result(["Identities": ["⟦input:EmailAddress⟧"]], .documented(page: 34)), paging: Paging())
            ],
            cleanup: [Step.cleanup("DeleteIdentity", ["Identity": "⟦name:identity⟧@example.com"])]
        ),
        observations: [
            Observation(
                "an address; the answer has no result element", status: 200,
                Evidence(
                    .published,
                    "index file id 1323530830 (python SES client) RequestId b0141ccf-a054-11e0-a9bf-a9bdbeaeeeae; "
                        + "McGiv.AWS.SES RequestId 6e27aa01-2c94-11e0-bb3e-d505e2ebe18d",
                    date: "2011-01/06")),
            Observation(
                "IAM denies the action", status: 403, code: "AccessDenied",
                message: "User: ⟦any⟧ is not authorized to perform: ses:VerifyEmailAddress",
                Evidence(.published, "RequestId bbdef64a-73cd-11e6-b413-7576da36bc5b", date: "2016-09")),
            // The wording is asserted by a suite that runs live, and not captured.
            Observation(
                "a malformed address", status: 400, code: "InvalidParameterValue",
                Evidence(.published, "aws/aws-sdk-js:features/ses/ses.feature (live suite)")),
        ]
    )
}
