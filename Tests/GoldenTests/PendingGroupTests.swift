import Foundation
import SpecModel
import Testing
import Wire

@testable import Golden

@Suite struct PendingGroupTests {
    private func golden(_ operation: String, _ name: String, extra: String? = nil, status: Int = 200) -> Golden {
        let children = [Tree("Name", text: operation)] + (extra.map { [Tree($0, text: "x")] } ?? [])
        return Golden(
            id: GoldenID(caseID: "v1/\(operation)/\(name)"), provenance: .documented, source: "page",
            request: GoldenRequest(body: .form(["Action=\(operation)"])), status: status, contentType: "text/xml",
            tree: Tree("\(operation)Response", children: children))
    }

    private func groups(_ pairs: [(Golden?, Golden)]) throws -> [[String]] {
        try Samples.withFolder { folder in
            let store = try GoldenStore.create(root: folder)
            for case (let golden?, _) in pairs { try store.write(golden) }
            return try PendingGroup.groups(of: pairs.map { PendingGolden(golden: $0.1) }, in: store).map { group in
                group.members.map { $0.pending.id.description }
            }
        }
    }

    @Test("what only the operation's name tells apart differs alike; the largest group comes first") func alike() throws
    {
        let found = try groups([
            (golden("GetA", "one"), golden("GetA", "one", status: 201)),
            (golden("GetA", "two"), golden("GetA", "two", extra: "Added")),
            (golden("GetB", "one"), golden("GetB", "one", extra: "Added")),
            (golden("GetC", "one"), golden("GetC", "one", extra: "Other")),
        ])
        #expect(found == [["v1/GetA/two", "v1/GetB/one"], ["v1/GetA/one"], ["v1/GetC/one"]])
    }

    @Test("lacking something is one change, whatever it was") func lacking() throws {
        var short = golden("GetB", "one")
        short.tree.children = []
        var other = golden("GetC", "one")
        other.tree.children[0].text = "another"
        var shorter = other
        shorter.tree.children = []
        #expect(try groups([(golden("GetB", "one"), short), (other, shorter)]).count == 1)
    }

    @Test("an answer seen again and one without a golden are groups of their own") func others() throws {
        let found = try groups([
            (golden("GetA", "one"), golden("GetA", "one")), (nil, golden("GetB", "one")), (nil, golden("GetC", "one")),
        ])
        #expect(found == [["v1/GetB/one", "v1/GetC/one"], ["v1/GetA/one"]])
    }
}
