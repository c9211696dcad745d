import SpecModel

/// Makes a template of verification mails.
///
/// Source: API v2 reference, CreateCustomVerificationEmailTemplate.
extension SESv2 {
    static let createCustomVerificationEmailTemplate = Operation(
        "CreateCustomVerificationEmailTemplate", api: .v2, family: .templates,
        "Makes a template of verification mails.", page: "CreateCustomVerificationEmailTemplate",
        route: Route("POST", "/v2/email/custom-verification-email-templates"),
        parameters: [
            Member(
                "TemplateName", .string(length: notEmpty), required: true, "The template's name.",
                example: "⟦name:template⟧")
        ] + customTemplateParts + [laterTags],
        result: [],
        errors: [
            ErrorCase(
                "AlreadyExistsException", when: "the template's name is taken",
                reach: .provoked([
                    Provocation(
                        title: "creates a template under the name of one that exists",
                        changes: [Provocation.Change("TemplateName", "⟦name:taken⟧")],
                        setup: [customTemplateCreated("taken")],
                        message: Wording(
                            "Custom verification email template <⟦name:taken⟧> already exists", customTemplateProbes),
                        evidence: fromModel)
                ])),
            ErrorCase(
                "NotFoundException", status: 404, when: "something that the request names is not there",
                reach: .unreachable("the request names nothing but a sender, and nothing says that this is meant")),
            limitExceeded,
        ],
        undo: Undo("DeleteCustomVerificationEmailTemplate", [(name: "TemplateName", from: "TemplateName")]),
        fixture: Fixture(
            needs: [.verifiedIdentity], setup: [senderCreated],
            .documented(page: "CreateCustomVerificationEmailTemplate"), effect: [customTemplateEchoed]),
        observations: [
            Observation(
                "the template's name is taken", status: 400, code: "AlreadyExistsException",
                message: "Custom verification email template <⟦any⟧> already exists", customTemplateProbes),
            Observation(
                "FailureRedirectionURL is no URL", status: 400, code: "BadRequestException",
                message: "The failure redirection URL is invalid", customTemplateProbes),
        ]
    )

    /// Reads what the case's own request wrote.
    static let customTemplateEchoed = Step(
        "read", "GetCustomVerificationEmailTemplate", ["TemplateName": "⟦input:TemplateName⟧"],
        expect: .result(
            [
                "TemplateName": "⟦input:TemplateName⟧", "FromEmailAddress": .echo("FromEmailAddress"),
                "TemplateSubject": .echo("TemplateSubject"), "TemplateContent": .echo("TemplateContent"),
                "SuccessRedirectionURL": .echo("SuccessRedirectionURL"),
                "FailureRedirectionURL": .echo("FailureRedirectionURL"),
            ], .documented(page: "GetCustomVerificationEmailTemplate")))
}
