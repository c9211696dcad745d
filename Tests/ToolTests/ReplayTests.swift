import Foundation
import Testing

/// `replay`: what failed, once more.
@Suite struct ReplayTests {
    private static let id = "v1/GetSendQuota/minimal"

    /// A golden folder that expects of one case what nobody answers.
    static func wrongGoldens(in folder: URL) throws -> String {
        let golden = folder.appending(path: "golden")
        let file = golden.appending(path: "\(id).xml")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let root = ToolProcess.root.appending(path: "golden")
        try FileManager.default.copyItem(at: root.appending(path: "FORMAT"), to: golden.appending(path: "FORMAT"))
        let text = try String(contentsOf: root.appending(path: "\(id).xml"), encoding: .utf8)
        try #require(text.contains("SentLast24Hours"))
        try Data(text.replacing("SentLast24Hours", with: "SentLast25Hours").utf8).write(to: file)
        return golden.path
    }

    @Test("a case that fails again still fails, and one that does not is fixed") func replay() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let results = folder.appending(path: "results.json").path
        let goldens = try Self.wrongGoldens(in: folder)
        let service = try await ServedService()
        let run = try await ToolProcess.run(
            Self.id, "--endpoint", service.address, "--golden", goldens, "--report", "json=\(results)")
        #expect(run.status == 1, "\(run.output)\(run.errorOutput)")
        let again = try await ToolProcess.run("replay", results, "--golden", goldens)
        #expect(again.status == 1)
        #expect(again.output.hasPrefix("1 still failing.\n\nStill failing\n"), "\(again.output)")
        let mended = try await ToolProcess.run("replay", results, "GetSendQuota")
        #expect(mended.status == 0, "\(mended.errorOutput)")
        #expect(mended.output.hasPrefix("1 fixed.\n\nFixed\n"), "\(mended.output)")
        #expect(mended.output.contains(Self.id))
        let other = try await ToolProcess.run("replay", results, "SendEmail")
        #expect(other.status == 0 && other.output == "no such case failed in \(results)\n")
        await service.stop()
        let gone = try await ToolProcess.run("replay", results)
        #expect(gone.status == 3 && gone.errorOutput.hasPrefix("error: cannot reach \(service.address)"))
    }

    @Test(
        "what can't be replayed is said in one line",
        arguments: [
            (["/no.json"], "can't read /no.json: No such file or directory; make it with --report json=FILE"),
            ([], "replay needs FILE: write ses-conformance replay FILE"),
        ] as [([String], String)])
    func usage(_ words: [String], _ line: String) async throws {
        let tool = try await ToolProcess.run(["replay"] + words)
        #expect(tool.status == 2)
        #expect(tool.errorOutput == "error: \(line)\n")
    }
}
