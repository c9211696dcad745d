import ReferenceService
import SpecModel
import Testing
import Wire

@testable import Conformance

/// A run that is told to stop while it goes on.
@Suite struct InterruptionTests {
    /// Wants to stop after so many cases.
    private final class Impatient: RunObserver {
        private let patience: Int
        private let seen = Guarded(0)
        private let stages = Guarded<[String]>([])

        init(after patience: Int) { self.patience = patience }

        var log: [String] { stages.withLock { $0 } }
        var isInterrupted: Bool { seen.withLock { $0 } >= patience }

        func began(_ stage: String, count: Int) { stages.withLock { $0.append(stage) } }
        func finished(_ result: CaseResult) { seen.withLock { $0 += 1 } }
    }

    @Test("it cleans up, reports what it has and is no success", arguments: [1, 8])
    func cases(_ jobs: Int) async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = ReferenceService()
        var options = Rehearsal.options()
        options.jobs = jobs
        let observer = Impatient(after: 50)
        let result = try await rehearsal.run(InProcessEndpoint(service), nil, options, observer: observer)
        #expect(result.wasInterrupted)
        #expect(result.cases.count >= 50 && result.cases.count < 50 + 2 * jobs)
        #expect(result.ids(.passed).count > 40)
        #expect(result.ids(.failed).isEmpty, "\(result.lines)")
        #expect(Verdict(result).exitCode == 1)
        #expect(observer.log == ["support", "controls", "cases"])
        let left = try await Leftovers(of: service)
        #expect(left == Leftovers())
    }

    @Test("a run that is stopped before it begins asks next to nothing") func atOnce() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let endpoint = WatchedEndpoint(Rehearsal.service)
        let result = try await rehearsal.run(
            endpoint, nil, Rehearsal.options(), observer: Impatient(after: 0))
        #expect(result.wasInterrupted && result.cases.isEmpty)
        #expect(endpoint.calls.count < 5, "\(endpoint.calls.map(\.action))")
    }
}

/// An address of the user's to send from.
@Suite struct SenderTests {
    @Test("it is neither verified nor deleted nor changed, and every mail comes from it") func untouched() async throws
    {
        let rehearsal = try await Rehearsal.standard.value
        let service = ReferenceService()
        let sender = "owner@example.org"
        try await Leftovers.ask(InProcessEndpoint(service), "VerifyEmailIdentity", ["EmailAddress": .text(sender)])
        let endpoint = WatchedEndpoint(InProcessEndpoint(service))
        var options = Rehearsal.options()
        options.sender = sender
        let result = try await rehearsal.run(endpoint, nil, options)
        #expect(result.ids(.failed).isEmpty && rehearsal.blocked(result).isEmpty, "\(result.lines)")
        let about = endpoint.calls.filter { call in
            ["Identity", "EmailAddress"].contains { call[$0] == sender }
        }
        // Policies come and go under names of the run's own.
        let changing = about.filter { call in
            !["Get", "List"].contains { call.action.hasPrefix($0) } && !call.action.hasSuffix("IdentityPolicy")
        }
        let policies = try await Leftovers.ask(
            InProcessEndpoint(service), "ListIdentityPolicies", ["Identity": .text(sender)])
        #expect(policies.descendant("ListIdentityPoliciesResult.PolicyNames")?.children.isEmpty == true)
        #expect(changing.map(\.action) == [])
        #expect(endpoint.calls.contains { $0.action == "SendEmail" && $0["Source"] == sender })
        let left = try await Leftovers(of: service)
        #expect(left.identities == [sender])
    }

    @Test("without one the run verifies its own once, and takes it away at the end") func own() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let endpoint = WatchedEndpoint(Rehearsal.service)
        let result = try await rehearsal.run(endpoint, rehearsal.usual.filter { $0.api == .v1 })
        #expect(result.ids(.failed).isEmpty)
        let sender = "sc-test-sender@example.com"
        let about = endpoint.calls.filter { $0["EmailAddress"] == sender || $0["Identity"] == sender }
        let changing = about.filter { !$0.action.hasSuffix("IdentityPolicy") }.map(\.action)
            .filter { $0.hasPrefix("Verify") || $0.hasPrefix("Delete") }
        #expect(changing == ["VerifyEmailIdentity", "DeleteIdentity"], "\(changing)")
        #expect(endpoint.calls.last?.action == "DeleteIdentity")
    }
}
