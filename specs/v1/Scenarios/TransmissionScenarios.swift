import SpecModel

/// Requests that no library sends, and what HTTP says of them.
///
/// Source: RFC 9110 and RFC 9112, section by section as each scenario has it.
/// Note: each is preceded by the same request as libraries send it, which must be answered rightly.
extension SESv1 {
    static let transmissionScenarios: [Scenario] =
        HTTPDemand.all.map { demand in
            Scenario(
                demand.name, "GetSendQuota", axis: .protocol, title: demand.title, requirement: demand.requirement,
                source: demand.source, needs: [.plainHTTP], setup: [quotaRead("usual")],
                steps: [
                    quotaRead("").changed(
                        expectation: demand.expectation(usual: quotaRead("").expectation),
                        envelope: Envelope(transmission: demand.transmission(behind: "ListIdentities")))
                ])
        } + [unfinishedVerification]

    private static func quotaRead(_ name: String) -> Step {
        Step(
            name, "GetSendQuota",
            expect: .result(
                ["Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧", "SentLast24Hours": "⟦number⟧"],
                .documented(page: 30)))
    }

    private static let unfinishedVerification = Scenario(
        HTTPDemand.incompleteBody.name, "VerifyEmailIdentity", axis: .protocol,
        title: HTTPDemand.incompleteBody.title, requirement: HTTPDemand.incompleteBody.requirement,
        source: HTTPDemand.incompleteBody.source, needs: [.plainHTTP],
        setup: [.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:control⟧@example.com"])],
        steps: [
            Step(
                "send", "VerifyEmailIdentity", ["EmailAddress": "⟦name:unwanted⟧@example.com"], expect: .ignored,
                envelope: Envelope(transmission: HTTPDemand.incompleteBody.transmission)),
            Step(
                "list", "ListIdentities",
                expect: .result(["Identities": ["⟦name:control⟧@example.com"]], HTTPDemand.incompleteBody.source),
                paging: Paging()),
        ], cleanup: [.cleanup("DeleteIdentity", ["Identity": "⟦name:unwanted⟧@example.com"])])
}
