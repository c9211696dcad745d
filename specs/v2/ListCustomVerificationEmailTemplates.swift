import SpecModel

/// Lists the account's templates of verification mails.
///
/// Source: API v2 reference, ListCustomVerificationEmailTemplates.
/// Note: the fixture makes no template, so that its result holds for every page size; scenarios show the list's
/// content.
extension SESv2 {
    static let listCustomVerificationEmailTemplates = Operation(
        "ListCustomVerificationEmailTemplates", api: .v2, family: .templates,
        "Lists the account's templates of verification mails.", page: "ListCustomVerificationEmailTemplates",
        route: Route("GET", "/v2/email/custom-verification-email-templates", query: ["NextToken", "PageSize"]),
        parameters: [
            Member(
                "NextToken", .string(format: .token), "Where the page before said to go on.",
                note: "takes a token of an earlier answer: shown by the scenario pages-to-the-end"),
            Member(
                "PageSize",
                .integer(
                    Bound(1...50, by: "API v2 reference, ListCustomVerificationEmailTemplates")
                        .or(1...50, by: fromModel)),
                "Templates a page at most.", example: 10),
        ],
        result: [
            Member(
                "CustomVerificationEmailTemplates",
                .list(
                    of: .structure("CustomVerificationEmailTemplateMetadata"), key: "TemplateName",
                    accountWide: true), "The templates, in no order."),
            Member("NextToken", .string(format: .token), "Where the next page goes on; absent from the last."),
        ],
        pages: Pages(token: "NextToken", size: "PageSize", items: "CustomVerificationEmailTemplates"),
        fixture: Fixture(
            result: ["CustomVerificationEmailTemplates": []],
            .documented(page: "ListCustomVerificationEmailTemplates")),
        observations: [
            Observation(
                "PageSize is out of range", status: 400, code: "BadRequestException",
                unasked),
            Observation(
                "a token of no earlier answer", status: 400, code: "BadRequestException",
                unasked),
        ]
    )
}
