import Foundation
import ReferenceService
import SpecModel
import Testing
import Wire

/// What an account holds, as a client of its own sees it.
struct Leftovers: Hashable {
    var identities: [String] = []
    var ruleSets: [String] = []
    var filters: [String] = []
    var activeRuleSet: String?

    init() {}

    init(of service: ReferenceService) async throws {
        let client = InProcessEndpoint(service)
        identities = try await Self.texts(client, "ListIdentities", "Identities")
        ruleSets = try await Self.texts(client, "ListReceiptRuleSets", "RuleSets")
        filters = try await Self.texts(client, "ListReceiptFilters", "Filters")
        activeRuleSet = try await Self.ask(client, "DescribeActiveReceiptRuleSet")
            .descendant("DescribeActiveReceiptRuleSetResult.Metadata.Name")?.text
    }

    /// Gives an account an address, a domain with a policy, a rule set that is active, and a filter.
    static func occupy(_ service: ReferenceService) async throws {
        let client = InProcessEndpoint(service)
        try await ask(client, "VerifyEmailIdentity", ["EmailAddress": "owner@example.org"])
        try await ask(client, "VerifyDomainIdentity", ["Domain": "owned.example.org"])
        try await ask(client, "CreateReceiptRuleSet", ["RuleSetName": "owned-set"])
        try await ask(client, "SetActiveReceiptRuleSet", ["RuleSetName": "owned-set"])
        try await ask(
            client, "CreateReceiptFilter",
            ["Filter": ["Name": "owned-filter", "IpFilter": ["Policy": "Block", "Cidr": "192.0.2.7"]]])
    }

    /// The tree of a successful answer.
    @discardableResult
    static func ask(_ client: some Endpoint, _ action: String, _ input: Fields = [:]) async throws -> Tree {
        let form = [FormParameter("Action", action), FormParameter("Version", API.v1.version)]
        let request = HTTPRequest(body: FormEncoding.encode(form + QueryParameters.flatten(input.fields)))
        let signer = Rehearsal.options().signer
        let response = try await client.exchange(
            signer.sign(request, host: "127.0.0.1:8005", at: Date()), within: .seconds(10))
        let text = String(decoding: response.body, as: UTF8.self)
        try #require(response.status == 200, "\(action): \(text)")
        return try #require(Answer(reading: response).tree, "\(action): \(text)")
    }

    /// Every member of a list over all its pages, sorted.
    private static func texts(_ client: some Endpoint, _ action: String, _ list: String) async throws -> [String] {
        var found: [String] = []
        var token: String?
        repeat {
            let tree = try await ask(client, action, token.map { ["NextToken": .text($0)] } ?? [:])
            let result = try #require(tree.child("\(action)Result"))
            found += result.child(list)?.children.map { $0.child("Name")?.text ?? $0.text } ?? []
            token = result.child("NextToken")?.text
        } while token?.isEmpty == false
        return found.sorted()
    }
}
