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
                .usedAccount, "the account holds identities, rules, filters and templates of its own", of: operation
            ) { InProcessEndpoint(Leeway.used()) }
        } + operations.flatMap(smaller)
    }

    private func smaller(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        guard let size = operation.pages?.size else { return [] }
        let asked = AskedOperation(operation)
        return [
            BehaviourFault(.smallerPages, "\(asked.name) has one member a page less than asked", of: operation) {
                RewritingEndpoint(asked) { parameters in
                    // What is none of the sizes of a page stays wrong.
                    guard let count = parameters[size].flatMap({ Int($0) }), 2...50 ~= count else { return }
                    parameters.set(size, to: String(count - 1))
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
        let forms = requests.map { parameters in
            HTTPRequest(
                headers: [Header("Content-Type", "application/x-www-form-urlencoded")],
                body: FormEncoding.encode(parameters.map { FormParameter($0.0, $0.1) }))
        }
        for request in forms + templates {
            _ = service.answer(options.signer.sign(request, host: options.host, at: Date()))
        }
        return service
    }

    /// Requests that only the REST-JSON API has.
    private static let templates = [
        (
            "/v2/email/templates",
            #"{"TemplateName":"owned","TemplateContent":{"Subject":"s {{name}}","Text":"t"}}"#
        ),
        (
            "/v2/email/custom-verification-email-templates",
            #"{"TemplateName":"owned","FromEmailAddress":"owner@example.org","TemplateSubject":"s","#
                + #""TemplateContent":"t","SuccessRedirectionURL":"https://example.org/yes","#
                + #""FailureRedirectionURL":"https://example.org/no"}"#
        ),
    ].map { target, body in
        HTTPRequest(
            target: target, headers: [Header("Content-Type", API.v2.mediaType)], body: Array(body.utf8))
    }
}
