import ReferenceService
import Testing
import Wire

@testable import Mutation

/// Decorators that change what an endpoint keeps and tells over several calls.
@Suite struct StateFaultsTests {
    private static func post(_ parameters: [(String, String)], to endpoint: any Endpoint) async throws -> Answer {
        let options = FaultCampaign.runOptions(jobs: 1)
        let request = HTTPRequest(
            headers: [Header("Content-Type", "application/x-www-form-urlencoded")],
            body: FormEncoding.encode(parameters.map { FormParameter($0.0, $0.1) }))
        let signed = options.signer.sign(request, host: options.host, at: .now)
        return Answer(reading: try await endpoint.exchange(signed, within: .seconds(1)))
    }

    private static func rules(of ruleSet: String, _ endpoint: any Endpoint) async throws -> [String]? {
        let answer = try await post([("Action", "DescribeReceiptRuleSet"), ("RuleSetName", ruleSet)], to: endpoint)
        return answer.tree?.descendant("DescribeReceiptRuleSetResult.Rules")?.children
            .compactMap { $0.child("Name")?.text }
    }

    private static func clone(with endpoint: any Endpoint) async throws {
        _ = try await post([("Action", "CreateReceiptRuleSet"), ("RuleSetName", "source")], to: endpoint)
        _ = try await post(
            [("Action", "CloneReceiptRuleSet"), ("OriginalRuleSetName", "source"), ("RuleSetName", "clone")],
            to: endpoint)
    }

    private static func rule(_ name: String, in ruleSet: String) -> [(String, String)] {
        [("Action", "CreateReceiptRule"), ("RuleSetName", ruleSet), ("Rule.Name", name)]
    }

    @Test("what is done to a source is done to its clone, and not the other way round") func clones() async throws {
        let endpoint = SpreadingEndpoint(.clones)
        try await Self.clone(with: endpoint)
        _ = try await Self.post(Self.rule("one", in: "source"), to: endpoint)
        _ = try await Self.post(Self.rule("two", in: "clone"), to: endpoint)
        #expect(try await Self.rules(of: "source", endpoint) == ["one"])
        #expect(try await Self.rules(of: "clone", endpoint)?.sorted() == ["one", "two"])
    }

    @Test("what is done to a clone is done to its source") func sources() async throws {
        let endpoint = SpreadingEndpoint(.sources)
        try await Self.clone(with: endpoint)
        _ = try await Self.post(Self.rule("two", in: "clone"), to: endpoint)
        #expect(try await Self.rules(of: "source", endpoint) == ["two"])
    }

    @Test("only answers of the operation are changed") func answers() async throws {
        let endpoint = AnsweringEndpoint(AskedOperation(.v1, "ListIdentities")) { _, response in
            response.editTree { $0.children = [] }
        }
        #expect(try await Self.post([("Action", "ListIdentities")], to: endpoint).tree?.children.isEmpty == true)
        #expect(try await Self.post([("Action", "GetSendQuota")], to: endpoint).tree?.children.isEmpty == false)
    }

    @Test("a refusal becomes an empty success, and nothing is done") func refusals() async throws {
        let operations = [try #require(Samples.operation("CreateReceiptRule"))]
        let fault = try #require(
            StateFaults(operations: operations).faults().first { $0.what.contains("RuleSetDoesNotExist") })
        let answer = try await Self.post(Self.rule("one", in: "absent"), to: fault.endpoint())
        #expect(answer.status == 200)
        #expect(
            answer.tree?.children.map(\.name) == ["CreateReceiptRuleResult", "ResponseMetadata"])
    }
}
