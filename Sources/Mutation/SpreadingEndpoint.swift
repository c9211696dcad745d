import ReferenceService
import SpecModel
import Wire

/// Does to others, too, what it is asked to do to one thing.
final class SpreadingEndpoint: Endpoint {
    /// What a write to one thing is done to besides.
    enum Spread: Sendable {
        /// A setting of one identity, by this operation, to every identity that was verified.
        case identities(by: AskedOperation)
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
        guard response.status == 200, let asked = AskedOperation.of(request),
            let parameters = AskedParameters(of: request)
        else { return response }
        learn(asked, parameters)
        for other in others(asked, parameters) {
            _ = try await endpoint.exchange(other.written(into: request), within: deadline)
        }
        return response
    }

    private func learn(_ asked: AskedOperation, _ parameters: AskedParameters) {
        let made: (String, String)? =
            switch (spread, asked.name) {
            case (.identities, "VerifyEmailIdentity"): parameters["EmailAddress"].map { ("", $0) }
            case (.identities, "VerifyDomainIdentity"): parameters["Domain"].map { ("", $0) }
            case (.identities, "CreateEmailIdentity"): parameters["EmailIdentity"].map { ("", $0) }
            case (.clones, "CloneReceiptRuleSet"), (.sources, "CloneReceiptRuleSet"):
                parameters["OriginalRuleSetName"].flatMap { source in
                    parameters["RuleSetName"].map { (source, $0) }
                }
            default: nil
            }
        if let made { known.withLock { $0.append((source: made.0, other: made.1)) } }
    }

    /// The requests that go out besides.
    private func others(_ asked: AskedOperation, _ parameters: AskedParameters) -> [AskedParameters] {
        let pairs = known.withLock { $0 }
        func asking(_ name: String, _ others: [String]) -> [AskedParameters] {
            others.map { other in
                var copy = parameters
                copy.set(name, to: other)
                return copy
            }
        }
        switch spread {
        case .identities(let operation):
            let member = operation.api.identityMember
            guard asked == operation, let identity = parameters[member] else { return [] }
            return asking(member, pairs.filter { $0.other != identity }.map(\.other))
        case .clones:
            guard changesRules(asked), let name = parameters["RuleSetName"] else { return [] }
            return asking("RuleSetName", pairs.filter { $0.source == name }.map(\.other))
        case .sources:
            guard changesRules(asked), let name = parameters["RuleSetName"] else { return [] }
            return asking("RuleSetName", pairs.filter { $0.other == name }.map(\.source))
        }
    }

    private func changesRules(_ asked: AskedOperation) -> Bool {
        [
            "CreateReceiptRule", "DeleteReceiptRule", "ReorderReceiptRuleSet", "SetReceiptRulePosition",
            "UpdateReceiptRule",
        ].contains(asked.name)
    }
}

extension API {
    /// The parameter by which settings of an identity name it.
    var identityMember: String {
        switch self {
        case .v1: "Identity"
        case .v2: "EmailIdentity"
        }
    }
}
