import SpecModel

/// Templates of verification mails.
///
/// Source: API v2 reference, CreateCustomVerificationEmailTemplate and its neighbours.
extension SESv2 {
    static let customVerificationScenarios: [Scenario] = [
        lifeOfACustomTemplate, customTemplatePages, damagedCustomToken, malformedFailureURL, malformedSuccessURL,
        strangerAsSender, namesOfTwoKinds, sentToKnownAddress, sentAfterDeletion,
    ]

    private static func done(_ page: ReferencePage) -> Expectation { .result([:], .documented(page: page)) }

    private static let noCustomTemplate = Expectation.failure(
        Failure(
            ["NotFoundException"], status: 404,
            message: Wording(
                "Custom verification email template <⟦name:template⟧> does not exist", customTemplateProbes), fromModel)
    )

    private static func customTemplateRead(_ name: String, subject: String) -> Step {
        Step(
            name, "GetCustomVerificationEmailTemplate", ["TemplateName": "⟦name:template⟧"],
            expect: .result(
                Fields(customTemplate("template", subject: subject)),
                .documented(page: "GetCustomVerificationEmailTemplate")))
    }

    private static let lifeOfACustomTemplate = Scenario(
        "life-of-a-template", "CreateCustomVerificationEmailTemplate",
        title: "creates, lists, reads, updates and deletes a template",
        requirement: "The service MUST list and give a template as it was last written, until it is deleted.",
        source: .documented(page: "CreateCustomVerificationEmailTemplate"), needs: [.verifiedIdentity],
        setup: [senderCreated],
        steps: [
            Step(
                "create", "CreateCustomVerificationEmailTemplate", Fields(customTemplate("template")),
                expect: done("CreateCustomVerificationEmailTemplate")),
            customTemplatesListed("list", [customTemplateListed()]),
            customTemplateRead("read", subject: "Please verify"),
            Step(
                "update", "UpdateCustomVerificationEmailTemplate",
                Fields(customTemplate("template", subject: "One more step")),
                expect: done("UpdateCustomVerificationEmailTemplate")),
            customTemplateRead("read-updated", subject: "One more step"),
            customTemplatesListed("list-updated", [customTemplateListed(subject: "One more step")]),
            Step(
                "delete", "DeleteCustomVerificationEmailTemplate", ["TemplateName": "⟦name:template⟧"],
                expect: done("DeleteCustomVerificationEmailTemplate")),
            Step(
                "read-deleted", "GetCustomVerificationEmailTemplate", ["TemplateName": "⟦name:template⟧"],
                expect: noCustomTemplate),
            customTemplatesListed("list-deleted", []),
        ]
    )

    private static let threeTemplates = ["first", "second", "third"]

    private static let customTemplatePages = Scenario(
        "pages-to-the-end", "ListCustomVerificationEmailTemplates", title: "reads three templates in pages of two",
        requirement: "The service MUST give pages of no more than PageSize templates which together hold each "
            + "template once.",
        source: .documented(page: "ListCustomVerificationEmailTemplates"), needs: [.verifiedIdentity],
        accountWide: true, setup: [senderCreated] + threeTemplates.map { customTemplateCreated($0) },
        steps: [
            Step(
                "", "ListCustomVerificationEmailTemplates", ["PageSize": 2],
                expect: .result(
                    ["CustomVerificationEmailTemplates": .list(threeTemplates.map { customTemplateListed($0) })],
                    .documented(page: "ListCustomVerificationEmailTemplates")), paging: Paging(size: 2))
        ]
    )

    private static let damagedCustomToken = Scenario(
        "damaged-token", "ListCustomVerificationEmailTemplates", axis: .values,
        title: "goes on from a token that nobody gave",
        requirement: "What the service MUST answer to a token of no earlier answer is not known.", source: unasked,
        setup: [.setup("ListCustomVerificationEmailTemplates")],
        steps: [
            Step("", "ListCustomVerificationEmailTemplates", ["NextToken": "⟦name:absent⟧"], expect: .observed)
        ]
    )

