import ReferenceService
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Mutation

/// The decorators that faults of behaviour are made of.
@Suite struct EndpointTests {
    private static func post(_ parameters: [(String, String)], to endpoint: any Endpoint) async throws -> Answer {
        let signer = Signer(
            credentials: Wire.Credentials(accessKeyID: "test", secretAccessKey: "test"), region: "us-east-1")
        let request = HTTPRequest(
            headers: [Header("Content-Type", "application/x-www-form-urlencoded")],
            body: FormEncoding.encode(parameters.map { FormParameter($0.0, $0.1) }))
        let signed = signer.sign(request, host: "127.0.0.1", at: .now)
        return Answer(reading: try await endpoint.exchange(signed, within: .seconds(1)))
    }

    private static func identities(_ endpoint: any Endpoint) async throws -> [String]? {
        let answer = try await post([("Action", "ListIdentities")], to: endpoint)
        return answer.tree?.descendant("ListIdentitiesResult.Identities")?.children.map(\.text)
    }

    @Test("a lost write is answered rightly and leaves nothing behind") func lost() async throws {
        let endpoint = LosingEndpoint(losing: AskedOperation(.v1, "VerifyEmailIdentity"))
        let answer = try await Self.post(
            [("Action", "VerifyEmailIdentity"), ("EmailAddress", "a@example.com")], to: endpoint)
        #expect(answer.status == 200)
        #expect(answer.tree?.name == "VerifyEmailIdentityResponse")
        #expect(try await Self.identities(endpoint) == [])
        _ = try await Self.post([("Action", "VerifyDomainIdentity"), ("Domain", "example.com")], to: endpoint)
        #expect(try await Self.identities(endpoint) == ["example.com"])
    }

    @Test("what one API writes is seen by it and not by the other one") func disagreeing() async throws {
        let endpoint = LosingEndpoint(seenBy: .v1) { $0.api == .v1 && !$0.isRead }
        _ = try await Self.post(
            [("Action", "VerifyEmailIdentity"), ("EmailAddress", "a@example.com")], to: endpoint)
        #expect(try await Self.identities(endpoint) == ["a@example.com"])
        let options = FaultCampaign.runOptions(jobs: 1)
        let request = HTTPRequest(method: "GET", target: "/v2/email/identities")
        let response = try await endpoint.exchange(
            options.signer.sign(request, host: options.host, at: .now), within: .seconds(1))
        #expect(String(decoding: response.body, as: UTF8.self) == "{\"EmailIdentities\":[]}")
    }

    @Test("a stale read misses the latest write only") func stale() async throws {
        let endpoint = StaleEndpoint(reading: AskedOperation(.v1, "ListIdentities"))
        for name in ["a", "b"] {
            _ = try await Self.post(
                [("Action", "VerifyEmailIdentity"), ("EmailAddress", "\(name)@example.com")], to: endpoint)
        }
        #expect(try await Self.identities(endpoint) == ["a@example.com"])
    }

    @Test("an ignored parameter goes with all that is in it") func ignored() async throws {
        let paths = ParameterPath.all(
            of: try #require(Catalog.standard.operation(.v1, "CreateReceiptRule")), Catalog.standard.structures(.v1))
        let scope = try #require(paths.first { $0.dotted == "Rule.Actions.StopAction" })
        #expect(scope.covers("Rule.Actions.member.2.StopAction.Scope"))
        #expect(scope.covers("Rule.Actions.member.1.StopAction"))
        #expect(!scope.covers("Rule.Actions.member.1.S3Action.BucketName"))
        #expect(!scope.covers("Rule.Name"))
    }

    @Test("a list of a request is counted from the end") func reversed() throws {
        let paths = ParameterPath.all(
            of: try #require(Catalog.standard.operation(.v1, "ReorderReceiptRuleSet")), [:])
        let names = try #require(paths.first { $0.isOrderedList })
        let parameters = (1...3).map { FormParameter("RuleNames.member.\($0)", "r\($0)") }
        let reversed = names.reversingMembers(of: parameters + [FormParameter("RuleSetName", "s")])
        #expect(reversed.map(\.name) == [3, 2, 1].map { "RuleNames.member.\($0)" } + ["RuleSetName"])
    }

    @Test("one answer is changed, and no other") func faulty() async throws {
        let right = Samples.response(Samples.success)
        let canned = CannedEndpoint { _ in right }
        let endpoint = FaultyEndpoint(
            canned, at: 1, WireFault(.statusChanged, "answers 500", message: { $0.status = 500 }))
        var statuses: [Int] = []
        for _ in 0..<3 {
            statuses.append(try await endpoint.exchange(HTTPRequest(), within: .seconds(1)).status)
        }
        #expect(statuses == [200, 500, 200])
        #expect(endpoint.hasChanged)
    }
}
