import SpecModel

/// Requests that no library sends, and what HTTP says of them.
///
/// Source: RFC 9110 and RFC 9112, section by section as each scenario has it.
/// Note: each is preceded by the same request as libraries send it, which must be answered rightly.
extension SESv2 {
    static let transmissionScenarios: [Scenario] =
        HTTPDemand.all.map { demand in
            let request = demand.isAboutBody ? identityMade("", "identity") : accountRead("")
            return Scenario(
                demand.name, request.operation, axis: .protocol, title: demand.title,
                requirement: demand.requirement, source: demand.source, needs: [.plainHTTP],
                setup: [demand.isAboutBody ? identityMade("usual", "control") : accountRead("usual")],
                steps: [
                    request.changed(
                        expectation: demand.expectation(usual: request.expectation),
                        envelope: Envelope(transmission: demand.transmission(behind: "ListEmailIdentities")))
                ])
        } + [unfinishedCreation]

    private static func accountRead(_ name: String) -> Step {
        Step(name, "GetAccount", expect: .result(account(), .documented(page: "GetAccount")))
    }

    private static func identityMade(_ name: String, _ key: String) -> Step {
        Step(
            name, "CreateEmailIdentity", ["EmailIdentity": .text("⟦name:\(key)⟧@example.com")],
            expect: addressAccepted)
    }

    private static let unfinishedCreation = Scenario(
        HTTPDemand.incompleteBody.name, "CreateEmailIdentity", axis: .protocol,
        title: HTTPDemand.incompleteBody.title, requirement: HTTPDemand.incompleteBody.requirement,
        source: HTTPDemand.incompleteBody.source, needs: [.plainHTTP], setup: [addressCreated("control")],
        steps: [
            Step(
                "send", "CreateEmailIdentity", ["EmailIdentity": "⟦name:unwanted⟧@example.com"], expect: .ignored,
                envelope: Envelope(transmission: HTTPDemand.incompleteBody.transmission)),
            identitiesListed("list", [addressListed("control")]),
        ], cleanup: [.cleanup("DeleteEmailIdentity", ["EmailIdentity": "⟦name:unwanted⟧@example.com"])])
}
