import Diff
import SpecModel
import Testing
import Wire

@testable import Conformance

/// Requests that a step sends several times.
@Suite struct RepetitionTests {
    private func make(_ times: Int, atOnce isAtOnce: Bool = false) -> Scenario {
        Scenario(
            "many", "MakeThing", title: "makes many", requirement: "They MUST be listed.", source: Things.page,
            steps: [
                Step(
                    "make", "MakeThing", ["Name": "⟦name:thing⟧-⟦serial⟧"], expect: .result([:], Things.page),
                    times: times, isAtOnce: isAtOnce),
                Step(
                    "list", "ListThings",
                    expect: .result(
                        ["Names": .list((1...times).map { .text("⟦name:thing⟧-\($0)") })], Things.page),
                    paging: Paging()),
            ])
    }

    private func run(_ scenario: Scenario, _ service: ThingService) async throws -> CaseResult {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(scenarios: [scenario]))
        let one = try #require(rehearsal.cases["v1/\(scenario.operation)/\(scenario.name)"])
        return try #require(try await rehearsal.run(service, [one])["v1/\(scenario.operation)/\(scenario.name)"])
    }

    @Test("each request has a number of its own, and what each made is taken away", arguments: [false, true])
    func numbers(_ isAtOnce: Bool) async throws {
        let service = ThingService()
        let result = try await run(make(5, atOnce: isAtOnce), service)
        #expect(result.outcome == .passed && result.findings.isEmpty, "\(result)")
        let made = service.calls.filter { $0.action == "MakeThing" }.compactMap {
            $0["Name"]?.split(separator: "-").last
        }
        #expect(made.filter { ["1", "2", "3", "4", "5"].contains($0) }.count == 5)
        #expect(service.names.isEmpty)
    }

    @Test("one refusal among the answers fails the case", arguments: [false, true])
    func refusal(_ isAtOnce: Bool) async throws {
        let service = ThingService { call throws(EndpointError) in
            call.action == "MakeThing" && call["Name"]?.hasSuffix("-2") == true
                ? ThingService.refusal("InternalFailure", status: 500) : nil
        }
        let result = try await run(make(4, atOnce: isAtOnce), service)
        #expect(result.outcome == .failed)
        #expect(result.findings.map(\.difference.kind) == [.rejected])
        // One after the other, nothing is sent after what was refused.
        let last = service.calls.contains { $0.action == "MakeThing" && $0["Name"]?.hasSuffix("-4") == true }
        #expect(last == isAtOnce)
        #expect(service.names.isEmpty)
    }

    @Test("each answer is judged, not the last alone") func each() async throws {
        let service = ThingService { call throws(EndpointError) in
            call.action == "MakeThing" && call["Name"]?.hasSuffix("-1") == true
                ? ThingService.success("MakeThing", "<Stray/>") : nil
        }
        let result = try await run(make(3), service)
        #expect(result.findings.contains { $0.step == "make" && $0.difference.path.hasSuffix("Stray") }, "\(result)")
    }

    @Test("what is refused for the account's limits is sent again") func limits() async throws {
        let service = ThingService { [seen = Guarded(0)] call throws(EndpointError) in
            guard call.action == "MakeThing", call["Name"]?.hasSuffix("-3") == true else { return nil }
            let isFirst = seen.withLock { seen in
                seen += 1
                return seen == 1
            }
            return isFirst ? ThingService.refusal("Throttling") : nil
        }
        #expect(try await run(make(4, atOnce: true), service).outcome == .passed)
    }

    @Test("eight requests at once are under way together") func together() async throws {
        let gathering = Gathering(of: 8)
        let rehearsal = try await Rehearsal(catalog: Things.catalog(scenarios: [make(8, atOnce: true)]))
        let one = try #require(rehearsal.cases["v1/MakeThing/many"])
        let result = try await rehearsal.run(gathering, [one])
        #expect(result["v1/MakeThing/many"]?.outcome == .passed, "\(result.lines)")
        #expect(gathering.most == 8)
    }

    @Test("answers with one id for all of them fail the case that asks for ids") func ids() async throws {
        let story = Scenario(
            "ids", "TouchThing", axis: .protocol, title: "touches twice", requirement: "Ids MUST differ.",
            source: Things.page, judgesEnvelope: true, setup: [Things.made],
            steps: [
                Step("touch", "TouchThing", ["Name": "⟦name:thing⟧"], expect: .result([:], Things.page), times: 2),
                Step(
                    "read", "ReadThing", ["Name": "⟦name:thing⟧"],
                    expect: .result(["Name": "⟦name:thing⟧"], Things.page)),
            ])
        #expect(try await run(story, ThingService()).outcome == .passed)
        let rehearsal = try await Rehearsal(catalog: Things.catalog(scenarios: [story]))
        let one = try #require(rehearsal.cases["v1/TouchThing/ids"])
        let result = try await rehearsal.run(SameID(), [one])
        #expect(result["v1/TouchThing/ids"]?.outcome == .failed)
        #expect(
            result["v1/TouchThing/ids"]?.findings.map(\.difference.expected) == ["another id for each request"])
    }
}

/// Answers requests to make something when so many are there, or a while has passed.
private final class Gathering: Endpoint {
    private struct State: Sendable {
        var present = 0
        var most = 0
    }

    private let things = ThingService()
    private let size: Int
    private let state = Guarded(State())

    init(of size: Int) { self.size = size }

    /// The most requests that were there at a time.
    var most: Int { state.withLock { $0.most } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let call = WatchedEndpoint.Call(request)
        guard call.action == "MakeThing", call["Name"]?.contains("thing-") == true else {
            return try await things.exchange(request, within: deadline)
        }
        state.withLock { state in
            state.present += 1
            state.most = max(state.most, state.present)
        }
        for _ in 0..<6_000 where most < size { try? await Task.sleep(for: .milliseconds(10)) }
        let response = try await things.exchange(request, within: deadline)
        state.withLock { $0.present -= 1 }
        return response
    }
}

/// Gives all answers one id.
private struct SameID: Endpoint {
    private let things = ThingService()
    private let zero = "00000000-0000-0000-0000-000000000000"

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        var response = try await things.exchange(request, within: deadline)
        guard let own = response.header("x-amzn-RequestId") else { return response }
        response.headers = response.headers.map { Header($0.name, $0.value.replacing(own, with: zero)) }
        response.body = Array(String(decoding: response.body, as: UTF8.self).replacing(own, with: zero).utf8)
        return response
    }
}
