import Foundation
import SpecModel
import Testing
import Wire

@testable import Golden

@Suite struct PendingAreaTests {
    private static let id = GoldenID(caseID: "v1/SendEmail/minimal")
    private static let recording = Recording(date: "2026-11-21", spec: "0123456789abcdef")

    private func answer(
        _ messageID: String = "⟦message-id⟧", _ provenance: Provenance = .modelled,
        source: String = "http://127.0.0.1:5000"
    ) -> Golden {
        var golden = Samples.golden()
        golden.tree.children[0].children[0].text = messageID
        golden.provenance = provenance
        golden.source = source
        golden.recording = Self.recording
        return golden
    }

    private func withArea(_ body: (GoldenStore, PendingArea, URL) throws -> Void) throws {
        try Samples.withFolder { folder in
            let store = try GoldenStore.create(root: folder)
            try store.write(Samples.golden())
            try body(store, try PendingArea(of: store), folder)
        }
    }

    private func file(_ folder: URL) -> URL { folder.appending(path: ".pending/v1/SendEmail/minimal.xml.json") }

    @Test("what is added waits, reads back as it was, and touches no golden") func add() throws {
        try withArea { store, area, folder in
            let pending = PendingGolden(golden: answer("one"), again: answer("two"))
            #expect(try area.add(pending) == .added)
            #expect(try area.add(pending) == .known)
            #expect(try area.all() == [pending])
            #expect(area.ids() == [Self.id])
            #expect(try store.read(Self.id) == Samples.golden())
            #expect(try store.ids() == [Self.id])
            let text = try String(contentsOf: file(folder), encoding: .utf8)
            #expect(text.hasPrefix("{\n  \"golden\": [\n    \"<?golden status=") && text.hasSuffix("}\n"))
        }
    }

    @Test("an answer of v2 waits as well") func json() throws {
        try withArea { _, area, _ in
            let id = GoldenID(caseID: "v2/GetAccount/minimal", step: "read", alternative: 2)
            let golden = Golden(
                id: id, provenance: .recorded, source: "https://email.us-east-1.amazonaws.com",
                recording: Self.recording,
                request: GoldenRequest(method: "GET", target: "/v2/email/account", body: .absent),
                status: 200, contentType: "application/json",
                tree: Tree("", kind: .object, children: [Tree("SendingEnabled", kind: .boolean, text: "true")]))
            let addition = try area.add(PendingGolden(golden: golden))
            #expect(addition == .added)
            #expect(try area.all().map(\.golden) == [golden])
        }
    }

    @Test("who accepts gets the golden with its day and spec, and nothing waits any more") func accept() throws {
        try withArea { store, area, folder in
            let pending = PendingGolden(golden: answer("one"))
            _ = try area.add(pending)
            try area.accept(pending, force: true)
            #expect(try store.read(Self.id) == answer("one"))
            #expect(area.ids().isEmpty && !FileManager.default.fileExists(atPath: file(folder).path))
            let text = try String(contentsOfFile: store.path(of: Self.id), encoding: .utf8)
            #expect(text.contains(" source=\"http://127.0.0.1:5000\" date=\"2026-11-21\" spec=\"0123456789abcdef\"?>"))
        }
    }

    @Test("who rejects leaves the golden as it was") func reject() throws {
        try withArea { store, area, _ in
            _ = try area.add(PendingGolden(golden: answer("one")))
            try area.reject(Self.id)
            try area.reject(Self.id)
            #expect(area.ids().isEmpty)
            #expect(try store.read(Self.id) == Samples.golden())
        }
    }

    @Test("a golden gives way to an answer of its tier or a stronger one", arguments: Provenance.allCases)
    func tiers(existing: Provenance) throws {
        try withArea { store, area, _ in
            for tier in Provenance.allCases {
                try store.write(answer("old", existing))
                let refusal = try area.refusal(of: answer("new", tier))
                #expect(refusal == (tier > existing ? .weaker(Self.id, tier, than: existing) : nil))
            }
        }
    }

