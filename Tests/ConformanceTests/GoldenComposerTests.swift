import Foundation
import Golden
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

@Suite struct GoldenComposerTests {
    private func goldens(_ id: String, in catalog: Catalog = .standard) throws -> [Golden] {
        let cases = CaseCatalog(catalog)
        return GoldenComposer(catalog: catalog).goldens(for: try #require(cases[id]))
    }

    @Test("a success has the operation's result, its request and where it is known from") func success() throws {
        let golden = try #require(try goldens("v1/MakeThing/minimal", in: Things.catalog()).first)
        #expect(golden.status == 200 && golden.contentType == "text/xml")
        #expect(golden.provenance == .documented && golden.source == "API reference p. 1")
        #expect(
            golden.request
                == GoldenRequest(body: .form(["Action=MakeThing", "Version=2010-12-01", "Name=⟦name:thing⟧"])))
        #expect(golden.tree.name == "MakeThingResponse" && golden.tree.namespace == API.namespace)
        #expect(golden.tree.children.map(\.name) == ["MakeThingResult", "ResponseMetadata"])
        #expect(golden.tree.descendant("ResponseMetadata.RequestId")?.text == "⟦request-id⟧")
    }

    @Test("an effect that is read back is a golden of its own, with what was sent in it") func effect() throws {
        let found = try goldens("v1/MakeThing/value-colour-red", in: Things.catalog())
        #expect(found.map { "\($0.id)" } == ["v1/MakeThing/value-colour-red", "v1/MakeThing/value-colour-red.read"])
        #expect(found.last?.tree.descendant("ReadThingResult.Colour")?.text == "Red")
        #expect(found.last?.tree.descendant("ReadThingResult.Name")?.text == "⟦name:thing⟧")
    }

    @Test("an error has a type, the codes of every source and a wording only where one was published") func failure()
        throws
    {
        let golden = try #require(try goldens("v1/MakeThing/missing-name", in: Things.catalog()).first)
        #expect(golden.status == 400 && golden.tree.name == "ErrorResponse")
        #expect(golden.tree.descendant("Error.Type")?.text == "Sender")
        #expect(golden.tree.descendant("Error.Code")?.text == "⟦one-of:MissingParameter|ValidationError⟧")
        #expect(golden.tree.descendant("Error.Message")?.text == "⟦any⟧")
        #expect(golden.tree.child("RequestId")?.text == "⟦request-id⟧")
    }

    @Test("a wording enters where it was published, and not where it is claimed", arguments: Provenance.allCases)
    func wording(_ provenance: Provenance) throws {
        let wording = Wording("No <⟦name:thing⟧>", Evidence(provenance, "somebody"))
        let story = Scenario(
            "story", "DropThing", title: "drops", requirement: "It MUST refuse.", source: Things.page,
            steps: [
                Step(
                    "", "DropThing", ["Name": "⟦name:thing⟧"],
                    expect: .failure(Failure(["NoSuchThing"], status: 404, message: wording, Things.page)))
            ])
        let golden = try #require(try goldens("v1/DropThing/story", in: Things.catalog(scenarios: [story])).first)
        let isSeen = [.recorded, .published].contains(provenance)
        #expect(golden.tree.descendant("Error.Message")?.text == (isSeen ? "No <⟦name:thing⟧>" : "⟦any⟧"))
        #expect(golden.status == 404 && golden.tree.descendant("Error.Code")?.text == "NoSuchThing")
    }

    @Test("right answers that exclude each other are numbered") func alternatives() throws {
        let story = Scenario(
            "story", "DropThing", title: "drops", requirement: "It MUST answer.", source: Things.page,
            steps: [
                Step(
                    "go", "DropThing", ["Name": "⟦name:thing⟧"],
                    expect: .anyOf([.result([:], Things.page), .failure(Failure(["NoSuchThing"], Things.page))]))
            ])
        let found = try goldens("v1/DropThing/story", in: Things.catalog(scenarios: [story]))
        #expect(found.map { "\($0.id)" } == ["v1/DropThing/story.go", "v1/DropThing/story.go~2"])
        #expect(found.map(\.status) == [200, 400])
        #expect(Set(found.map(\.request)).count == 1)
    }

