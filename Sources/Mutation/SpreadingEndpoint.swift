import ReferenceService
import Wire

/// Does to others, too, what it is asked to do to one thing.
final class SpreadingEndpoint: Endpoint {
    /// What a write to one thing is done to besides.
    enum Spread: Sendable {
        /// A setting of one identity, by this operation, to every identity that was verified.
        case identities(by: String)
        /// A change of a rule set to the clones made of it.
        case clones
        /// A change of a clone to the rule set that it was made of.
        case sources
    }

    private let endpoint = InProcessEndpoint(ReferenceService.twin())
    private let spread: Spread
    private let known = Guarded<[(source: String, other: String)]>([])

    init(_ spread: Spread) { self.spread = spread }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let response = try await endpoint.exchange(request, within: deadline)
        guard response.status == 200, let action = ActionParameter.of(request),
            let parameters = try? FormEncoding.decode(request.body)
        else { return response }
        learn(action, parameters)
        for other in others(action, parameters) {
            var copy = request
            copy.body = FormEncoding.encode(other)
            _ = try await endpoint.exchange(copy, within: deadline)
        }
        return response
    }

    private func learn(_ action: String, _ parameters: [FormParameter]) {
        let made: (String, String)? =
            switch (spread, action) {
            case (.identities, "VerifyEmailIdentity"): parameters["EmailAddress"].map { ("", $0) }
            case (.identities, "VerifyDomainIdentity"): parameters["Domain"].map { ("", $0) }
            case (.clones, "CloneReceiptRuleSet"), (.sources, "CloneReceiptRuleSet"):
                parameters["OriginalRuleSetName"].flatMap { source in
                    parameters["RuleSetName"].map { (source, $0) }
                }
            default: nil
            }
        if let made { known.withLock { $0.append((source: made.0, other: made.1)) } }
    }

    /// The requests that go out besides.
    private func others(_ action: String, _ parameters: [FormParameter]) -> [[FormParameter]] {
        let pairs = known.withLock { $0 }
        switch spread {
        case .identities(let operation):
            guard action == operation, let identity = parameters["Identity"] else { return [] }
            return pairs.filter { $0.other != identity }.map { parameters.setting("Identity", to: $0.other) }
        case .clones:
            guard changesRules(action), let name = parameters["RuleSetName"] else { return [] }
            return pairs.filter { $0.source == name }.map { parameters.setting("RuleSetName", to: $0.other) }
        case .sources:
            guard changesRules(action), let name = parameters["RuleSetName"] else { return [] }
            return pairs.filter { $0.other == name }.map { parameters.setting("RuleSetName", to: $0.source) }
        }
    }

    private func changesRules(_ action: String) -> Bool {
        [
            "CreateReceiptRule", "DeleteReceiptRule", "ReorderReceiptRuleSet", "SetReceiptRulePosition",
            "UpdateReceiptRule",
        ].contains(action)
    }
}
