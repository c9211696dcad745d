import Foundation
import Testing

@testable import ses_conformance

/// Goldens and baselines that are not as they should be: the goldens of one operation in a folder of their own.
@Suite struct RunGoldenTests {
    private static let cases = "v1/SendEmail/m*"
    private static let minimal = "v1/SendEmail/minimal.xml"

    /// Does something with a copy of one operation's goldens.
    private func withGoldens(_ body: (URL) async throws -> Void) async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = ToolProcess.root.appending(path: "golden")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "golden/v1"), withIntermediateDirectories: true)
        for name in ["FORMAT", "v1/SendEmail"] {
            try FileManager.default.copyItem(
                at: source.appending(path: name), to: folder.appending(path: "golden/\(name)"))
        }
        try await body(folder)
    }

    private func edit(_ folder: URL, _ change: (String) -> String) throws {
        let file = folder.appending(path: "golden/\(Self.minimal)")
        try change(String(contentsOf: file, encoding: .utf8)).write(to: file, atomically: true, encoding: .utf8)
    }

    /// A golden that no answer can match.
    private func spoil(_ folder: URL) throws {
        try edit(folder) { $0.replacing("⟦message-id⟧", with: "another-id") }
    }

    private func run(_ folder: URL, _ arguments: String...) async throws -> ToolProcess {
        try await ToolProcess.run([Self.cases, "--golden", folder.appending(path: "golden").path] + arguments)
    }

    @Test("a malformed golden is named with its line before anything is sent") func malformed() async throws {
        try await withGoldens { folder in
            try edit(folder) { $0.replacing("Action=SendEmail", with: "Action SendEmail") }
            let path = folder.appending(path: "golden/\(Self.minimal)").path
            // Nobody listens on port 1: were anything sent first, this would be exit code 3.
            let tool = try await run(folder, "--endpoint", "http://127.0.0.1:1")
            #expect(tool.status == 2)
            #expect(tool.output == "")
            #expect(
                tool.errorOutput.hasPrefix("error: golden file '\(path)', line 4: parameter 'Action SendEmail' is not"))
            #expect(tool.errorOutput.split(separator: "\n").count == 1)
        }
    }

    @Test("an answer in a golden that is no XML is named with its place") func broken() async throws {
        try await withGoldens { folder in
            try edit(folder) { $0.replacing("</SendEmailResult>", with: "") }
            let tool = try await run(folder)
            #expect(tool.status == 2)
            #expect(
                tool.errorOutput.contains(Self.minimal) && tool.errorOutput.contains(", line "), "\(tool.errorOutput)")
        }
    }

    @Test("a golden that is missing is named with the command that writes it") func missing() async throws {
        try await withGoldens { folder in
            try FileManager.default.removeItem(at: folder.appending(path: "golden/\(Self.minimal)"))
            let tool = try await run(folder)
            #expect(tool.status == 2)
            #expect(
                tool.errorOutput
                    == "error: no golden \(Self.minimal); write it with: ses-conformance record 'v1/SendEmail/minimal'\n"
            )
        }
    }

    @Test("a layout of another version is refused", arguments: ["2\n", "", "one\n"])
    func layout(_ marker: String) async throws {
        try await withGoldens { folder in
            try marker.write(to: folder.appending(path: "golden/FORMAT"), atomically: true, encoding: .utf8)
            let tool = try await run(folder)
            #expect(tool.status == 2)
            #expect(tool.errorOutput.contains("layout version") && tool.errorOutput.contains("this build reads '1'"))
        }
    }

    @Test(
        "a baseline that can't be read is named with its line",
        arguments: [
            ("{", "baseline is not JSON"), ("[]", "baseline"), ("{\"format\": \"x\", \"known\": []}", "baseline"),
            ("{\"format\": \"ses-conformance/baseline/1\", \"knwon\": []}", "knwon"), ("\u{FFFD}", "baseline"),
        ])
    func malformedBaseline(_ text: String, _ said: String) async throws {
        try await withGoldens { folder in
            let path = folder.appending(path: "known.json")
            try text.write(to: path, atomically: true, encoding: .utf8)
            let tool = try await run(folder, "--baseline", path.path)
            #expect(tool.status == 2)
            #expect(tool.output == "")
            #expect(tool.errorOutput.hasPrefix("error: \(path.path)"), "\(tool.errorOutput)")
            #expect(tool.errorOutput.contains(said), "\(tool.errorOutput)")
        }
    }

    @Test("a difference fails, is known once it is in the baseline, and is stale once it is gone") func baseline()
        async throws
    {
        try await withGoldens { folder in
            let path = folder.appending(path: "known.json").path
            try spoil(folder)
            let failing = try await run(folder)
            #expect(failing.status == 1)
            for text in ["another-id", Self.minimal, "curl ", "SendEmailResponse/SendEmailResult/MessageId"] {
                #expect(failing.output.contains(text), "\(text) is not in \(failing.output)")
            }
            let update = try await run(folder, "--baseline", path, "--update-baseline")
            #expect(update.status == 0)
            #expect(update.errorOutput == "wrote \(path): 1 known difference\n")
            let known = try await run(folder, "--baseline", path)
            #expect(known.status == 0, "\(known.output)")
            #expect(known.output.contains("known"))

            try edit(folder) { $0.replacing("another-id", with: "⟦message-id⟧") }
            let stale = try await run(folder, "--baseline", path)
            #expect(stale.status == 4)
            #expect(stale.output.contains("v1/SendEmail/minimal"), "\(stale.output)")
            let cleared = try await run(folder, "--baseline", path, "--update-baseline")
            #expect(cleared.status == 0)
            #expect(try await run(folder, "--baseline", path).status == 0)
        }
    }

    @Test("an entry that has expired counts no longer, and the report says so") func expired() async throws {
        try await withGoldens { folder in
            let path = folder.appending(path: "known.json").path
            try spoil(folder)
            _ = try await run(folder, "--baseline", path, "--update-baseline")
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let dated = text.replacing(/("reason": "[^"]*")/) { "\($0.1),\n      \"expires\": \"2020-01-31\"" }
            try #require(dated != text)
            try dated.write(toFile: path, atomically: true, encoding: .utf8)
            let tool = try await run(folder, "--baseline", path)
            #expect(tool.status == 1)
            #expect(tool.output.contains("expired on 2020-01-31"), "\(tool.output)")
        }
    }

    @Test("a case that the baseline has never heard of is new, and fails only a strict run") func new() async throws {
        try await withGoldens { folder in
            let path = folder.appending(path: "known.json").path
            try "{\"format\": \"ses-conformance/baseline/1\", \"known\": [], \"cases\": []}"
                .write(toFile: path, atomically: true, encoding: .utf8)
            try spoil(folder)
            #expect(try await run(folder, "--baseline", path).status == 0)
            #expect(try await run(folder, "--baseline", path, "--strict").status == 1)
        }
    }
}
