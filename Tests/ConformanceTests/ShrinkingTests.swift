import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

/// A failing request is made smaller before it is reported.
@Suite struct ShrinkingTests {
    typealias Call = WatchedEndpoint.Call

    private static let colour = Member("Colour", .enumeration(["Red", "Green"]), "Its colour.", example: "Green")
    private static let tags = Member("Tags", .list(of: .string()), "Its tags.", example: ["a", "b"])

    /// Five parameters; the answer tells the note again.
    private static let box = Operation(
        "MakeBox", family: .account, "Makes a box.", page: 1,
        parameters: [
            Member("Name", .string(), required: true, "Its name.", example: "⟦name:box⟧"), colour, tags,
            Member("Size", .integer(nil), "Its size.", example: 3), Member("Note", .string(), "A note.", example: "n"),
        ],
        result: [Member("Note", .string(), "The note.")],
        errors: [
            ErrorCase(
                "TooGreen", when: "it is green and small",
                reach: .provoked([
                    Provocation(title: "asks for a red one of size 0", changes: [.init("Size", 0)], base: .complete)
                ]))
        ], fixture: Fixture(result: ["Note": .echo("Note")], Things.page))

    private static let odd = Scenario(
        "odd", "MakeBox", title: "asks oddly", requirement: "None.", source: Things.page,
        steps: [
            Step(
                "", "MakeBox", ["Name": "⟦name:box⟧", "Colour": "Red", "Tags": ["a", "b"]],
                expect: .result([:], Things.page))
        ])

    private static let catalog = Things.catalog(operations: [box], scenarios: [odd])

    /// Boxes as the spec has them, but for what `fault` says.
    private static func service(_ fault: @escaping ThingService.Fault) -> ThingService {
        ThingService { call throws(EndpointError) in
            guard call.action == "MakeBox" else { return nil }
            if let answer = try fault(call) { return answer }
            guard call["Name"] != nil, ["Red", "Green", nil].contains(call["Colour"]),
                Int(call["Size"] ?? "1") ?? 0 > 0
            else { return ThingService.refusal(call["Size"] == "0" ? "TooGreen" : "ValidationError") }
            return answer(call["Note"])
        }
    }

    private static func answer(_ note: String?) -> HTTPResponse {
        let escaped = note?.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\r", with: "&#13;")
        return ThingService.success("MakeBox", escaped.map { "<Note>\($0)</Note>" } ?? "")
    }

    private static func run(
        _ service: ThingService, _ rehearsal: Rehearsal, shrinks: Bool = true, jobs: Int = 1
    ) async throws -> RunResult {
        var options = Rehearsal.options()
        options.shrinks = shrinks
        options.jobs = jobs
        return try await rehearsal.run(service, nil, options)
    }

    private static func rehearsal() async throws -> Rehearsal {
        try await Rehearsal(catalog: catalog, recorded: service { _ in nil })
    }

    /// Requests that were sent beside the cases.
    private static func beside(_ service: ThingService) -> [Call] {
        service.calls.filter { $0["Name"]?.wholeMatch(of: /sc-test-x[0-9]+-.+/) != nil }
    }

    @Test("of a request with all parameters, those are left that it takes to fail")
    func members() async throws {
        let service = Self.service { $0["Size"] == "3" ? ThingService.refusal("ValidationError") : nil }
        let result = try await Self.run(service, Self.rehearsal())
        let one = try #require(result["v1/MakeBox/complete"])
        #expect(one.outcome == .failed)
        let shrunk = try #require(one.shrunk, "\(result.lines)")
        #expect(Set(shrunk.changes) == ["without Colour", "without Tags", "without Note"])
        #expect(shrunk.cause == one.findings.first?.cause.id)
        #expect(shrunk.curl.contains("Size=3") && shrunk.curl.contains("Name=sc-test-x"))
        #expect(!shrunk.curl.contains("Colour") && !shrunk.curl.contains("Tags") && !shrunk.curl.contains("Note"))
        #expect(result.cases.filter { $0.shrunk != nil }.map(\.id) == ["v1/MakeBox/complete"])
    }

