import Conformance
import Foundation
import Report
import Testing

@testable import ses_conformance

/// `merge`, and what runs of several jobs and shards write.
@Suite struct MergeTests {
    private static let cases = ["v1/List*", "v1/GetSendQuota/*", "v2/ListEmailTemplates/*", "v1/SendRawEmail/*"]

    private func file(_ folder: URL, _ name: String) -> String { folder.appending(path: name).path }

    private func run(_ words: [String], to path: String) async throws {
        let tool = try await ToolProcess.run(Self.cases + words + ["--report", "json=\(path)"])
        #expect(tool.status == 0, "\(tool.output)\(tool.errorOutput)")
    }

    /// What every format says of a JSON report, but for times.
    private func reports(_ path: String) throws -> [String] {
        var result = try RunResult(readingJSON: Data(contentsOf: URL(filePath: path)))
        result.started = Date(timeIntervalSince1970: 0)
        result.duration = 0
        for index in result.cases.indices { result.cases[index].duration = 0 }
        let reporters: [any Reporter] = [
            JSONReporter(), OutcomesReporter(), JUnitReporter(verdict: .init()), MarkdownReporter(verdict: .init()),
            HTMLReporter(options: .init()), SARIFReporter(), BadgeReporter(),
            TerminalReporter(options: .init(verbose: true)),
        ]
        return reporters.map { String(decoding: $0.report(result), as: UTF8.self) }
    }

    @Test("every format says the same for any number of jobs and shards, times aside") func same() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await run(["--jobs", "1"], to: file(folder, "1.json"))
        let expected = try reports(file(folder, "1.json"))
        for jobs in ["2", "16"] {
            try await run(["--jobs", jobs], to: file(folder, "\(jobs).json"))
            #expect(try reports(file(folder, "\(jobs).json")) == expected, "--jobs \(jobs)")
        }
        for shard in ["1", "2"] { try await run(["--shard", "\(shard)/2"], to: file(folder, "shard-\(shard).json")) }
        let merged = file(folder, "merged.json")
        let tool = try await ToolProcess.run(
            "merge", file(folder, "shard-2.json"), file(folder, "shard-1.json"), "--output", merged, "--report",
            "html=\(file(folder, "merged.html"))")
        #expect(tool.status == 0 && tool.output.contains("0 failed"), "\(tool.output)\(tool.errorOutput)")
        #expect(try reports(merged) == expected)
        #expect(FileManager.default.fileExists(atPath: file(folder, "merged.html")))
        let half = try await ToolProcess.run("merge", file(folder, "shard-2.json"))
        #expect(half.status == 2)
        #expect(half.errorOutput == "error: shard 1/2 is missing: give the results of every shard\n")
    }

    @Test("merge without files says what it needs") func nothing() async throws {
        let tool = try await ToolProcess.run("merge")
        #expect(tool.status == 2)
        #expect(
            tool.errorOutput
                == "error: merge needs the results of shards: write them with run --shard I/N --report json=FILE\n")
    }

    @Test("a run goes by the name that it is given") func name() async throws {
        let tool = try await ToolProcess.run("v1/GetSendQuota/minimal", "--run", "nightly7", "--report", "json=-")
        #expect(tool.status == 0 && tool.output.contains("\"run\" : \"nightly7\""))
    }
}
