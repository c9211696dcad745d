import Foundation
import ReferenceService
import SpecModel
import Testing
import Wire

@testable import Conformance

/// Lets a run's requests through up to one of them, and none afterwards: for the endpoint the run was killed.
private final class DyingEndpoint: Endpoint {
    private let inner: any Endpoint
    private let left: Guarded<Int>

    init(_ inner: any Endpoint, after count: Int) {
        self.inner = inner
        left = Guarded(count)
    }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let isAlive = left.withLock { left in
            left -= 1
            return left >= 0
        }
        guard isAlive else { throw .unreachable("gone") }
        return try await inner.exchange(request, within: deadline)
    }
}

@Suite struct CleanupTests {
    private static let filters = [
        "v1/SetActiveReceiptRuleSet/*", "v1/CreateReceiptRuleSet/*", "v1/PutIdentityPolicy/*",
        "v2/CreateEmailTemplate/*",
    ]

    private func options(_ run: String, _ journal: Journal? = nil) -> RunOptions {
        var options = Rehearsal.options()
        options.run = run
        options.jobs = 1
        options.journal = journal
        return options
    }

    private func journal(_ folder: JournalFolder, _ run: String) throws -> Journal {
        try Journal(folder: folder, run: run, endpoint: "http://127.0.0.1:8005", region: "us-east-1", isDurable: false)
    }

    @Test("wherever a run ends, its journal brings the endpoint back to what it held before", arguments: 1...4)
    func killed(_ part: Int) async throws {
        let rehearsal = try await Rehearsal.standard.value
        let cases = try Selection(filters: Self.filters).cases(of: rehearsal.cases)
        let (service, temporary) = (ReferenceService(), try TemporaryFolder())
        try await Leftovers.occupy(service)
        let before = try await Leftovers(of: service)
        let folder = JournalFolder(temporary.url.path)
        var isCutShort = false
        for count in stride(from: part * 13, to: 420, by: 61) {
            let run = "k\(count)"
            try await end(after: count, run, cases, rehearsal, service, folder)
            isCutShort = try await Leftovers(of: service) != before || isCutShort
            guard try folder.runs().contains(run) else { continue }
            let cleanup = Cleanup(
                options: options("clean"), endpoint: InProcessEndpoint(service), catalog: rehearsal.catalog)
            let summary = try await cleanup.run(JournalRecord(run, in: folder), observer: SilentObserver())
            #expect(summary.left == [])
            #expect(try await Leftovers(of: service) == before, "after \(count) requests")
            #expect(try folder.runs() == [])
        }
        #expect(isCutShort)
    }

    private func end(
        after count: Int, _ run: String, _ cases: [Case], _ rehearsal: Rehearsal, _ service: ReferenceService,
        _ folder: JournalFolder
    ) async throws {
        let journal = try journal(folder, run)
        let endpoint = DyingEndpoint(InProcessEndpoint(service), after: count)
        _ = try? await rehearsal.run(endpoint, cases, options(run, journal))
        await journal.finish()
    }

    @Test("a run that ends by itself leaves no journal") func whole() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let cases = try Selection(filters: Self.filters).cases(of: rehearsal.cases)
        let (service, temporary) = (ReferenceService(), try TemporaryFolder())
        let journal = try journal(JournalFolder(temporary.url.path), "whole")
        let result = try await rehearsal.run(InProcessEndpoint(service), cases, options("whole", journal))
        #expect(result.ids(.failed) == [] && result.ids(.passed).count > 30)
        #expect(await journal.finish() == 0)
    }

    @Test("without the right credentials nothing is taken for gone") func credentials() async throws {
        let (service, temporary) = (Rehearsal.service, try TemporaryFolder())
        let folder = JournalFolder(temporary.url.path)
        do {
            let journal = try journal(folder, "creds")
            _ = try await journal.announce("DeleteIdentity", .v1, ["Identity": "sc-creds-1@example.com"])
        }
        var options = options("clean")
        options.signer = Signer(
            credentials: Credentials(accessKeyID: "test", secretAccessKey: "wrong"), region: "us-east-1")
        let cleanup = Cleanup(options: options, endpoint: service, catalog: .standard)
        let summary = try await cleanup.run(JournalRecord("creds", in: folder), observer: SilentObserver())
        #expect(summary.gone == 0)
        #expect(summary.left.first?.hasPrefix("DeleteIdentity Identity=sc-creds-1@example.com: 403 ") == true)
        #expect(try folder.runs() == ["creds"])
    }

    @Test("what a journal names that is not the run's own is left alone, and a rule set that others chose stays active")
    func others() async throws {
        let (service, temporary) = (ReferenceService(), try TemporaryFolder())
        try await Leftovers.occupy(service)
        let before = try await Leftovers(of: service)
        let folder = JournalFolder(temporary.url.path)
        do {
            let journal = try journal(folder, "other")
            _ = try await journal.announce("DeleteIdentity", .v1, ["Identity": "sc-other-1@example.org"])
            _ = try await journal.announce(activeRuleSet: nil)
        }
        // Somebody edits the journal: a run notes nothing of the kind.
        let file = temporary.url.appending(path: "other.journal")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("sc-other-1@", with: "owner@").write(to: file, atomically: true, encoding: .utf8)
        let cleanup = Cleanup(options: options("clean"), endpoint: InProcessEndpoint(service), catalog: .standard)
        let summary = try await cleanup.run(JournalRecord("other", in: folder), observer: SilentObserver())
        #expect(summary.left == ["DeleteIdentity Identity=owner@example.org: names nothing of the run's own"])
        #expect(!summary.gaveBack)
        #expect(try await Leftovers(of: service) == before)
    }

    @Test("what can't be noted is not made, and its cases are broken, not failed") func full() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let cases = try Selection(filters: ["v1/CreateReceiptRuleSet/*"]).cases(of: rehearsal.cases)
        let (service, temporary) = (ReferenceService(), try TemporaryFolder())
        let journal = try journal(JournalFolder(temporary.url.path), "full")
        await journal.fillDisk()
        let result = try await rehearsal.run(InProcessEndpoint(service), cases, options("full", journal))
        #expect(result.ids(.failed) == [] && result.ids(.broken).count > 5)
        let reasons = Set(result.cases.filter { $0.outcome == .broken }.compactMap(\.reason))
        #expect(reasons.allSatisfy { $0.contains("nothing is made that could not be taken away again") }, "\(reasons)")
        #expect(try await Leftovers(of: service) == Leftovers())
    }
}
