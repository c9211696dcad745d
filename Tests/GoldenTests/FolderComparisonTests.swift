import Diff
import Foundation
import Testing

@testable import Golden

@Suite struct FolderComparisonTests {
    /// Writes files into two folders and compares these.
    private func compare(_ before: [String: String], _ after: [String: String]) throws -> FolderComparison {
        try Samples.withFolder { folder in
            for (name, files) in [("a", before), ("b", after)] {
                let side = folder.appending(path: name, directoryHint: .isDirectory)
                try FileManager.default.createDirectory(at: side, withIntermediateDirectories: true)
                for (path, text) in files {
                    let file = side.appending(path: path)
                    try FileManager.default.createDirectory(
                        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try text.write(to: file, atomically: true, encoding: .utf8)
                }
            }
            return try FolderComparison(folder.appending(path: "a"), folder.appending(path: "b"))
        }
    }

    @Test("files are new, gone, changed or the same, by path") func kinds() throws {
        let found = try compare(
            ["v1/A/x.xml": "<a/>", "v1/A/y.xml": "<a>1</a>", "v1/A/z.xml": "<a/>", "note.txt": "1"],
            ["v1/A/y.xml": "<a>2</a>", "v1/A/z.xml": "<a></a>", "v2/B/w.json": "{}", ".pending/p.json": "{}"])
        #expect(
            found.entries.map { "\($0.kind) \($0.path)" } == [
                "gone v1/A/x.xml", "changed v1/A/y.xml", "new v2/B/w.json",
            ])
        #expect(found.entries[1].changes == [TreeChange(path: "a", before: "1", after: "2")])
        #expect(found.same == 1)
    }

    @Test("goldens differ in what they rest on and in what was asked, too") func goldens() throws {
        let other = Samples.text.replacing("documented", with: "derived").replacing("p. 49", with: "p. 50")
            .replacing("Action=SendEmail", with: "Action=SendMail")
        let found = try compare(["v1/SendEmail/minimal.xml": Samples.text], ["v1/SendEmail/minimal.xml": other])
        #expect(found.entries.first?.changes.map(\.path) == ["provenance", "source", "request/body[1]"])
    }

    @Test("a folder of another layout, and a file that can't be read, are named") func unusable() throws {
        #expect(throws: GoldenError.self) { try compare(["FORMAT": "9\n"], ["FORMAT": "1\n"]) }
        let error = #expect(throws: GoldenError.self) { try compare(["x.xml": "<a>"], ["x.xml": "<a>"]) }
        #expect(error?.description.contains("/a/x.xml': neither XML nor JSON: ") ?? false)
        let mixed = #expect(throws: GoldenError.self) { try compare(["x.xml": "<a/>"], ["x.xml": "{}"]) }
        #expect(mixed?.description.contains("one is XML, the other JSON") ?? false)
    }
}
