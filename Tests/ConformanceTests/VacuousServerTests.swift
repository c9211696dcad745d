import Diff
import ReferenceService
import SpecModel
import Testing
import Wire

@testable import Conformance

/// A server that does nothing, whatever it is asked.
enum VacuousServer: String, CaseIterable, Sendable {
    /// 200 and not a byte.
    case empty
    /// 200 and the right envelope with nothing in it.
    case envelope
    /// 400 and the same well-formed error.
    case refusing
    /// 500 and a page.
    case crashing
    /// 404 and a page.
    case absent
    /// An error as another protocol has it.
    case json
    /// 500 and neither a header nor a byte.
    case bare

    /// nil where the request is left without an answer.
    func answer(_ request: HTTPRequest) -> HTTPResponse {
        let call = WatchedEndpoint.Call(request)
        return switch self {
        case .empty: ThingService.answer(200, "")
        case .envelope: ThingService.success(call.action)
        case .refusing: ThingService.refusal("ValidationError", message: "no")
        case .crashing: ThingService.page500
        case .absent: ThingService.answer(404, "<!doctype html><title>404</title>", type: "text/html")
        case .json: ThingService.answer(400, "{\"__type\":\"UnknownOperationException\"}", type: "application/json")
        case .bare: HTTPResponse(status: 500)
        }
    }

    var endpoint: CannedEndpoint { CannedEndpoint { [self] request throws(EndpointError) in answer(request) } }
}

/// No case passes on a server that does nothing.
@Suite struct VacuousServerTests {
    @Test("nothing passes on a server that does nothing", arguments: VacuousServer.allCases)
    func nothing(_ server: VacuousServer) async throws {
        let rehearsal = try await Rehearsal.standard.value
        let result = try await rehearsal.run(server.endpoint)
        #expect(result.cases.count == rehearsal.usual.count)
        // The right envelope and nothing in it is a right answer where no rule set is active, and to who looks at
        // the envelope only.
        let allowed = result.ids(.passed).filter { server == .envelope && rehearsal.isEmptyListOrEnvelope($0) }
        let passed = result.ids(.passed).filter { !allowed.contains($0) }
        #expect(passed.isEmpty, "\(server): \(passed.count) passed: \(passed.prefix(20))")
        // What nobody knows the answer to may be answered so, and what nobody knows to be accepted may be refused.
        let observed = result.ids(.observed).filter { id in
            let one = rehearsal.cases[id]
            return one?.restsOnNothing != true && !(server == .refusing && one?.mayBeRefused == true)
        }
        #expect(observed.isEmpty, "\(server): \(observed)")
    }

    @Test(
        "a server of pages only is no service, rather than one without operations",
        arguments: [VacuousServer.crashing, .absent])
    func foreign(_ server: VacuousServer) async throws {
        let rehearsal = try await Rehearsal.standard.value
        let result = try await rehearsal.run(server.endpoint)
        #expect(result.tally == [.broken: result.cases.count])
        #expect(result.support.isEmpty)
        let status = server == .crashing ? "500" : "404"
        #expect(result.cases.first?.reason?.contains("was answered \(status) text/html") == true)
        #expect(Verdict(result).exitCode == 1)
    }

    @Test("one that knows a single action lacks all others, one that knows none lacks all")
    func unsupported() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = ReferenceService()
        func endpoint(knowing known: String?) -> CannedEndpoint {
            CannedEndpoint { request throws(EndpointError) in
                let isKnown = WatchedEndpoint.Call(request).action == known
                return isKnown ? service.answer(request) : ThingService.refusal("InvalidAction")
            }
        }
        let single = endpoint(knowing: "GetSendQuota")
        let result = try await rehearsal.run(single)
        let others = result.cases.filter { $0.operation != "GetSendQuota" }
        #expect(others.allSatisfy { $0.outcome == .unsupported }, "\(result.tally)")
        #expect(result["v1/GetSendQuota/minimal"]?.outcome == .passed)
        #expect(result.support.filter { $0.isSupported }.map(\.operation) == ["GetSendQuota"])
        #expect(result.support.contains { $0.seen == "400 text/xml, InvalidAction" })
        #expect(single.requests.count < 20 * result.support.count)
        // Whether that is no service or one without operations, the answer does not tell; nothing of it passes.
        let none = try await rehearsal.run(endpoint(knowing: nil))
        #expect(none.ids(.unsupported).count + none.ids(.broken).count == none.cases.count, "\(none.tally)")
    }

    @Test("silence everywhere is broken, and neither failed nor unsupported") func silence() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let silent = CannedEndpoint { _ throws(EndpointError) in throw .timedOut(.milliseconds(1)) }
        let result = try await rehearsal.run(silent)
        #expect(result.ids(.passed).isEmpty && result.ids(.failed).isEmpty, "\(result.tally)")
        #expect(result.ids(.unsupported).isEmpty && result.ids(.observed).isEmpty, "\(result.tally)")
        #expect(result["v1/GetSendQuota/minimal"]?.outcome == .broken)
        #expect(result["v1/GetSendQuota/minimal"]?.reason?.isEmpty == false)
        #expect(result.exchanges == 0)
        #expect(Verdict(result).exitCode == 1)
    }

    @Test("nobody there is said before any case is run") func unreachable() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let nobody = CannedEndpoint { _ throws(EndpointError) in throw .unreachable("connection refused") }
        let error = await #expect(throws: RunError.self) { try await rehearsal.run(nobody) }
        guard case .unreachable(let reason)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("connection refused"))
        #expect(nobody.requests.count == 1)
    }

    @Test("an endpoint that goes away breaks what is left") func goingAway() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = ReferenceService()
        let count = Guarded(0)
        let endpoint = CannedEndpoint { request throws(EndpointError) in
            let number = count.withLock { count in
                count += 1
                return count
            }
            guard number < 700 else { throw .unreachable("connection refused") }
            return service.answer(request)
        }
        let result = try await rehearsal.run(endpoint)
        #expect(!result.ids(.broken).isEmpty)
        #expect(result.ids(.failed).isEmpty, "\(result.lines.prefix(2000))")
        #expect(Verdict(result).exitCode == 1)
    }
}

extension Rehearsal {
    /// Whether all that a case judges is right for an account that holds nothing: each result is an empty list or
    /// none, or only the envelope is looked at.
    func isEmptyListOrEnvelope(_ id: String) -> Bool {
        guard let one = cases[id], !one.isNegative else { return false }
        if one.scope == .envelope { return true }
        return one.judged.allSatisfy { step in
            guard case .result(let fields, _) = step.expectation else { return false }
            return fields.fields.allSatisfy { $0.value.isEmpty }
        }
    }
}
