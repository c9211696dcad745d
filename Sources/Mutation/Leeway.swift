import Foundation
import ReferenceService
import SpecModel
import Wire

/// Right services that are otherwise than a fresh one with its usual answers.
struct Leeway: Sendable {
    let operations: [SpecModel.Operation]

    func changes() -> [BehaviourFault] {
        operations.map { operation in
            BehaviourFault(
                faultClass: .usedAccount, what: "the account holds identities, rules and filters of its own",
                operations: [operation.name]
            ) { InProcessEndpoint(Leeway.used()) }
        } + operations.flatMap(smaller)
    }

    private func smaller(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        guard let size = operation.pages?.size else { return [] }
        let name = operation.name
        return [
            BehaviourFault(
                faultClass: .smallerPages, what: "\(name) has one member a page less than asked", operations: [name]
            ) {
                RewritingEndpoint(name) { parameters in
                    // What is none of the sizes of a page stays wrong.
                    guard let asked = parameters[size].flatMap({ Int($0) }), 2...50 ~= asked else { return parameters }
                    return parameters.setting(size, to: String(asked - 1))
                }
            }
        ]
    }

    /// A service with what others keep in the account.
    private static func used() -> ReferenceService {
        let service = ReferenceService.twin()
        let policy = #"{"Version":"2012-10-17","Statement":[]}"#
        let requests: [[(String, String)]] = [
            [("Action", "VerifyEmailIdentity"), ("EmailAddress", "owner@example.org")],
            [("Action", "VerifyDomainIdentity"), ("Domain", "owned.example.org")],
            [
                ("Action", "PutIdentityPolicy"), ("Identity", "owned.example.org"), ("PolicyName", "owned"),
                ("Policy", policy),
            ],
            [("Action", "CreateReceiptRuleSet"), ("RuleSetName", "owned-set")],
            [("Action", "CreateReceiptRule"), ("RuleSetName", "owned-set"), ("Rule.Name", "owned-rule")],
            [("Action", "SetActiveReceiptRuleSet"), ("RuleSetName", "owned-set")],
            [
                ("Action", "CreateReceiptFilter"), ("Filter.Name", "owned-filter"),
                ("Filter.IpFilter.Policy", "Block"), ("Filter.IpFilter.Cidr", "192.0.2.7"),
            ],
            [
                ("Action", "SendEmail"), ("Source", "owner@example.org"),
                ("Destination.ToAddresses.member.1", "owner@example.org"), ("Message.Subject.Data", "s"),
                ("Message.Body.Text.Data", "t"),
            ],
        ]
        let options = FaultCampaign.runOptions(jobs: 1)
        for parameters in requests {
            let request = HTTPRequest(
                headers: [Header("Content-Type", "application/x-www-form-urlencoded")],
                body: FormEncoding.encode(parameters.map { FormParameter($0.0, $0.1) }))
            _ = service.answer(options.signer.sign(request, host: options.host, at: Date()))
        }
        return service
    }
}
