import Foundation
import ReferenceService
import SpecModel
import Testing
import Wire

@testable import Conformance

/// A whole run under the rules of the real service, on a service that is as strict.
@Suite struct LiveRunTests {
    private static let sender = "me@mail.corp.test"

    /// Refuses every seventh request for asking too fast, however fast the machine is.
    private final class Refusing: Endpoint {
        private let inner: any Endpoint
        /// A second account, whose rate is used up by its first request.
        private let spent = InProcessEndpoint(
            ReferenceService(settings: Settings(access: .sandbox, throttle: 1e-9)))
        private let seen = Guarded(0)
        private let refused = Guarded(0)

        init(_ inner: any Endpoint) async throws {
            self.inner = inner
            try await Leftovers.ask(spent, "ListIdentities", [:])
        }

        var throttled: Int { refused.withLock { $0 } }

        func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
            let number = seen.withLock { count in
                count += 1
                return count
            }
            guard number % 7 == 0 else { return try await inner.exchange(request, within: deadline) }
            let response = try await spent.exchange(request, within: deadline)
            let answer = Answer(reading: response)
            if ["Throttling", "TooManyRequestsException"].contains(answer.errorCode(.v1) ?? answer.errorCode(.v2)) {
                refused.withLock { $0 += 1 }
            }
            return response
        }
    }

    private func options(_ sender: String? = Self.sender, named: Set<String> = []) -> RunOptions {
        var options = Rehearsal.options()
        options.isEmbedded = false
        options.jobs = 4
        options.run = "lives"
        options.goLive(sender: sender, domain: "ses.corp.test", named: named)
        return options
    }

    /// A sandbox account with a sender, and what else somebody may have, which may send more than the usual 200 mails a
    /// day: a whole run does.
    private func account() async throws -> ReferenceService {
        let service = ReferenceService(settings: Settings(access: .sandbox, quota: Quota(daily: 50_000, rate: 1)))
        try await Leftovers.occupy(service)
        for identity in [Self.sender, "somebody@private.corp.test"] {
            try await Leftovers.ask(
                InProcessEndpoint(service), "VerifyEmailIdentity", ["EmailAddress": .text(identity)])
        }
        try await Leftovers.ask(InProcessEndpoint(service), "VerifyDomainIdentity", ["Domain": "private.corp.test"])
        return service
    }

    @Test("it judges what it may ask, leaves the rest out and says so, mails the simulator only, and leaves nothing")
    func whole() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = try await account()
        let before = try await Leftovers(of: service)
        let watched = WatchedEndpoint(InProcessEndpoint(service))
        let result = try await rehearsal.run(watched, nil, options())
        #expect(result.ids(.failed) == [] && result.ids(.broken) == [], "\(result.lines)")
        #expect(result.ids(.passed).count > 1000, "\(result.ids(.passed).count)")
        let leftOut = result.cases.filter { $0.reason?.hasPrefix("left out with --live: ") == true }
        #expect(leftOut.allSatisfy { $0.outcome == .blocked } && leftOut.count > 100)
        #expect(result.cases.count == rehearsal.usual.count)
        #expect(result.remarks.contains { $0.contains("left out with --live: SendBounce is never called there") })
        #expect(!service.messages.isEmpty)
        #expect(service.messages.allSatisfy { $0.recipients.allSatisfy { $0.hasSuffix("@simulator.amazonses.com") } })
        #expect(service.messages.allSatisfy { $0.source.contains(Self.sender) })
        #expect(!watched.calls.contains { ["SetActiveReceiptRuleSet", "SendBounce"].contains($0.action) })
        #expect(try await Leftovers(of: service) == before)
        var seen = [result.lines]
        for one in result.cases { seen += one.exchanges.flatMap { [$0.curl, $0.actual] } + [one.reason ?? ""] }
        let leaks = seen.filter { $0.contains("corp.test") }
        #expect(leaks == [])
    }

    @Test("what it plans is what it does") func plan() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = try await account()
        let watched = WatchedEndpoint(InProcessEndpoint(service))
        let cases = try Selection(filters: ["v1/SendEmail/*", "v1/VerifyDomainIdentity/*"]).cases(of: rehearsal.cases)
        let runner = Runner(
            options: options(), endpoint: watched, catalog: rehearsal.catalog, cases: rehearsal.cases,
            store: rehearsal.store)
        let plan = runner.plan(cases)
        #expect(watched.calls.isEmpty)
        let result = try await runner.run(cases, observer: SilentObserver())
        let leftOut = result.cases.count { $0.reason?.hasPrefix("left out with --live: ") == true }
        #expect(plan.cases == cases.count - leftOut)
        #expect(plan.leftOut.reduce(0) { $0 + $1.count } == leftOut)
        #expect(plan.makes.map(\.operation) == ["VerifyDomainIdentity"])
        #expect(plan.mails >= service.messages.count - 2 && plan.mails > 0)
        #expect(Double(abs(plan.requests - watched.calls.count)) < Double(watched.calls.count) / 4)
    }

    @Test("asked for patience it waits, and no case fails for it") func throttling() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let endpoint = try await Refusing(InProcessEndpoint(account()))
        let cases = try Selection(filters: ["v1/CreateReceiptRuleSet/*", "v2/CreateEmailTemplate/*", "v2/SendEmail/*"])
            .cases(of: rehearsal.cases)
        var options = options()
        options.rate = 2000
        let result = try await rehearsal.run(endpoint, cases, options)
        #expect(endpoint.throttled > 0)
        #expect(result.ids(.failed) == [] && result.ids(.broken) == [], "\(result.lines)")
        #expect(result.ids(.passed).count > 50)
    }

    @Test("a daily quota that is used up breaks cases, and fails none") func daily() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let settings = Settings(access: .sandbox, quota: Quota(daily: 3, rate: 1))
        let service = ReferenceService(settings: settings)
        try await Leftovers.ask(
            InProcessEndpoint(service), "VerifyEmailIdentity", ["EmailAddress": .text(Self.sender)])
        let cases = try Selection(filters: ["v1/SendEmail/*"]).cases(of: rehearsal.cases)
        let result = try await rehearsal.run(InProcessEndpoint(service), cases, options())
        #expect(result.ids(.failed) == [], "\(result.lines)")
        #expect(result.cases.contains { $0.reason?.contains("limit was reached: Daily message quota") == true })
    }

    @Test("what is named is run, but for what is never done") func named() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = try await account()
        let before = try await Leftovers(of: service)
        let filters = ["v1/SetActiveReceiptRuleSet/*", "v1/SendBounce/*"]
        let cases = try Selection(filters: filters).cases(of: rehearsal.cases)
        let result = try await rehearsal.run(InProcessEndpoint(service), cases, options(named: Set(cases.map(\.id))))
        #expect(result.ids(.failed) == [] && result.ids(.passed).contains("v1/SetActiveReceiptRuleSet/minimal"))
        #expect(!result.ids(.passed).contains { $0.hasPrefix("v1/SendBounce/") })
        #expect(try await Leftovers(of: service) == before)
    }
}