    @Test("outcomes, findings and numbers stay what they are, with any number of jobs")
    func same() async throws {
        let rehearsal = try await Self.rehearsal()
        func service() -> ThingService {
            Self.service { $0["Colour"] != nil && $0["Note"] != nil ? ThingService.refusal("ValidationError") : nil }
        }
        let plain = try await Self.run(service(), rehearsal, shrinks: false)
        #expect(plain.cases.allSatisfy { $0.shrunk == nil })
        let first = try await Self.run(service(), rehearsal)
        #expect(first["v1/MakeBox/complete"]?.shrunk?.changes == ["without Tags", "without Size"])
        for jobs in [1, 4] {
            let shrunk = try await Self.run(service(), rehearsal, jobs: jobs)
            #expect(shrunk.cases.map(\.outcome) == plain.cases.map(\.outcome))
            #expect(shrunk.cases.map(\.findings) == plain.cases.map(\.findings))
            #expect(shrunk.exchanges == plain.exchanges)
            #expect(shrunk.cases.map(\.shrunk) == first.cases.map(\.shrunk))
        }
    }

    @Test("a text that comes back otherwise is cut to the part that does")
    func text() async throws {
        let service = Self.service { call in
            Self.answer(call["Note"]?.replacing("&", with: ""))
        }
        let result = try await Self.run(service, Self.rehearsal())
        let one = try #require(result["v1/MakeBox/unharmed-note-ampersand"])
        #expect(one.outcome == .failed)
        #expect(one.shrunk?.changes == ["Note cut to \"&\""], "\(result.lines)")
        #expect(one.shrunk?.curl.contains("Note=%26") == true)
    }

    @Test("a request that must be refused keeps what is wrong with it")
    func negative() async throws {
        let service = Self.service { $0["Size"] == "0" ? Self.answer($0["Note"]) : nil }
        let result = try await Self.run(service, Self.rehearsal())
        let one = try #require(result["v1/MakeBox/error-too-green"])
        #expect(one.outcome == .failed)
        #expect(Set(one.shrunk?.changes ?? []) == ["without Colour", "without Tags", "without Note"])
        #expect(one.shrunk?.curl.contains("Size=0") == true)
    }

    @Test("a smaller request counts only if the endpoint accepts it with the one thing right")
    func control() async throws {
        let service = Self.service { call in
            if call["Size"] == "0" { return Self.answer(call["Note"]) }
            return call["Size"] != nil && call["Note"] == nil ? ThingService.refusal("ValidationError") : nil
        }
        let result = try await Self.run(service, Self.rehearsal())
        let one = try #require(result["v1/MakeBox/error-too-green"])
        #expect(one.outcome == .failed)
        #expect(Set(one.shrunk?.changes ?? []) == ["without Colour", "without Tags"])
        #expect(one.shrunk?.curl.contains("Size=0&Note=n") == true)
    }

    @Test("what fails for another reason is not the same")
    func reason() async throws {
        let service = Self.service { call in
            guard call["Size"] == "3" else { return nil }
            return ThingService.refusal(call["Note"] == nil ? "Throttled" : "ValidationError")
        }
        let result = try await Self.run(service, Self.rehearsal())
        let shrunk = try #require(result["v1/MakeBox/complete"]?.shrunk, "\(result.lines)")
        #expect(Set(shrunk.changes) == ["without Colour", "without Tags"])
    }

    @Test("a scenario is reported as it is, and nothing is asked beside it")
    func scenario() async throws {
        let service = Self.service { $0["Colour"] == "Red" ? ThingService.refusal("ValidationError") : nil }
        let rehearsal = try await Self.rehearsal()
        let selection = rehearsal.cases.cases.filter { $0.name == "odd" }
        var options = Rehearsal.options()
        options.shrinks = true
        let result = try await rehearsal.run(service, selection, options)
        #expect(result["v1/MakeBox/odd"]?.outcome == .failed)
        #expect(result["v1/MakeBox/odd"]?.shrunk == nil)
        #expect(Self.beside(service).isEmpty)
    }

    @Test("after twenty requests nothing further is tried")
    func budget() async throws {
        let members = (0..<40).map { Member("P\($0)", .string(), "A parameter.", example: "v") }
        let wide = Operation(
            "MakeBox", family: .account, "Makes a box.", page: 1,
            parameters: [Member("Name", .string(), required: true, "Its name.", example: "⟦name:box⟧")] + members,
            result: [Member("Note", .string(), "The note.")], fixture: Fixture(Things.page))
        // Every second one must be there for it to fail: that takes more than twenty tries to find out.
        let service = Self.service { call in
            (0..<20).allSatisfy { call["P\(2 * $0)"] != nil } ? ThingService.refusal("ValidationError") : nil
        }
        let rehearsal = try await Rehearsal(
            catalog: Things.catalog(operations: [wide], scenarios: []), recorded: Self.service { _ in nil })
        let result = try await Self.run(service, rehearsal)
        #expect(result["v1/MakeBox/complete"]?.outcome == .failed)
        #expect(Self.beside(service).count == 20)
    }
}
