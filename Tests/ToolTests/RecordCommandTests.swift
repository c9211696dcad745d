import Foundation
import Testing

@testable import ses_conformance

@Suite struct RecordCommandTests {
    /// Does something with a golden folder of its own, empty but for its marker.
    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try "1\n".write(to: folder.appending(path: "FORMAT"), atomically: true, encoding: .utf8)
        try await body(folder)
    }

    @Test("the committed goldens are up to date; if not, run: ses-conformance record") func check() async throws {
        let tool = try await ToolProcess.run("record", "--check", environment: ["CI": "true"])
        #expect(tool.status == 0, "run: ses-conformance record\n\(tool.output)")
        #expect(tool.output == "")
        #expect(tool.errorOutput.wholeMatch(of: /[0-9]+ goldens, 0 out of date\n/) != nil)
    }

    @Test("what is written is what is checked, and is written once") func write() async throws {
        try await withFolder { folder in
            let first = try await ToolProcess.run("record", "SendEmail", "--golden", folder.path)
            #expect(first.status == 0)
            #expect(first.output.contains("wrote \(folder.path)/v1/SendEmail/minimal.xml\n"))
            let again = try await ToolProcess.run("record", "SendEmail", "--golden", folder.path)
            #expect(again.output == "" && again.errorOutput.contains(", 0 written, 0 removed"))
            let check = try await ToolProcess.run("record", "--check", "SendEmail", "--golden", folder.path)
            #expect(check.status == 0, "\(check.output)")
            let whole = try await ToolProcess.run("record", "--check", "--golden", folder.path)
            #expect(whole.status == 1)
            #expect(whole.output.contains("/v1/SendRawEmail/minimal.xml is missing\n"))
            #expect(whole.errorOutput.contains("ses-conformance record"))
        }
    }

    @Test("a golden that somebody edited is out of date, be it only by a blank") func edited() async throws {
        try await withFolder { folder in
            _ = try await ToolProcess.run("record", "SendEmail", "--golden", folder.path)
            let file = folder.appending(path: "v1/SendEmail/minimal.xml")
            let text = try String(contentsOf: file, encoding: .utf8)
            for change in [text + "\n", text.replacing("  <", with: "   <"), "garbage"] {
                try change.write(to: file, atomically: true, encoding: .utf8)
                let tool = try await ToolProcess.run("record", "--check", "SendEmail", "--golden", folder.path)
                #expect(tool.status == 1, "\(tool.errorOutput)")
                #expect(tool.output == "\(file.path) is not what the spec says\n")
            }
            _ = try await ToolProcess.run("record", "v1/SendEmail/minimal", "--golden", folder.path)
            #expect(try String(contentsOf: file, encoding: .utf8) == text)
        }
    }

    @Test("a golden that no case has any more is removed, if everything is recorded") func orphan() async throws {
        try await withFolder { folder in
            let orphan = folder.appending(path: "v1/SendEmail/of-yesterday.xml")
            try FileManager.default.createDirectory(
                at: orphan.deletingLastPathComponent(), withIntermediateDirectories: true)
            try "x".write(to: orphan, atomically: true, encoding: .utf8)
            _ = try await ToolProcess.run("record", "SendEmail", "--golden", folder.path)
            #expect(FileManager.default.fileExists(atPath: orphan.path))
            let check = try await ToolProcess.run("record", "--check", "--golden", folder.path)
            #expect(check.status == 1 && check.output.contains("of-yesterday.xml belongs to no case"))
            let tool = try await ToolProcess.run("record", "--golden", folder.path)
            #expect(tool.status == 0 && tool.output.contains("removed \(orphan.path)"))
            #expect(!FileManager.default.fileExists(atPath: orphan.path))
        }
    }

    @Test("under CI nothing is recorded") func ci() async throws {
        try await withFolder { folder in
            let tool = try await ToolProcess.run("record", "--golden", folder.path, environment: ["CI": "true"])
            #expect(tool.status == 2)
            #expect(tool.errorOutput.hasPrefix("error: record writes no goldens under CI: add --check"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["FORMAT"])
        }
    }
}
