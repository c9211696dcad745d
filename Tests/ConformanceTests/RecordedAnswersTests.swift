import Golden
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

@Suite struct RecordedAnswersTests {
    private struct Listener: RunObserver {
        let log: AnswerLog
        var isInterrupted: Bool { false }
        func began(_ stage: String, count: Int) {}
        func finished(_ result: CaseResult) {}
        func saw(_ answer: SeenAnswer) { log.add(answer) }
    }

    /// What two runs against services with these faults leave for review.
    private func recorded(
        _ provenance: Provenance = .modelled, _ first: @escaping ThingService.Fault,
        _ second: ThingService.Fault? = nil
    ) async throws -> RecordedAnswers {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        var logs: [AnswerLog] = []
        for (fault, name) in [(first, "one"), (second ?? first, "two")] {
            var options = Rehearsal.options()
            options.run = name
            let log = AnswerLog()
            _ = try await rehearsal.run(ThingService(fault), nil, options, observer: Listener(log: log))
            logs.append(log)
        }
        return try RecordedAnswers(
            first: logs[0].answers, second: logs[1].answers, catalog: Things.catalog(),
            origin: RecordedAnswers.Origin(provenance: provenance, source: "http://127.0.0.1:1", date: "2026-11-21"))
    }

    private static let right: ThingService.Fault = { _ throws(EndpointError) in nil }
    private static let reading = GoldenID(caseID: "v1/ReadThing/minimal")

    private static func read(_ text: String) -> HTTPResponse {
        ThingService.success("ReadThing", text)
    }

    @Test("what agrees with the goldens leaves nothing to look at") func agrees() async throws {
        let found = try await recorded(.modelled, Self.right)
        #expect(found.pending.map(\.id.description) == [])
        #expect(found.agreeing.contains(Self.reading))
        #expect(found.unreadable.isEmpty && found.unstable.isEmpty)
    }

    @Test("the real service's answer that agrees is worth a look: it lifts the golden to its own tier")
    func confirmed() async throws {
        let found = try await recorded(.recorded, Self.right)
        #expect(found.agreeing.isEmpty)
        let one = try #require(found.pending.first { $0.id == Self.reading })
        #expect(one.golden.provenance == .recorded && one.golden.source == "http://127.0.0.1:1")
        #expect(one.golden.recording?.date == "2026-11-21" && one.golden.recording?.spec.count == 16)
        #expect(one.golden.tree.descendant("ReadThingResult.Name")?.text == "⟦name:thing⟧")
        let refusal = try #require(found.pending.first { $0.golden.status == 400 })
        #expect(refusal.golden.tree.descendant("Error.Message")?.text == "no")
    }

    @Test("what differs is pending with names and placeholders, and where it fits with the golden's words")
    func differs() async throws {
        let found = try await recorded { call throws(EndpointError) in
            guard call.action == "ReadThing", let name = call["Name"], !name.isEmpty else { return nil }
            return Self.read("<Name>\(name)</Name><Owner>\(name)'s</Owner>")
        }
        let one = try #require(found.pending.first { $0.id == Self.reading })
        #expect(one.golden.provenance == .modelled && one.again == nil && one.volatile.isEmpty)
        let result = try #require(one.golden.tree.child("ReadThingResult"))
        #expect(result.children.map(\.text) == ["⟦name:thing⟧", "⟦name:thing⟧'s"])
        #expect(one.golden.tree.descendant("ResponseMetadata.RequestId")?.text == "⟦request-id⟧")
    }

    @Test("a value that no type calls volatile and that differs between the runs is proposed, not taken")
    func volatile() async throws {
        let answer = { (owner: String) -> ThingService.Fault in
            { call throws(EndpointError) in
                guard call.action == "ReadThing", let name = call["Name"], 1...40 ~= name.count else { return nil }
                return Self.read("<Name>\(name)</Name><Owner>\(owner)</Owner>")
            }
        }
        let found = try await recorded(.modelled, answer("first"), answer("second"))
        let one = try #require(found.pending.first { $0.id == Self.reading })
        #expect(one.volatile.map(\.proposal) == ["⟦any⟧"])
        #expect(one.volatile.map(\.first) == ["first"] && one.volatile.map(\.second) == ["second"])
        #expect(one.golden.tree.descendant("ReadThingResult.Owner")?.text == "first")
        #expect(one.proposed.tree.descendant("ReadThingResult.Owner")?.text == "⟦any⟧")
    }

    @Test("answers that are no documents, or that are others each time, are told and not kept") func neither()
        async throws
    {
        let broken = try await recorded { call throws(EndpointError) in
            call.action == "ListThings" ? ThingService.answer(200, "<a>") : nil
        }
        #expect(broken.unreadable.contains { $0.caseID.hasPrefix("v1/ListThings/") })
        #expect(!broken.pending.contains { $0.id.caseID.hasPrefix("v1/ListThings/") })
        let other = try await recorded(.modelled, Self.right) { call throws(EndpointError) in
            call.action == "ReadThing" ? ThingService.refusal("NoSuchThing") : nil
        }
        #expect(other.unstable.contains(Self.reading))
    }

    @Test("what fits its golden each time agrees with it, though it is another each time") func moving() async throws {
        let list = { (others: String) -> ThingService.Fault in
            { call throws(EndpointError) in
                guard call.action == "ListThings", call["NextToken"] == nil, call["MaxItems"] == nil else { return nil }
                return ThingService.success("ListThings", "<Names>\(others)</Names>")
            }
        }
        let found = try await recorded(
            .modelled, list(""), list("<member>somebody-elses</member><member>sender@example.com</member>"))
        #expect(found.agreeing.contains(GoldenID(caseID: "v1/ListThings/minimal")))
        #expect(found.unstable.isEmpty && !found.pending.contains { $0.id.caseID.hasPrefix("v1/ListThings/") })
    }

    @Test("what others have in a list of the whole account is in no golden") func others() async throws {
        let found = try await recorded { call throws(EndpointError) in
            guard call.action == "ListThings" else { return nil }
            return ThingService.success(
                "ListThings", "<Names><member>somebody-elses</member></Names><Odd>x</Odd>")
        }
        let lists = found.pending.filter { $0.id.caseID.hasPrefix("v1/ListThings/") }
        #expect(!lists.isEmpty)
        for one in lists {
            #expect(one.golden.tree.descendant("ListThingsResult.Names")?.children == [], "\(one.id)")
            #expect(one.golden.tree.descendant("ListThingsResult.Odd")?.text == "x", "\(one.id)")
        }
    }
}
