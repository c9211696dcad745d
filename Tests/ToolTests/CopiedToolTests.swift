import Foundation
import Testing

/// The tool away from where it was built, as whoever unpacks a release has it.
@Suite struct CopiedToolTests {
    private static let goldens = ["FORMAT", "v1/GetSendQuota"]

    /// Copies the tool with some goldens beside it, and runs it from an empty folder.
    private func run(_ arguments: [String], through link: String?, goldens: String) async throws -> (Int32, String) {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in Self.goldens {
            let copy = folder.appending(path: "\(goldens)/\(name)")
            try FileManager.default.createDirectory(
                at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: ToolProcess.root.appending(path: "golden/\(name)"), to: copy)
        }
        var tool = folder.appending(path: "ses-conformance")
        try FileManager.default.copyItem(at: ToolProcess.executable, to: tool)
        let elsewhere = folder.appending(path: "elsewhere")
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        if let link {
            let place = elsewhere.appending(path: link)
            try FileManager.default.createSymbolicLink(at: place, withDestinationURL: tool)
            tool = place
        }
        let running = try RunningTool(
            arguments.map { $0.replacing("FOLDER", with: folder.path) }, executable: tool, in: elsewhere)
        let status = await running.end()
        return (status, running.output + running.errorOutput)
    }

    @Test("a copied tool finds the goldens beside it, also through a link", arguments: [nil, "sc"])
    func beside(link: String?) async throws {
        let (status, output) = try await run(["v1/GetSendQuota/*"], through: link, goldens: "golden")
        #expect(status == 0, "\(output)")
        #expect(output.contains("0 failed"))
    }

    @Test("a copied tool without goldens says where it looked, and runs with those that are named")
    func named() async throws {
        let (status, output) = try await run(["v1/GetSendQuota/*"], through: nil, goldens: "expected")
        #expect(status == 2)
        #expect(output.contains("--golden"), "\(output)")
        let (named, text) = try await run(
            ["v1/GetSendQuota/*", "--golden", "FOLDER/expected"], through: nil, goldens: "expected")
        #expect(named == 0, "\(text)")
    }
}
