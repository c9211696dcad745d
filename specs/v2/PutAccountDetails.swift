import SpecModel

/// Tells who uses the account and what for, and asks for its review.
///
/// Source: API v2 reference, PutAccountDetails.
/// Note: while a review is under way the service refuses other details, so cases need an endpoint that takes them
/// at any time.
extension SESv2 {
    static let putAccountDetails = Operation(
        "PutAccountDetails", api: .v2, family: .account,
        "Tells who uses the account and what for, and asks for its review.", page: "PutAccountDetails",
        route: Route("POST", "/v2/email/account/details"), throttle: nil,
        parameters: accountDetailMembers + [
            Member(
                "ProductionAccessEnabled", .boolean, "Whether the account is to leave the sandbox.", example: true)
        ],
        result: [],
        errors: [
            ErrorCase(
                "ConflictException", status: 409, when: "a review of the details is under way or was denied",
                reach: .unreachable("people decide on how long a review takes"))
        ],
        fixture: Fixture(
            needs: [.accountDetails], accountWide: true, .documented(page: "PutAccountDetails"),
            effect: [
                Step(
                    "read", "GetAccount",
                    expect: .result(
                        account(
                            details: [
                                "MailType": .echo("MailType"), "WebsiteURL": .echo("WebsiteURL"),
                                "ContactLanguage": .echo("ContactLanguage"),
                                "UseCaseDescription": .echo("UseCaseDescription"),
                                "AdditionalContactEmailAddresses": .echo("AdditionalContactEmailAddresses"),
                                "ReviewDetails": "⟦optional⟧⟦any⟧",
                            ]), .documented(page: "GetAccount")))
            ]),
        observations: [
            Observation(
                "a review is under way or was denied; the client got no message", status: 409,
                code: "ConflictException", Evidence(.published, "aws/aws-cli#6652", date: "2022-01-13"))
        ]
    )

    /// Asks to leave the sandbox twice, which only works where that puts no review under way.
    static let detailsChangeable = NeedProbe(
        .accountDetails,
        steps: [detailsPut, detailsPut].map { step in
            step.changed(input: Fields(step.input.fields + [Field("ProductionAccessEnabled", true)]))
        })

    static let detailsPut = Step.setup(
        "PutAccountDetails",
        [
            "MailType": "TRANSACTIONAL", "WebsiteURL": "https://www.example.com",
            "UseCaseDescription": "Conformance tests of an endpoint.",
        ])
}