    @Test("what nobody judges has no golden") func unjudged() throws {
        #expect(try goldens("v1/ListThings/odd", in: Things.catalog()).isEmpty)
    }

    @Test("a request out of the ordinary says so") func envelope() throws {
        let story = Scenario(
            "story", "ListThings", title: "asks", requirement: "It MUST refuse.", source: Things.page,
            steps: [
                Step(
                    "", "ListThings", ["NextToken": "a b&c"], expect: .failure(Failure(["A"], Things.page)),
                    envelope: Envelope(action: .absent, version: nil, signature: .absent, contentType: .absent))
            ])
        let golden = try #require(try goldens("v1/ListThings/story", in: Things.catalog(scenarios: [story])).first)
        #expect(golden.request.body == .form(["NextToken=a%20b%26c"]))
        #expect(golden.request.headers == [Header("Content-Type", "none"), Header("Authorization", "none")])
    }
}

@Suite struct GoldenRecorderTests {
    /// One step whose answer nobody states, beside one that somebody does.
    private static let story = Scenario(
        "story", "ReadThing", title: "reads", requirement: "As the reference service does.", source: Things.page,
        setup: [Things.made],
        steps: [
            Step("known", "TouchThing", ["Name": "⟦name:thing⟧"], expect: .result([:], Things.page)),
            Step("modelled", "ReadThing", ["Name": "⟦name:thing⟧"], expect: .modelled),
        ])

    private func goldens(_ catalog: Catalog, _ endpoint: any Endpoint) async -> [GoldenID: Golden] {
        let found = await Rehearsal.goldens(CaseCatalog(catalog), catalog, endpoint)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    @Test("only what nobody states is taken from the service, with names as placeholders") func modelled() async throws
    {
        let catalog = Things.catalog(scenarios: [Self.story])
        let service = ThingService()
        let found = await goldens(catalog, service)
        let golden = try #require(found[GoldenID(caseID: "v1/ReadThing/story", step: "modelled")])
        #expect(golden.provenance == .modelled && golden.source == "reference service")
        #expect(golden.tree.descendant("ReadThingResult.Name")?.text == "⟦name:thing⟧")
        #expect(golden.tree.descendant("ResponseMetadata.RequestId")?.text == "⟦request-id⟧")
        #expect(found.values.filter { $0.provenance == .modelled }.count == 1)
        #expect(service.names.isEmpty)
    }

    @Test("a service that answers otherwise changes modelled goldens only") func broken() async throws {
        let catalog = Things.catalog(scenarios: [Self.story])
        let right = await goldens(catalog, ThingService())
        let wrong = await goldens(
            catalog,
            ThingService { call throws(EndpointError) in
                call.action == "ReadThing" ? ThingService.refusal("Garbage", status: 418) : nil
            })
        let changed = right.keys.filter { right[$0] != wrong[$0] }
        #expect(changed == [GoldenID(caseID: "v1/ReadThing/story", step: "modelled")])
        #expect(wrong[changed[0]]?.status == 418)
        #expect(Set(wrong.keys) == Set(right.keys))
    }

    @Test(
        "a broken reference service changes no golden that anybody vouches for",
        arguments: [VacuousServer.envelope, .crashing])
    func standard(_ server: VacuousServer) async throws {
        let right = try await Rehearsal.standard.value
        let wrong = await goldens(.standard, server.endpoint)
        for id in try right.store.ids() {
            let golden = try #require(try right.store.read(id))
            guard golden.source != "reference service" else { continue }
            #expect(wrong[id] == golden, "\(id) changes with the service although it is \(golden.provenance.rawValue)")
        }
    }
}
