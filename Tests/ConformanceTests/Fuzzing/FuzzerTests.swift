import Diff
import ReferenceService
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

/// Random requests find what is planted, and nothing where nothing is.
@Suite struct FuzzerTests {
    private static let fuzzing = FuzzCatalog(.standard)
    private static let cases = CaseCatalog(.standard)

    private static func fuzz(
        _ operations: [String]? = nil, _ requests: Int, seed: UInt64 = 1, jobs: Int = 4, shrinks: Bool = false,
        at endpoint: any Endpoint = Rehearsal.service, observer: any RunObserver = SilentObserver()
    ) async throws -> FuzzResult {
        let wanted = fuzzing.operations.filter { operations?.contains($0.id) ?? true }
        var options = Rehearsal.options()
        options.jobs = jobs
        options.shrinks = shrinks
        options.timeout = .seconds(5)
        let fuzzer = Fuzzer(options: options, endpoint: endpoint, catalog: .standard, cases: cases, fuzzing: fuzzing)
        return try await fuzzer.run(FuzzCatalog.ids(seed: seed, requests: requests, of: wanted), observer: observer)
    }

    private static func lines(_ fuzzed: FuzzResult, _ outcome: Outcome = .failed) -> [String] {
        fuzzed.result.cases.filter { $0.outcome == outcome }.map { one in
            "\(one.id): \(one.reason ?? "") \(one.findings.map { "\($0.step) \($0.difference)" })"
        }
    }

