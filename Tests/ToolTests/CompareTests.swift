import Foundation
import Testing

/// `compare`: endpoints beside each other, and a run beside an earlier one.
@Suite struct CompareTests {
    /// Writes the results of a few cases, and the same with one of them failed.
    private static func results(in folder: URL) async throws -> (passed: String, failed: String) {
        let passed = folder.appending(path: "passed.json").path
        let failed = folder.appending(path: "failed.json").path
        let run = try await ToolProcess.run("v1/GetSendQuota/*", "--report", "json=\(passed)")
        try #require(run.status == 0, "\(run.errorOutput)")
        let text = try String(contentsOfFile: passed, encoding: .utf8)
        let outcome = "\"outcome\" : \"passed\""
        let range = try #require(text.firstRange(of: outcome))
        let broken = text.replacingCharacters(in: range, with: "\"outcome\" : \"failed\"")
        try Data(broken.utf8).write(to: URL(filePath: failed))
        return (passed, failed)
    }

    @Test("an endpoint stands beside a report under the names that it was given") func sides() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (_, failed) = try await Self.results(in: folder)
        let service = try await ServedService()
        let page = folder.appending(path: "page.html").path
        let tool = try await ToolProcess.run(
            "compare", "served=\(service.address)", "earlier=\(failed)", "GetSendQuota", "--report", "json=-",
            "--report", "html=\(page)")
        await service.stop()
        #expect(tool.status == 0, "\(tool.errorOutput)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(tool.output.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "ses-conformance/comparison/1")
        let names = (object["endpoints"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
        #expect(names == ["served", "earlier"])
        #expect((object["onlyRight"] as? [String: [String]])?["served"]?.count == 1)
        #expect(try String(contentsOfFile: page, encoding: .utf8).contains("<h2 id=\"Only-served-gets-right\">"))
    }

    @Test("a run beside an earlier one fails if something broke") func changes() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (passed, failed) = try await Self.results(in: folder)
        let worse = try await ToolProcess.run("compare", passed, failed)
        #expect(worse.status == 1)
        #expect(worse.output.hasPrefix("1 broken.\n\nBroken\n\nCase"), "\(worse.output)")
        let better = try await ToolProcess.run("compare", failed, passed, "--report", "markdown=-")
        #expect(better.status == 0)
        #expect(better.output.hasPrefix("1 fixed.\n\n### Fixed\n"), "\(better.output)")
        let same = try await ToolProcess.run("compare", passed, passed)
        #expect(same.status == 0 && same.output == "Nothing changed.\n", "\(same.output)")
    }

    @Test("a page has a short table of it, which is brought up to date") func page() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcomes = folder.appending(path: "outcomes.json").path
        let run = try await ToolProcess.run("v1/GetSendQuota/*", "--report", "outcomes=\(outcomes)")
        try #require(run.status == 0, "\(run.errorOutput)")
        let (_, failed) = try await Self.results(in: folder)
        let page = folder.appending(path: "page.md")
        try Data("a\n<!-- ses-conformance:compare -->\n<!-- /ses-conformance:compare -->\nz\n".utf8).write(to: page)
        let words = ["compare", "the right one=\(outcomes)", "other=\(failed)", "--update", page.path]
        let stale = try await ToolProcess.run(words + ["--check"])
        #expect(stale.status == 1 && stale.errorOutput.hasPrefix("\(page.path) is out of date; run: ses-conformance"))
        let updated = try await ToolProcess.run(words)
        #expect(updated.status == 0 && updated.output == "", "\(updated.errorOutput)")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.hasPrefix("a\n<!-- ses-conformance:compare -->\n\nCompared by ") && text.hasSuffix("-->\nz\n"))
        #expect(text.contains("| the right one | 20") && !text.contains("| `GetSendQuota` | operation |"))
        #expect(text.contains("Made by `ses-conformance compare 'the right one=\(outcomes)' other="), "\(text)")
        #expect(try await ToolProcess.run(words + ["--check"]).status == 0)
    }

    @Test("the README's table is what the committed outcomes come to") func readme() async throws {
        let text = try String(contentsOfFile: "README.md", encoding: .utf8)
        let command = try #require(text.firstMatch(of: /Made by `ses-conformance (compare [^`]+)`\./)?.1)
        let words = command.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap {
            place, part in
            place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        let tool = try await ToolProcess.run(words + ["--check"])
        #expect(tool.status == 0, "\(tool.errorOutput)")
    }

    @Test("an endpoint that is not there is exit code 3") func absent() async throws {
        let service = try await ServedService()
        await service.stop()
        let tool = try await ToolProcess.run("compare", "a=\(service.address)", "b=\(service.address)")
        #expect(tool.status == 3 && tool.errorOutput.hasPrefix("error: cannot reach \(service.address)"))
    }

    @Test(
        "what makes no sense is said in one line",
        arguments: [
            (["SendEmail"], "compare needs two sides: NAME=URL, NAME=FILE, or two JSON reports"),
            (["a.json", "b=c.json"], "some sides have a name and some have none: write NAME=FILE for each"),
            (["a.json", "b.json", "c.json"], "three or more reports need names: write NAME=FILE for each"),
            (["a=b.json", "a=c.json"], "two sides are called 'a': give each a name of its own"),
            (["http://127.0.0.1:1", "a=b.json"], "http://127.0.0.1:1 has no name: write NAME=http://127.0.0.1:1"),
            (["a=b.json", "c=d.json", "--check"], "--check needs --update FILE: the page that it looks at"),
            (
                ["a.json", "b.json", "--update", "p.md"],
                "--update needs names for the table: write NAME=FILE for each"
            ),
            (
                ["a=b.json", "c=d.json", "--update", "p.md", "--report", "json=-"],
                "--update and --report exclude each other: a page has a table of its own"
            ),
            (["=a.json", "b=c.json"], "SIDE is '=a.json': expected NAME=URL or NAME=FILE"),
            (
                ["/no.json", "/none.json"],
                "can't read /no.json: No such file or directory; make it with --report json=FILE"
            ),
            (["a=b.json", "c=d.json", "SendEmal"], "filter 'SendEmal' matches no case: did you mean SendEmail?"),
            (
                ["a=https://email.us-east-1.amazonaws.com", "b=c.json"],
                "https://email.us-east-1.amazonaws.com is the real service: add --live to send requests there"
            ),
        ] as [([String], String)])
    func usage(_ words: [String], _ line: String) async throws {
        let tool = try await ToolProcess.run(["compare"] + words)
        #expect(tool.status == 2)
        #expect(tool.errorOutput == "error: \(line)\n")
        #expect(tool.output == "")
    }
}
