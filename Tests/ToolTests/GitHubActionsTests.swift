import Foundation
import Testing

/// What a run tells a GitHub workflow by itself.
@Suite struct GitHubActionsTests {
    @Test("a workflow gets a summary beside what is there, and reports stay whole") func summary() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let summary = folder.appending(path: "summary.md")
        try Data("before\n".utf8).write(to: summary)
        let tool = try await ToolProcess.run(
            ["v1/GetSendQuota/*", "--report", "json=-"],
            environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary.path])
        #expect(tool.status == 0)
        _ = try Results(tool.output)
        let text = try String(contentsOf: summary, encoding: .utf8)
        #expect(text.hasPrefix("before\n### SES conformance of `embedded reference service`\n"), "\(text)")
    }

    @Test("failures are annotations on standard error, there and nowhere else") func annotations() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let words = ["v1/GetSendQuota/minimal", "--golden", try ReplayTests.wrongGoldens(in: folder)]
        let told = try await ToolProcess.run(words, environment: ["GITHUB_ACTIONS": "true"])
        #expect(told.status == 1)
        let lines = told.errorOutput.split(separator: "\n")
        #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("::error file=golden/v1/GetSendQuota/minimal.xml,") })
        let plain = try await ToolProcess.run(words, environment: ["GITHUB_STEP_SUMMARY": "/nowhere/s"])
        #expect(plain.status == 1 && plain.errorOutput == "")
    }

    @Test("nothing in the report that a step logs is a command to the workflow") func shield() async throws {
        let words = ["v1/GetSendQuota/*"]
        let told = try await ToolProcess.run(words, environment: ["GITHUB_ACTIONS": "true"])
        let lines = told.output.split(separator: "\n")
        let stop = try #require(lines.first?.wholeMatch(of: /::stop-commands::(resume-[a-z0-9]+)/))
        #expect(lines.last == "::\(stop.1)::")
        let again = try await ToolProcess.run(words, environment: ["GITHUB_ACTIONS": "true"])
        #expect(again.output.split(separator: "\n").first != lines.first)
        let plain = try await ToolProcess.run(words)
        #expect(!plain.output.contains("::"))
    }

    @Test("a summary that can't be written is said and fails nothing") func unwritable() async throws {
        let tool = try await ToolProcess.run(
            ["v1/GetSendQuota/*"],
            environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "/nowhere/summary.md"])
        #expect(tool.status == 0)
        #expect(
            tool.errorOutput
                == "warning: can't write the step's summary /nowhere/summary.md: No such file or directory\n")
    }
}
