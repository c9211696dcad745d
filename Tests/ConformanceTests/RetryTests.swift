import SpecModel
import Testing
import Wire

@testable import Conformance

/// Cases that get no answer, and are run again.
@Suite struct RetryTests {
    /// Loses what is asked for things of a case's first attempt.
    private final class LossyEndpoint: Endpoint {
        let inner = ThingService()
        private let error: EndpointError
        /// Whether the work is done before the answer is lost.
        private let isDone: Bool
        /// Whether what is asked before the cases is lost, too.
        private let losesAll: Bool
        private let lost = Guarded<Set<String>>([])

        init(_ error: EndpointError, isDone: Bool, losesAll: Bool = false) {
            self.error = error
            self.isDone = isDone
            self.losesAll = losesAll
        }

        func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
            let call = WatchedEndpoint.Call(request)
            let name = call["Name"] ?? ""
            let isFirst = call.action == "MakeThing" && lost.withLock { $0.insert(name).inserted }
            let isCase = name.split(separator: "-").count == 4
            guard isFirst, losesAll || isCase, name.firstMatch(of: /^sc-test-r[0-9]-/) == nil else {
                return try await inner.exchange(request, within: deadline)
            }
            if isDone { _ = try await inner.exchange(request, within: deadline) }
            throw error
        }
    }

    private static func run(
        _ endpoint: any Endpoint, _ rehearsal: Rehearsal, retries: Int
    ) async throws -> RunResult {
        var options = Rehearsal.options()
        options.jobs = 1
        options.retries = retries
        return try await rehearsal.run(endpoint, nil, options)
    }

    @Test(
        "a case whose answer was lost passes at the second attempt, whether or not the work had been done",
        arguments: [false, true],
        [EndpointError.closed("closed before the first byte of an answer"), .timedOut(.seconds(1))])
    func lost(_ isDone: Bool, _ error: EndpointError) async throws {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let right = try await Self.run(ThingService(), rehearsal, retries: 0)
        let endpoint = LossyEndpoint(error, isDone: isDone, losesAll: true)
        let result = try await Self.run(endpoint, rehearsal, retries: 1)
        #expect(result.cases.map(\.outcome) == right.cases.map(\.outcome), "\(result.lines)")
        #expect(result["v1/MakeThing/complete"]?.retries == 1)
        #expect(result.remarks.contains { $0.hasPrefix("run again because an answer failed to come: v1/") })
        #expect(endpoint.inner.names.isEmpty)
        #expect(right.remarks.isEmpty && right.cases.allSatisfy { $0.retries == 0 })
    }

    @Test("without leave to retry a lost answer is reported, and nothing is asked again") func never() async throws {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let endpoint = LossyEndpoint(.closed("closed before the first byte of an answer"), isDone: false)
        let result = try await Self.run(endpoint, rehearsal, retries: 0)
        #expect(result["v1/MakeThing/complete"]?.outcome == .failed)
        #expect(result.cases.allSatisfy { $0.retries == 0 })
    }

    @Test("a wrong answer is never asked for again, nor is one that is no HTTP") func wrong() async throws {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let wrong = ThingService { call throws(EndpointError) in
            call.action == "ReadThing" ? ThingService.refusal("Oops") : nil
        }
        let result = try await Self.run(wrong, rehearsal, retries: 3)
        #expect(!result.ids(.failed).isEmpty && result.cases.allSatisfy { $0.retries == 0 })
        let garbled = LossyEndpoint(.malformed("no status line"), isDone: false)
        let other = try await Self.run(garbled, rehearsal, retries: 3)
        #expect(other["v1/MakeThing/complete"]?.outcome == .failed)
        #expect(other.cases.allSatisfy { $0.retries == 0 })
    }

    @Test("an answer that never comes is given up after so many attempts") func persistent() async throws {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let mute = ThingService { call throws(EndpointError) in
            if call.action == "MakeThing", call["Colour"] != nil { throw .closed("closed before the first byte") }
            return nil
        }
        let result = try await Self.run(mute, rehearsal, retries: 2)
        #expect(result["v1/MakeThing/complete"]?.outcome == .failed)
        #expect(result["v1/MakeThing/complete"]?.retries == 2)
    }
}

/// Runs that end after failures.
@Suite struct MostFailuresTests {
    private static func service() -> ThingService {
        ThingService { call throws(EndpointError) in
            call.action == "TouchThing" ? ThingService.success("TouchThing") : nil
        }
    }

    private static func run(
        _ service: ThingService, _ rehearsal: Rehearsal, most: Int?, jobs: Int = 1,
        isFailure: (@Sendable (CaseResult) -> Bool)? = nil
    ) async throws -> RunResult {
        var options = Rehearsal.options()
        options.jobs = jobs
        options.mostFailures = most
        if let isFailure { options.isFailure = isFailure }
        return try await rehearsal.run(service, nil, options)
    }

    @Test("a run ends behind its last failure that is allowed, cleans up and says what it left out", arguments: [1, 2])
    func stop(_ most: Int) async throws {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let whole = try await Self.run(Self.service(), rehearsal, most: nil)
        #expect(whole.ids(.failed).count > 2)
        let service = Self.service()
        let result = try await Self.run(service, rehearsal, most: most)
        #expect(result.ids(.failed) == Array(whole.ids(.failed).prefix(most)))
        #expect(result.wasInterrupted && Verdict(result).exitCode == 1)
        #expect(result.cases.count < whole.cases.count)
        let rest = whole.cases.count - result.cases.count
        let what = most == 1 ? "the first failure" : "2 failures"
        #expect(
            result.remarks == [
                "stopped after \(what): \(rest) of \(whole.cases.count) cases, those behind it, were left out"
            ])
        #expect(service.names.isEmpty)
    }

    @Test("what is reported is the same for any number of jobs", arguments: [2, 16]) func jobs(_ jobs: Int) async throws
    {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let alone = try await Self.run(Self.service(), rehearsal, most: 2)
        let together = try await Self.run(Self.service(), rehearsal, most: 2, jobs: jobs)
        #expect(together.timeless == alone.timeless)
    }

    @Test("failures that are known do not count") func known() async throws {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let result = try await Self.run(Self.service(), rehearsal, most: 1) { _ in false }
        #expect(!result.wasInterrupted && result.cases.count == rehearsal.usual.count)
    }
}