    @Test("a recorded golden gives way to a recorded answer only, or where somebody insists") func recorded() throws {
        try withArea { store, area, _ in
            try store.write(answer("real", .recorded))
            let weak = PendingGolden(golden: answer("other"))
            _ = try area.add(weak)
            #expect(throws: GoldenError.weaker(Self.id, .modelled, than: .recorded)) { try area.accept(weak) }
            #expect(try store.read(Self.id) == answer("real", .recorded))
            #expect(area.ids() == [Self.id])
            try area.accept(PendingGolden(golden: answer("later", .recorded)))
            #expect(try store.read(Self.id) == answer("later", .recorded))
            try area.accept(weak, force: true)
            #expect(try store.read(Self.id) == answer("other"))
        }
    }

    @Test("a recorded answer that waits is not lost to a weaker one") func waiting() throws {
        try withArea { _, area, _ in
            _ = try area.add(PendingGolden(golden: answer("real", .recorded)))
            #expect(try area.add(PendingGolden(golden: answer("other"))) == .weaker)
            #expect(try area.all().map(\.golden) == [answer("real", .recorded)])
            #expect(try area.add(PendingGolden(golden: answer("later", .recorded))) == .added)
        }
    }

    @Test("an area of another layout is named, and left as it is") func layout() throws {
        try withArea { store, area, folder in
            _ = try area.add(PendingGolden(golden: answer("one")))
            let marker = folder.appending(path: ".pending/FORMAT")
            try "7\n".write(to: marker, atomically: true, encoding: .utf8)
            let path = folder.appending(path: ".pending").standardizedFileURL.path
            #expect(throws: GoldenError.layout(path: path, version: "7")) { try PendingArea(of: store) }
            #expect(FileManager.default.fileExists(atPath: file(folder).path))
        }
    }

    @Test("an area that was killed before it had its marker can be used") func killed() throws {
        try withArea { store, _, folder in
            let area = folder.appending(path: ".pending")
            try FileManager.default.createDirectory(at: area, withIntermediateDirectories: true)
            try "half".write(to: area.appending(path: ".dat.partial"), atomically: false, encoding: .utf8)
            #expect(try PendingArea(of: store).add(PendingGolden(golden: answer("one"))) == .added)
            #expect(try PendingArea(of: store).ids() == [Self.id])
        }
    }

    @Test(
        "a file that somebody broke is named, and can be let go of",
        arguments: [
            "", "{", "[]", "{\"golden\": []}", "{\"again\": []}", "{\"golden\": [\"<?golden status=\"]}",
            "{\"golden\": \"x\"}",
        ]) func broken(text: String) throws
    {
        try withArea { store, area, folder in
            _ = try area.add(PendingGolden(golden: answer("one")))
            try text.write(to: file(folder), atomically: true, encoding: .utf8)
            let error = #expect(throws: GoldenError.self) { try area.all() }
            #expect(error?.description.contains("minimal.xml.json', line ") ?? false, "\(error?.description ?? "")")
            #expect(area.ids() == [Self.id])
            try area.reject(Self.id)
            #expect(area.ids().isEmpty)
            #expect(try store.read(Self.id) == Samples.golden())
        }
    }

    @Test("where nothing can be written, that is said and nothing is lost") func unwritable() throws {
        try withArea { store, area, folder in
            let pending = PendingGolden(golden: answer("one"))
            _ = try area.add(pending)
            // A file in the place of a folder stops root as well as anybody.
            try FileManager.default.removeItem(at: folder.appending(path: "v1"))
            try "".write(to: folder.appending(path: "v1"), atomically: true, encoding: .utf8)
            let error = #expect(throws: GoldenError.self) { try area.accept(pending, force: true) }
            #expect(error?.description.hasPrefix("golden file '") ?? false)
            #expect(error?.description.contains("can't be written: ") ?? false, "\(error?.description ?? "")")
            #expect(try area.all() == [pending])
        }
    }
}
