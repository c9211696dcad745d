import SpecCatalog
import SpecModel
import Testing

@testable import Conformance

@Suite struct SelectionTests {
    private let catalog = CaseCatalog(Things.catalog())

    private func ids(_ filters: String..., api: API? = nil, axes: Set<Axis> = []) throws -> [String] {
        try Selection(filters: filters, api: api, axes: axes).cases(of: catalog).map(\.id)
    }

    @Test("nothing said means everything, in order") func everything() throws {
        #expect(try ids() == catalog.cases.map(\.id))
    }

    @Test(
        "an id, an operation and a glob over either select",
        arguments: [
            ("v1/MakeThing/minimal", "v1/MakeThing/minimal"), ("MakeThing", "v1/MakeThing/.*"),
            ("v1/MakeThing", "v1/MakeThing/.*"), ("v1/MakeThing/", "v1/MakeThing/.*"),
            ("v1/*/minimal", "v1/[A-Za-z]*/minimal"), ("M*Thing", "v1/MakeThing/.*"),
            ("*/missing-*", ".*/missing-.*"),
        ])
    func filters(_ filter: String, _ pattern: String) throws {
        let expression = try Regex(pattern)
        let expected = catalog.cases.map(\.id).filter { $0.wholeMatch(of: expression) != nil }
        #expect(!expected.isEmpty)
        #expect(try ids(filter) == expected)
    }

    @Test("filters are joined by or, API and axis narrow") func joined() throws {
        #expect(try ids("v1/ReadThing/minimal", "v1/MakeThing/minimal", "*/minimal").count == 5)
        #expect(try ids("MakeThing", axes: [.operation]) == ["v1/MakeThing/minimal"])
    }

    @Test("a filter that selects nothing says so, with what may have been meant") func nothing() {
        let id = #expect(throws: SelectionError.self) { try ids("v1/MakeThing/minimum") }
        guard case .nothing("v1/MakeThing/minimum", let near)? = id else {
            Issue.record("\(String(describing: id))")
            return
        }
        #expect(near.contains("v1/MakeThing/minimal"))
        let name = #expect(throws: SelectionError.self) { try ids("MakeThings") }
        guard case .nothing(_, let names)? = name else { return }
        #expect(names == ["DropThing", "ListThings", "MakeThing", "ReadThing", "TouchThing"])
        #expect(
            "\(SelectionError.nothing("x", near: []))" == "no case matches 'x'; list them with: ses-conformance list")
    }

    @Test("a filter that API or axis leaves nothing of says that") func excluded() {
        let error = #expect(throws: SelectionError.self) { try ids("MakeThing", axes: [.behaviour]) }
        #expect(error == .excluded("MakeThing"))
        let nothing = #expect(throws: SelectionError.self) { try ids(api: .v2) }
        #expect(nothing == .empty)
    }

    @Test("what costs much is selected by its very id, or where it is asked for") func deep() throws {
        let deep = Scenario(
            "thousands", "ListThings", title: "lists thousands", requirement: "", source: Things.page, isDeep: true,
            steps: [Step("", "ListThings", expect: .observed)])
        let catalog = CaseCatalog(Things.catalog(scenarios: [deep]))
        let id = "v1/ListThings/thousands"
        func selected(_ filters: String..., isDeep: Bool = false) throws -> Bool {
            try Selection(filters: filters, isDeep: isDeep).cases(of: catalog).contains { $0.id == id }
        }
        #expect(try !selected() && !selected("ListThings"))
        #expect(try selected(isDeep: true) && selected(id) && selected("ListThings", isDeep: true))
        let error = #expect(throws: SelectionError.self) { try selected("*/thous*") }
        #expect(error == .excluded("*/thous*"))
    }
}
