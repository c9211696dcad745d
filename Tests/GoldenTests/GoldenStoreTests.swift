import Foundation
import Golden
import Testing

@Suite struct GoldenStoreTests {
    static let first = GoldenID(caseID: "v1/SendEmail/minimal")
    static let second = GoldenID(caseID: "v1/SendEmail/minimal", alternative: 2)
    static let step = GoldenID(caseID: "v1/SendEmail/minimal", step: "read")

    @Test("goldens are written once, read in order, listed and removed") func life() throws {
        try Samples.withFolder { folder in
            let store = try GoldenStore.create(root: folder)
            #expect(try String(contentsOf: folder.appending(path: "FORMAT"), encoding: .utf8) == "1\n")
            for id in [Self.second, Self.step, Self.first] {
                #expect(try store.write(Samples.golden(id: id)))
                #expect(try !store.write(Samples.golden(id: id)))
            }
            #expect(try store.write(Samples.golden(id: Self.step, source: "another")))
            #expect(try store.load("v1/SendEmail/minimal").map(\.id) == [Self.first, Self.second])
            #expect(try store.load("v1/SendEmail/minimal", step: "read").map(\.source) == ["another"])
            #expect(try store.load("v1/SendEmail/other").isEmpty)
            #expect(try store.ids() == [Self.first, Self.second, Self.step])
            #expect(try store.orphans(knownIDs: [Self.first]) == [Self.second, Self.step])
            try store.remove(Self.second)
            try store.remove(Self.second)
            #expect(try store.ids() == [Self.first, Self.step])
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xml") }
            #expect(files.sorted() == ["v1/SendEmail/minimal.read.xml", "v1/SendEmail/minimal.xml"])
            #expect(try GoldenStore(root: folder).ids() == store.ids())
        }
    }

    @Test("a golden's text is the file's, byte for byte") func bytes() throws {
        try Samples.withFolder { folder in
            let store = try GoldenStore.create(root: folder)
            try store.write(Samples.golden())
            #expect(try String(contentsOfFile: store.path(of: Self.first), encoding: .utf8) == Samples.text)
        }
    }

    @Test("a folder of another layout is refused") func layout() throws {
        try Samples.withFolder { folder in
            #expect(throws: GoldenError.noFormat(path: folder.standardizedFileURL.path)) {
                try GoldenStore(root: folder)
            }
            try Data("2\n".utf8).write(to: folder.appending(path: "FORMAT"))
            let error = #expect(throws: GoldenError.self) { try GoldenStore(root: folder) }
            #expect(error == .layout(path: folder.standardizedFileURL.path, version: "2"))
            #expect(error.map { "\($0)" }?.contains("layout version '2', this build reads '1'") == true)
        }
    }

    @Test("a folder with other things in it is not taken for goldens") func foreign() throws {
        try Samples.withFolder { folder in
            try Data("x".utf8).write(to: folder.appending(path: "notes.txt"))
            #expect(throws: GoldenError.self) { try GoldenStore.create(root: folder) }
        }
    }

    @Test("a malformed golden is told with its path") func malformed() throws {
        try Samples.withFolder { folder in
            let store = try GoldenStore.create(root: folder)
            try store.write(Samples.golden())
            try Data([0xFF]).write(to: URL(filePath: store.path(of: Self.first)))
            #expect(throws: GoldenError.malformed(file: store.path(of: Self.first), line: 1, .notUTF8)) {
                try store.load("v1/SendEmail/minimal")
            }
        }
    }

    @Test("a file whose name is not a golden's is told") func name() throws {
        for name in ["min imal.xml", "a.b.c.xml", "a~1.xml", "a~x.xml", ".xml", "a~2~3.xml"] {
            try Samples.withFolder { folder in
                let store = try GoldenStore.create(root: folder)
                try store.write(Samples.golden())
                try Data().write(to: folder.appending(path: "v1/SendEmail/\(name)"))
                let error = #expect(throws: GoldenError.self, "\(name)") { try store.ids() }
                #expect(error.map { "\($0)" }?.contains(name) == true)
            }
        }
    }

    @Test("an id that is no path below the folder is not written") func escape() throws {
        try Samples.withFolder { folder in
            let store = try GoldenStore.create(root: folder)
            for caseID in ["v1/../x", "v1/SendEmail", "v3/SendEmail/x", "v1/SendEmail/x/y", "v1/SendEmail/x.y.z", ""] {
                #expect(throws: GoldenError.self, "\(caseID)") {
                    try store.write(Samples.golden(id: GoldenID(caseID: caseID)))
                }
            }
        }
    }

    @Test("an unwritable folder is told") func unwritable() throws {
        try Samples.withFolder { folder in
            let store = try GoldenStore.create(root: folder)
            try Data().write(to: folder.appending(path: "v1"))
            let error = #expect(throws: GoldenError.self) { try store.write(Samples.golden()) }
            #expect(error.map { "\($0)" }?.contains("can't be written") == true)
        }
    }

    @Test("many threads read at once") func threads() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try GoldenStore.create(root: folder)
        try store.write(Samples.golden())
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try (0..<100).reduce(0) { count, _ in try count + store.load("v1/SendEmail/minimal").count }
                }
            }
            var count = 0
            for try await part in group { count += part }
            #expect(count == 400)
        }
    }
}
