import SpecModel

/// Lists the account's templates.
///
/// Source: API v2 reference, ListEmailTemplates.
/// Note: the fixture makes no template, so that its result holds for every page size; scenarios show the list's
/// content.
extension SESv2 {
    static let listEmailTemplates = Operation(
        "ListEmailTemplates", api: .v2, family: .templates, "Lists the account's templates.",
        page: "ListEmailTemplates",
        route: Route("GET", "/v2/email/templates", query: ["NextToken", "PageSize"]),
        parameters: [
            Member(
                "NextToken", .string(format: .token), "Where the page before said to go on.",
                note: "takes a token of an earlier answer: shown by the scenario pages-to-the-end"),
            Member(
                "PageSize",
                .integer(Bound(1...10, by: "API v2 reference, ListEmailTemplates").or(1...100, by: fromModel)),
                "Templates a page at most.", example: 5),
        ],
        result: [
            Member(
                "TemplatesMetadata",
                .list(of: .structure("EmailTemplateMetadata"), key: "TemplateName", accountWide: true),
                "The templates, in no order."),
            Member("NextToken", .string(format: .token), "Where the next page goes on; absent from the last."),
        ],
        pages: Pages(token: "NextToken", size: "PageSize", items: "TemplatesMetadata"),
        fixture: Fixture(result: ["TemplatesMetadata": []], .documented(page: "ListEmailTemplates")),
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
