import SpecModel

/// Starts a test of how mail providers treat a message.
///
/// Source: API v2 reference, CreateDeliverabilityTestReport.
/// Note: a test costs money, and an account has them only after it enabled the deliverability dashboard.
extension SESv2 {
    static let createDeliverabilityTestReport = Operation(
        "CreateDeliverabilityTestReport", api: .v2, family: .account,
        "Starts a test of how mail providers treat a message.", page: "CreateDeliverabilityTestReport",
        route: Route("POST", "/v2/email/deliverability-dashboard/test"), throttle: nil,
        parameters: [
            Member("ReportName", .string(), "A name to find the test by.", example: "⟦name:report⟧"),
            Member(
                "FromEmailAddress", .string(format: .emailAddress), required: true,
                "The sender, who must be verified.", example: "⟦sender⟧"),
            Member("Content", .structure("EmailContent"), required: true, "The message."),
            Member("Tags", .list(of: .structure("Tag"), key: "Key"), "Labels of the test."),
        ],
        result: [
            Member("ReportId", .string(), required: true, "The test's id."),
            Member(
                "DeliverabilityTestStatus", .enumeration(["IN_PROGRESS", "COMPLETED"]), required: true,
                "Whether the test has ended."),
        ],
        errors: [
            accountSuspended, sendingPaused, rejectedFromStranger,
            mailFromDomainNotVerified,
            notFound("Content", ["Template": ["TemplateName": "⟦name:absent⟧", "TemplateData": "{}"]], "template"),
            limitExceeded, concurrentModification,
        ],
        fixture: Fixture(
            needs: [.verifiedIdentity, .deliverabilityDashboard], accountWide: true,
            setup: [senderCreated, templateCreated()],
            result: ["ReportId": "⟦token⟧", "DeliverabilityTestStatus": "⟦one-of:IN_PROGRESS|COMPLETED⟧"],
            .documented(page: "CreateDeliverabilityTestReport"))
    )

    static let dashboardEnabled = NeedProbe(
        .deliverabilityDashboard, steps: [senderCreated, testStarted])

    static let testStarted = Step.setup(
        "CreateDeliverabilityTestReport", ["FromEmailAddress": "⟦sender⟧", "Content": simpleContent])
}