    @Test("nothing is found at the reference service, and every operation is judged", arguments: [1, 2] as [UInt64])
    func clean(_ seed: UInt64) async throws {
        let fuzzed = try await Self.fuzz(nil, 1320, seed: seed)
        #expect(Self.lines(fuzzed).isEmpty && Self.lines(fuzzed, .broken).isEmpty)
        #expect(fuzzed.result.cases.count == 1320)
        #expect(fuzzed.tallies.count == Self.fuzzing.operations.count)
        #expect(fuzzed.accepted(.valid) > fuzzed.sent(.valid) * 9 / 10)
        #expect(fuzzed.refused(.nearlyValid) > fuzzed.sent(.nearlyValid) / 3)
        let unsent = fuzzed.tallies.reduce(0) { $0 + $1.unsent }
        #expect(fuzzed.sent(.valid) + fuzzed.sent(.nearlyValid) + unsent == 1320)
        for tally in fuzzed.tallies { #expect(tally.accepted[.valid] ?? 0 > 0, "\(tally.operation)") }
    }

    @Test("nothing is left behind, whatever was taken for what") func leftovers() async throws {
        let service = ReferenceService()
        _ = try await Self.fuzz(
            ["v1/CreateReceiptRuleSet", "v1/CloneReceiptRuleSet", "v1/CreateReceiptFilter", "v1/VerifyEmailIdentity"],
            1200, at: InProcessEndpoint(service))
        #expect(try await Leftovers(of: service) == Leftovers())
    }

    @Test("the requests are the same whatever the number of jobs") func jobs() async throws {
        let operations = ["v1/CreateReceiptRule", "v1/VerifyEmailIdentity", "v2/CreateEmailTemplate", "v2/GetAccount"]
        func bodies(_ jobs: Int) async throws -> [String] {
            let log = Guarded<[String]>([])
            _ = try await Self.fuzz(
                operations, 80, jobs: jobs,
                at: Planted { request, service throws(EndpointError) in
                    log.withLock {
                        $0.append(
                            "\(request.method) \(request.target) \(String(decoding: request.body, as: UTF8.self))")
                    }
                    return try await service.exchange(request, within: .seconds(5))
                })
            return log.withLock { $0.filter { $0.contains("sc-test-f") } }.sorted()
        }
        let one = try await bodies(1)
        #expect(one.count > 100)
        #expect(try await bodies(6) == one)
    }

    @Test("a single request is made again by its id, with the same outcome") func again() async throws {
        let service = Planted.losing(from: "v2/email/templates") { $0.unicodeScalars.filter { $0.value < 0x10000 } }
        let fuzzed = try await Self.fuzz(["v2/CreateEmailTemplate"], 60, at: service)
        let failed = try #require(fuzzed.result.cases.first { $0.outcome == .failed })
        let id = try #require(FuzzID(failed.id))
        let fuzzer = Fuzzer(
            options: Rehearsal.options(), endpoint: service, catalog: .standard, cases: Self.cases,
            fuzzing: Self.fuzzing)
        let once = try await fuzzer.run([id], observer: SilentObserver())
        #expect(once.result.cases.map(\.id) == [failed.id])
        #expect(once.result.cases[0].findings.map(\.difference) == failed.findings.map(\.difference))
        #expect(failed.title.hasSuffix("again: ses-conformance fuzz \(failed.id)"))
    }

    @Test("a service that loses characters of four bytes is found, and the request is made smaller")
    func characters() async throws {
        let service = Planted.losing(from: "v2/email/templates") { $0.unicodeScalars.filter { $0.value < 0x10000 } }
        let fuzzed = try await Self.fuzz(["v2/CreateEmailTemplate"], 80, shrinks: true, at: service)
        let found = fuzzed.result.cases.filter { $0.outcome == .failed }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.rule == FuzzKind.valid.rawValue })
        let shrunk = try #require(found.compactMap(\.shrunk).first)
        #expect(shrunk.changes.contains { $0.contains(" cut to ") }, "\(shrunk.changes)")
    }

    @Test("a service that fails over an empty value is found") func crash() async throws {
        let service = Planted { request, service throws(EndpointError) in
            guard Planted.isEmptyDomain(request) else {
                return try await service.exchange(request, within: .seconds(5))
            }
            return HTTPResponse(status: 500, headers: [Header("Content-Type", "text/html")], body: Array("<html>".utf8))
        }
        let fuzzed = try await Self.fuzz(["v1/VerifyDomainIdentity"], 120, at: service)
        let finding = try #require(fuzzed.result.cases.first { $0.outcome == .failed }?.findings.first)
        #expect(finding.cause.id == "fuzz-nearly-valid/v1-VerifyDomainIdentity/crash")
        #expect(finding.golden.isEmpty)
    }

    @Test("a service that loses a member on every second write is found") func secondWrite() async throws {
        let writes = Guarded(0)
        let service = Planted { request, service throws(EndpointError) in
            var request = request
            let body = String(decoding: request.body, as: UTF8.self)
            if body.hasPrefix("Action=CreateReceiptRule&"),
                writes.withLock({
                    $0 += 1
                    return $0.isMultiple(of: 2)
                })
            {
                request.body = Array(body.replacing("Rule.ScanEnabled=true", with: "").utf8)
            }
            return try await service.exchange(request, within: .seconds(5))
        }
        let fuzzed = try await Self.fuzz(["v1/CreateReceiptRule"], 80, at: service)
        let found = fuzzed.result.cases.filter { $0.outcome == .failed }
        #expect(found.contains { $0.findings.contains { $0.difference.path.hasSuffix("Rule/ScanEnabled") } })
    }

    @Test("a v2 that does not see what v1 made is found") func apart() async throws {
        let service = Planted { request, service throws(EndpointError) in
            guard request.method == "GET",
                request.target.hasPrefix("/v2/email/identities?")
                    || request.target
                        == "/v2/email/identities"
            else { return try await service.exchange(request, within: .seconds(5)) }
            return HTTPResponse(
                status: 200, headers: [Header("Content-Type", "application/json")],
                body: Array(#"{"EmailIdentities":[]}"#.utf8))
        }
        let fuzzed = try await Self.fuzz(["v1/VerifyEmailIdentity", "v1/VerifyDomainIdentity"], 40, at: service)
        let found = fuzzed.result.cases.filter { $0.outcome == .failed }
        #expect(Set(found.map(\.operation)) == ["VerifyEmailIdentity", "VerifyDomainIdentity"])
        #expect(found.allSatisfy { $0.findings.allSatisfy { $0.step == "read-v2" } })
    }

    @Test("a service that keeps what it was told to delete is found") func kept() async throws {
        let service = Planted { request, service throws(EndpointError) in
            guard request.method == "DELETE", request.target.hasPrefix("/v2/email/templates/") else {
                return try await service.exchange(request, within: .seconds(5))
            }
            return HTTPResponse(
                status: 200, headers: [Header("Content-Type", "application/json")], body: Array("{}".utf8))
        }
        let fuzzed = try await Self.fuzz(["v2/CreateEmailTemplate"], 60, at: service)
        let found = fuzzed.result.cases.filter { $0.outcome == .failed }
        let errors = found.flatMap(\.findings).filter { $0.difference.severity == .error }
        #expect(!errors.isEmpty && errors.allSatisfy { $0.step == "gone-read" })
    }

    @Test("a service that does half of what it refuses is found") func half() async throws {
        let service = Planted { request, service throws(EndpointError) in
            let answer = try await service.exchange(request, within: .seconds(5))
            let form = WatchedEndpoint.Call(request)
            if form.action == "CreateReceiptFilter", answer.status == 400, let name = form["Filter.Name"] {
                let body = FormEncoding.encode([
                    FormParameter("Action", "DeleteReceiptFilter"), FormParameter("Version", API.v1.version),
                    FormParameter("FilterName", name),
                ])
                _ = try await service.exchange(
                    Rehearsal.options().signed(HTTPRequest(method: "POST", target: "/", body: body)),
                    within: .seconds(5))
            }
            return answer
        }
        let fuzzed = try await Self.fuzz(["v1/CreateReceiptFilter"], 60, at: service)
        let found = fuzzed.result.cases.filter { $0.outcome == .failed }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.rule == FuzzKind.nearlyValid.rawValue && $0.findings[0].step == "read" })
    }

    @Test("a service that never answers some requests is found") func silence() async throws {
        let service = Planted { request, service throws(EndpointError) in
            if Planted.isEmptyDomain(request) { throw .timedOut(.seconds(5)) }
            return try await service.exchange(request, within: .seconds(5))
        }
        let fuzzed = try await Self.fuzz(["v1/VerifyDomainIdentity"], 120, at: service)
        #expect(fuzzed.result.cases.contains { $0.findings.contains { $0.cause.id == "no-answer" } })
    }

    @Test("a server that says yes or no to everything passes nothing", arguments: [200, 400])
    func vacuous(_ status: Int) async throws {
        let service = Planted { _, _ in
            let yes = "<VerifyEmailIdentityResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"/>"
            let no = "<ErrorResponse><Error><Type>Sender</Type><Code>Nope</Code></Error></ErrorResponse>"
            return HTTPResponse(
                status: status, headers: [Header("Content-Type", "text/xml")],
                body: Array((status == 200 ? yes : no).utf8))
        }
        let fuzzed = try await Self.fuzz(["v1/VerifyEmailIdentity", "v1/GetSendQuota"], 40, at: service)
        #expect(Self.lines(fuzzed, .passed).isEmpty)
    }

    @Test("a stopped run reports what it has") func interrupted() async throws {
        let observer = Stopping(after: 10)
        let fuzzed = try await Self.fuzz(["v1/GetSendQuota"], 200, jobs: 1, observer: observer)
        #expect(fuzzed.result.wasInterrupted)
        #expect(10..<200 ~= fuzzed.result.cases.count)
    }
}

/// Stops the run after so many results.
private struct Stopping: RunObserver {
    private let left: Guarded<Int>

    init(after count: Int) { left = Guarded(count) }

    var isInterrupted: Bool { left.withLock { $0 <= 0 } }

    func began(_ stage: String, count: Int) {}

    func finished(_ result: CaseResult) { left.withLock { $0 -= 1 } }
}
