import Diff
import SpecModel
import Testing
import Wire

@testable import Conformance

/// What a run leaves behind, and how it reads lists.
@Suite struct ConversationTests {
    private static func named(_ key: String) -> Fields { ["Name": .text("⟦name:\(key)⟧")] }

    private static func read(_ key: String) -> Step {
        Step("read-\(key)", "ReadThing", named(key), expect: .result(named(key), Things.page))
    }

    private func scenario(_ setup: [Step], _ steps: [Step], cleanup: [Step] = []) -> Scenario {
        Scenario(
            "story", "ReadThing", title: "tells a story", requirement: "It MUST end well.", source: Things.page,
            setup: setup, steps: steps, cleanup: cleanup)
    }

    private func run(
        _ scenario: Scenario, _ service: ThingService, _ options: RunOptions = Rehearsal.options()
    ) async throws -> CaseResult {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(scenarios: [scenario]))
        let one = try #require(rehearsal.cases["v1/ReadThing/story"])
        let result = try await rehearsal.run(service, [one], options)
        return try #require(result["v1/ReadThing/story"])
    }

    /// The keys of the names in a log, for one operation.
    private func keys(_ action: String, _ service: ThingService) -> [String] {
        service.calls.filter { $0.action == action }
            .compactMap { $0["Name"]?.split(separator: "-").last.map(String.init) }
    }

    @Test("the right service passes every case and keeps nothing") func right() async throws {
        let service = ThingService()
        let rehearsal = try await Rehearsal(catalog: Things.catalog())
        let result = try await rehearsal.run(service)
        let known = result.cases.filter { rehearsal.cases[$0.id]?.restsOnNothing == false }
        #expect(known.count > 30 && known.allSatisfy { $0.outcome == .passed }, "\(result.lines)")
        #expect(Set(result.tally.keys) == [.passed, .observed])
        #expect(result["v1/ListThings/odd"]?.outcome == .observed)
        #expect(service.names.isEmpty)
    }

    @Test("what a case made is taken away last first, after the case's own clean-up") func order() async throws {
        let service = ThingService()
        let story = scenario(
            ["a", "b", "c"].map { .setup("MakeThing", Self.named($0)) }, [Self.read("b")],
            cleanup: [.cleanup("TouchThing", Self.named("own"))])
        #expect(try await run(story, service).outcome == .passed)
        let after = service.calls.drop { $0.action != "ReadThing" || $0["Name"]?.hasSuffix("-b") != true }.dropFirst()
        #expect(after.map(\.action) == ["TouchThing", "DropThing", "DropThing", "DropThing"])
        #expect(keys("DropThing", service).suffix(3) == ["c", "b", "a"])
        #expect(service.names.isEmpty)
    }

    @Test("a case that fails or can't go on is cleaned up too", arguments: ["failed", "blocked", "silent"])
    func failure(_ ending: String) async throws {
        let service = ThingService { call throws(EndpointError) in
            guard call.action == "ReadThing", call["Name"]?.hasSuffix("-b") == true else { return nil }
            if ending == "silent" { throw .timedOut(.seconds(1)) }
            return ThingService.refusal("NoSuchThing")
        }
        let makes = ["a", "b"].map { Step.setup("MakeThing", Self.named($0)) }
        let story =
            ending == "blocked"
            ? scenario(makes + [.setup("ReadThing", Self.named("b"))], [Self.read("a")])
            : scenario(makes, [Self.read("b"), Self.read("a")])
        let result = try await run(story, service)
        #expect(result.outcome == (ending == "blocked" ? .blocked : .failed))
        #expect(service.names.isEmpty)
        #expect(keys("DropThing", service).suffix(2) == ["b", "a"])
        // Nothing is asked after the answer that decided the case.
        #expect(!keys("ReadThing", service).contains("a"))
    }

    @Test("what a case makes by a judged request is taken away too") func judged() async throws {
        let service = ThingService { call throws(EndpointError) in
            call.action == "ReadThing" ? ThingService.page500 : nil
        }
        _ = try await Rehearsal(catalog: Things.catalog()).run(service)
        #expect(service.names.isEmpty)
    }

    @Test("a clean-up that restores what was captured is left out where the capture failed", arguments: [true, false])
    func restore(_ isThere: Bool) async throws {
        let service = ThingService { call throws(EndpointError) in
            guard call.action == "ReadThing", !isThere else { return nil }
            return ThingService.refusal("NoSuchThing")
        }
        let story = scenario(
            [
                .setup("MakeThing", Self.named("a")),
                .setup("ReadThing", Self.named("a"), captures: ["colour": "Colour"]),
            ], [Self.read("a")], cleanup: [.cleanup("TouchThing", ["Name": "⟦capture:colour⟧"])])
        #expect(try await run(story, service).outcome == (isThere ? .passed : .blocked))
        // A thing without a colour has nothing to put back, which is what the step then says: no name at all.
        let touches = service.calls.filter { $0.action == "TouchThing" && $0["Name"]?.hasPrefix("sc-") != true }
        #expect(touches.count == (isThere ? 1 : 0))
        #expect(touches.allSatisfy { $0["Name"] == nil })
    }

    @Test("a success without a result counts only if the operation showed more in the same run") func witness()
        async throws
    {
        let rehearsal = try await Rehearsal(catalog: Things.catalog())
        let right = try await rehearsal.run(ThingService())
        #expect(right["v1/TouchThing/minimal"]?.outcome == .passed)
        let yes = ThingService { call throws(EndpointError) in
            call.action == "TouchThing" ? ThingService.success("TouchThing") : nil
        }
        let result = try await rehearsal.run(yes)
        #expect(result["v1/TouchThing/minimal"]?.outcome == .blocked, "\(result.lines)")
        #expect(result["v1/TouchThing/minimal"]?.reason?.contains("could not be read back") == true)
        #expect(result["v1/TouchThing/missing-name"]?.outcome == .failed)
        // Its own effect is witness enough.
        #expect(result["v1/MakeThing/minimal"]?.outcome == .passed)
    }

    @Test("one of several right answers that says nothing by itself needs a witness too") func alternatives()
        async throws
    {
        let either = Scenario(
            "either", "TouchThing", title: "touches", requirement: "It MUST do or refuse.", source: Things.page,
            setup: [Things.made],
            steps: [
                Step(
                    "", "TouchThing", ["Name": "⟦name:thing⟧"],
                    expect: .anyOf([
                        .result([:], Things.page), .failure(Failure(["NoSuchThing"], Things.page)),
                    ]))
            ])
        let yes = ThingService { call throws(EndpointError) in
            call.action == "TouchThing" ? ThingService.success("TouchThing") : nil
        }
        let result = try await Rehearsal(catalog: Things.catalog(scenarios: [either])).run(yes)
        #expect(result["v1/TouchThing/either"]?.outcome == .blocked, "\(result.lines)")
    }
}
