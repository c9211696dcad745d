import SpecModel

/// Writers beside each other, and lists of many.
///
/// Source: API v2 reference, CreateEmailTemplate and ListEmailTemplates; the public service model.
extension SESv2 {
    static let manyAtOnceScenarios: [Scenario] = [
        templatesAtOnce, identitiesAtOnce, oneNameAtOnce, sendsAtOnce, thousandIdentities, tokenTwice,
    ]

    private static let templatesAtOnce = Scenario(
        "eight-at-once", "CreateEmailTemplate", title: "creates eight templates at once",
        requirement: "The service MUST list all eight.", source: .documented(page: "ListEmailTemplates"),
        steps: [
            Step(
                "create", "CreateEmailTemplate",
                ["TemplateName": "⟦name:template⟧-⟦serial⟧", "TemplateContent": welcome],
                expect: .result([:], .documented(page: "CreateEmailTemplate")), times: 8, isAtOnce: true),
            templatesListed(
                "list",
                (1...8).map {
                    ["TemplateName": .text("⟦name:template⟧-\($0)"), "CreatedTimestamp": "⟦timestamp⟧"]
                }),
        ])

    private static let identitiesAtOnce = Scenario(
        "eight-at-once", "DeleteEmailIdentity", title: "deletes eight of nine addresses at once",
        requirement: "The service MUST list the ninth alone.", source: fromModel,
        setup: [.setup("CreateEmailIdentity", ["EmailIdentity": "⟦name:identity⟧-⟦serial⟧@example.com"], times: 9)],
        steps: [
            Step(
                "delete", "DeleteEmailIdentity", ["EmailIdentity": "⟦name:identity⟧-⟦serial⟧@example.com"],
                expect: .result([:], fromModel), times: 8, isAtOnce: true),
            identitiesListed("list", [listedAddress("⟦name:identity⟧-9@example.com")]),
        ])

    private static func listedAddress(_ name: String) -> Value {
        [
            "IdentityType": "EMAIL_ADDRESS", "IdentityName": .text(name),
            "SendingEnabled": "⟦one-of:true|false⟧", "VerificationStatus": "⟦one-of:PENDING|SUCCESS⟧",
        ]
    }

    /// One of eight creates the template; which is chance.
    private static let oneNameAtOnce = Scenario(
        "one-name-at-once", "CreateEmailTemplate", title: "creates one template eight times at once",
        requirement: "The service MUST accept or refuse each, and list the template once.", source: fromModel,
        setup: [templateCreated("control")],
        steps: [
            Step(
                "create", "CreateEmailTemplate", ["TemplateName": "⟦name:template⟧", "TemplateContent": welcome],
                expect: .anyOf([
                    .result([:], .documented(page: "CreateEmailTemplate")),
                    .failure(Failure(["AlreadyExistsException"], fromModel)),
                    .failure(Failure(["ConcurrentModificationException"], status: 500, fromModel)),
                ]), times: 8, isAtOnce: true),
            templatesListed("list", [templateListed(), templateListed("control")]),
        ])

    private static let sendsAtOnce = Scenario(
        "counts-eight-sends-at-once", "GetAccount", title: "sends eight mails at once between two readings",
        requirement: "The service MUST count each of them.", source: .documented(page: "GetAccount"),
        needs: [.verifiedIdentity], accountWide: true, setup: [senderCreated],
        steps: [
            counterBefore, Step("send", "SendEmail", Fields(sending()), expect: sent, times: 8, isAtOnce: true),
            counterAfter(8),
        ])

    private static let thousandIdentities = Scenario(
        "pages-of-a-thousand", "ListEmailIdentities", title: "reads 1,000 addresses in pages of 100",
        requirement: "The pages together MUST hold each identity once.", source: fromModel, accountWide: true,
        isDeep: true,
        setup: [
            .setup("CreateEmailIdentity", ["EmailIdentity": "⟦name:identity⟧-⟦serial⟧@example.com"], times: 1000)
        ],
        steps: [
            Step(
                "", "ListEmailIdentities", ["PageSize": 100],
                expect: .result(
                    [
                        "EmailIdentities": .list(
                            (1...1000).map { listedAddress("⟦name:identity⟧-\($0)@example.com") })
                    ], fromModel), paging: Paging(size: 100))
        ])

    private static let tokenTwice = Scenario(
        "token-twice", "ListEmailTemplates", axis: .values, title: "goes on from one token twice",
        requirement: "The reference does not say whether a token may be used again.",
        source: .documented(page: "ListEmailTemplates"), accountWide: true,
        setup: [
            templateCreated("first"), templateCreated("second"), templateCreated("third"),
            .setup("ListEmailTemplates", ["PageSize": 1], captures: ["token": "NextToken"]),
            .setup("ListEmailTemplates", ["PageSize": 1, "NextToken": "⟦capture:token⟧"]),
        ],
        steps: [
            Step("", "ListEmailTemplates", ["PageSize": 1, "NextToken": "⟦capture:token⟧"], expect: .observed)
        ])
}
