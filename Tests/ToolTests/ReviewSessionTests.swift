import Foundation
import Golden
import SpecModel
import Testing
import Wire

@testable import ses_conformance

@Suite struct ReviewSessionTests {
    private func golden(_ name: String, _ text: String, _ provenance: Provenance = .modelled) -> Golden {
        Golden(
            id: GoldenID(caseID: "v1/GetThing/\(name)"), provenance: provenance, source: "http://127.0.0.1:5000",
            request: GoldenRequest(body: .form(["Action=GetThing"])), status: 200, contentType: "text/xml",
            tree: Tree("GetThingResponse", children: [Tree("Thing", text: text)]))
    }

    /// Four answers: three that differ alike, one of its own. What was typed, then what is left and what was said.
    private func talk(_ typed: [String], isForced: Bool = false) throws -> (left: [String], said: String) {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try GoldenStore.create(root: folder)
        let area = try PendingArea(of: store)
        for (name, text) in [("a", "new"), ("b", "new"), ("c", "new"), ("d", "other")] {
            try store.write(golden(name, "old", name == "b" ? .recorded : .modelled))
            _ = try area.add(PendingGolden(golden: golden(name, text)))
        }
        var lines = typed[...]
        var said = ""
        let session = ReviewSession(
            groups: try PendingGroup.groups(of: area.all(), in: store), area: area, isForced: isForced, hasColour: false
        )
        try session.run(read: { lines.popFirst() }, write: { said += $0 })
        #expect(lines.isEmpty, "not asked for: \(lines)")
        return (area.ids().map { String($0.caseID.suffix(1)) }, said)
    }

    @Test("each decision is carried out at once, and what is left waits") func decisions() throws {
        let (left, said) = try talk(["a", "s", "r", "q"])
        #expect(left == ["b", "d"])
        #expect(said.contains("accepted v1/GetThing/a\n") && said.contains("rejected v1/GetThing/c\n"))
    }

    @Test("the end of the input quits, and whatever else is typed is asked again") func end() throws {
        let (left, said) = try talk(["what?", "", " A "])
        #expect(left == ["b", "c", "d"])
        #expect(said.ranges(of: "quit (q)? ").count == 4)
    }

    @Test("a group is accepted as a whole, but for what was recorded") func group() throws {
        let (left, said) = try talk(["g", "q"])
        #expect(left == ["b", "d"])
        #expect(said.contains("left as it is: golden v1/GetThing/b is recorded"))
        #expect(try talk(["g", "a"], isForced: true).left == [])
    }

    @Test("the golden, the new answer, what differs and what both rest on are shown") func page() throws {
        let said = try talk(["q"]).said
        for words in [
            "group 1 of 2: 3 goldens that differ alike\n", "golden: modelled, http://127.0.0.1:5000\n",
            "new answer: modelled, http://127.0.0.1:5000\n", "      <Thing>old</Thing>\n",
            "  ~ GetThingResponse/Thing\n    - old\n    + new\n",
        ] { #expect(said.contains(words), "\(words)\n\(said)") }
    }
}
