import Foundation
import Testing

@Suite struct DocsTests {
    @Test("the table of operations has a row for each") func operations() async throws {
        let tool = try await ToolProcess.run("docs", "operations", "--api", "v1")
        let rows = tool.output.split(separator: "\n").dropFirst(2)
        #expect(rows.count == 41)
        #expect(rows.contains { $0.hasPrefix("| `SendEmail` | sending | ") })
        #expect(tool.errorOutput == "")
        #expect(tool.status == 0)
    }

    @Test(
        "one operation's table is the same as its section of the whole",
        arguments: ["parameters", "errors", "responses"])
    func one(_ topic: String) async throws {
        let one = try await ToolProcess.run("docs", topic, "SendEmail", "--api", "v1")
        let all = try await ToolProcess.run("docs", topic, "--api", "v1")
        #expect(one.status == 0)
        #expect(one.output.hasPrefix("| "))
        #expect(all.output.contains("### SendEmail\n\n" + one.output))
        #expect(all.output.split(separator: "\n").count { $0.hasPrefix("### ") } >= 41)
    }

    @Test("what all operations have in common stands at the end", arguments: ["parameters", "errors"])
    func common(_ topic: String) async throws {
        let tool = try await ToolProcess.run("docs", topic, "--api", "v1")
        #expect(tool.output.contains("\n### Common \(topic)\n\n| "))
    }

    @Test("the rules that derive cases have a table, with how many") func rules() async throws {
        let tool = try await ToolProcess.run("docs", "rules")
        #expect(tool.status == 0 && tool.output.contains("| `minimal` | The required parameters alone are enough. |"))
        #expect(tool.output.contains("derived cases; beside them stand "))
    }

    @Test("all 26 data types of the reference have a table") func types() async throws {
        let tool = try await ToolProcess.run("docs", "types")
        #expect(tool.output.contains("### S3Action\n"))
        #expect(tool.output.split(separator: "\n").count { $0.hasPrefix("### ") } >= 26)
    }

    @Test("what an endpoint supports is told from a run's results") func support() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let results = folder.appending(path: "run.json").path
        let table = folder.appending(path: "support.md").path
        let run = try await ToolProcess.run(
            "run", "GetSendQuota", "ListIdentities", "--golden", ShowTests.golden, "--report", "json=\(results)")
        #expect(run.status == 0, "\(run.errorOutput)")
        let docs = try await ToolProcess.run("docs", "support", "--results", results, "--output", table)
        #expect(docs.status == 0, "\(docs.errorOutput)")
        #expect(docs.output == "")
        let text = try String(contentsOfFile: table, encoding: .utf8)
        #expect(text.contains("| `GetSendQuota` | supported |"))
        #expect(text.contains("| `SendEmail` | not tested |"))
        let page = folder.appending(path: "page.md")
        try FileManager.default.copyItem(at: URL(filePath: "Tests/Reports/cloudmock-page.md"), to: page)
        let words = ["docs", "support", "--api", "v1", "--results", results, "--update", page.path]
        #expect(try await ToolProcess.run(words + ["--check"]).status == 1)
        #expect(try await ToolProcess.run(words).status == 0)
        #expect(try await ToolProcess.run(words + ["--check"]).status == 0)
        let updated = try String(contentsOf: page, encoding: .utf8)
        #expect(updated.contains("| `GetSendQuota` | supported |") && !updated.contains("| Supported |"))
        #expect(updated.hasPrefix("# SES\n") && updated.hasSuffix("| MessageRejected | 400 |\n"))
    }

    @Test(
        "what makes no sense is said in one line",
        arguments: [
            (["specs", "SendEmail"], "docs specs is one table for all operations: leave SendEmail out"),
            (
                ["errors", "SendMail"],
                "OPERATION is 'SendMail': expected the name of an operation; did you mean SendEmail?"
            ),
            (
                ["everything"],
                "TOPIC is 'everything': expected operations, parameters, errors, responses, types, rules, support, "
                    + "specs, goldens or schema"
            ),
            (
                ["support", "--results", "/nowhere/r.json"],
                "can't read /nowhere/r.json: No such file or directory; make it with --report json=FILE"
            ),
            (["types", "--check"], "--check needs --update FILE: the page that it looks at"),
            (["types", "--update", "a.md", "--format", "csv"], "--update writes Markdown: leave --format out"),
            (
                ["types", "--update", "a.md", "--output", "b.md"],
                "--update and --output exclude each other: a page is updated where it is"
            ),
            (["schema", "--format", "html"], "docs schema is JSON: leave --format and --update out"),
            (["types", "--update", "/nowhere.md"], "can't read /nowhere.md: No such file or directory"),
        ] as [([String], String)])
    func usage(_ words: [String], _ line: String) async throws {
        let running = try RunningTool(["docs"] + words)
        #expect(await running.end() == 2)
        #expect(running.errorOutput == "error: \(line)\n")
        #expect(running.output == "")
    }

    @Test("a table can be had in each format") func formats() async throws {
        let page = try await ToolProcess.run("docs", "operations", "--format", "html")
        #expect(page.output.hasPrefix("<!DOCTYPE html>\n") && page.output.hasSuffix("</html>\n"))
        let values = try await ToolProcess.run("docs", "operations", "SendEmail", "--format", "csv")
        let lines = values.output.split(separator: "\r\n")
        #expect(lines.first == "Operation,Family,What it does,Requests a second,Page")
        #expect(lines.count == 2)
    }

    @Test("a page is brought up to date, and then is") func update() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appending(path: "page.md")
        let mark = "ses-conformance:errors/SendEmail"
        try Data("# Errors\n<!-- \(mark) -->\nold\n<!-- /\(mark) -->\nend\n".utf8).write(to: page)
        let words = ["docs", "errors", "SendEmail", "--update", page.path]
        let stale = try await ToolProcess.run(words + ["--check"])
        #expect(stale.status == 1)
        #expect(
            stale.errorOutput == "\(page.path) is out of date; run: ses-conformance \(words.joined(separator: " "))\n")
        let updated = try await ToolProcess.run(words)
        #expect(updated.status == 0 && updated.errorOutput == "wrote \(page.path)\n" && updated.output == "")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains("| `MessageRejected` | 400 |") && text.hasSuffix("<!-- /\(mark) -->\nend\n"))
        let fresh = try await ToolProcess.run(words + ["--check"])
        #expect(fresh.status == 0 && fresh.errorOutput == "")
    }

    @Test(
        "the pages of this project are what the tool would write",
        arguments: [("specs", "specs/README.md"), ("goldens", "golden/README.md")])
    func pages(_ topic: String, _ page: String) async throws {
        let tool = try await ToolProcess.run("docs", topic, "--update", page, "--check")
        #expect(tool.status == 0, "\(tool.errorOutput)")
    }
}