    private static func malformed(
        _ name: String, _ member: String, _ wording: String, _ evidence: Evidence
    ) -> Scenario {
        Scenario(
            name, "CreateCustomVerificationEmailTemplate", axis: .errors, title: "sends a \(member) that is no URL",
            requirement: "The service is said to answer 400 BadRequestException.", source: evidence,
            needs: [.verifiedIdentity], setup: [senderCreated, customTemplateCreated()],
            steps: [
                Step(
                    "", "CreateCustomVerificationEmailTemplate",
                    Fields(
                        customTemplate("other").map { $0.name == member ? Field(member, "not a URL") : $0 }),
                    expect: .failure(
                        Failure(["BadRequestException"], message: Wording(wording, evidence), evidence)))
            ])
    }

    private static let malformedFailureURL = malformed(
        "failure-url-malformed", "FailureRedirectionURL", "The failure redirection URL is invalid",
        customTemplateProbes)

    private static let malformedSuccessURL = malformed(
        "success-url-malformed", "SuccessRedirectionURL", "The success redirection URL is invalid",
        Evidence(.modelled, "as it is claimed for FailureRedirectionURL"))

    private static let strangerAsSender = Scenario(
        "sender-not-verified", "CreateCustomVerificationEmailTemplate", axis: .errors,
        title: "creates a template whose sender is not verified",
        requirement: "Nobody has published what the service answers.", source: fromModel,
        needs: [.verifiedIdentity], setup: [senderCreated, customTemplateCreated()],
        steps: [
            Step(
                "", "CreateCustomVerificationEmailTemplate",
                Fields(
                    customTemplate("other").map {
                        $0.name == "FromEmailAddress" ? Field($0.name, unverifiedAddress) : $0
                    }), expect: .observed)
        ]
    )

    private static let ownNames = Evidence(.modelled, "no source says that templates of both kinds share their names")

    private static let namesOfTwoKinds = Scenario(
        "names-of-two-kinds", "CreateCustomVerificationEmailTemplate",
        title: "creates a template of verification mails under the name of one of other mails",
        requirement: "The service is taken to keep the two kinds apart.", source: ownNames,
        needs: [.verifiedIdentity], setup: [senderCreated, templateCreated()],
        steps: [
            Step(
                "create", "CreateCustomVerificationEmailTemplate", Fields(customTemplate("template")),
                expect: .result([:], ownNames)),
            Step(
                "read", "GetEmailTemplate", ["TemplateName": "⟦name:template⟧"],
                expect: .result(["TemplateName": "⟦name:template⟧", "TemplateContent": welcome], ownNames)),
        ]
    )

    private static let sentToKnownAddress = Scenario(
        "known-address", "SendCustomVerificationEmail",
        title: "sends a verification mail to an address that is an identity already",
        requirement: "The reference does not say what becomes of such an address.", source: fromModel,
        needs: [.verifiedIdentity], setup: [senderCreated, customTemplateCreated(), addressCreated()],
        steps: [
            Step(
                "send", "SendCustomVerificationEmail",
                ["EmailAddress": "⟦name:identity⟧@example.com", "TemplateName": "⟦name:template⟧"],
                expect: .observed)
        ]
    )

    private static let sentAfterDeletion = Scenario(
        "after-deletion", "SendCustomVerificationEmail", axis: .errors,
        title: "sends a verification mail of a template that was deleted",
        requirement: "The service MUST answer 404 NotFoundException and add no identity.", source: fromModel,
        needs: [.verifiedIdentity],
        setup: [
            senderCreated, customTemplateCreated(),
            .setup(
                "SendCustomVerificationEmail",
                ["EmailAddress": "⟦name:control⟧@example.com", "TemplateName": "⟦name:template⟧"]),
            .setup("DeleteCustomVerificationEmailTemplate", ["TemplateName": "⟦name:template⟧"]),
        ],
        steps: [
            Step(
                "send", "SendCustomVerificationEmail",
                ["EmailAddress": "⟦name:identity⟧@example.com", "TemplateName": "⟦name:template⟧"],
                expect: noCustomTemplate),
            identitiesListed("list", [addressListed("control")]),
        ]
    )
}
