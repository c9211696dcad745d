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
        let one = try await ToolProcess.run("docs", topic, "SendEmail")
        let all = try await ToolProcess.run("docs", topic)
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
    }

    @Test(
        "what makes no sense is said in one line",
        arguments: [
            (["types", "SendEmail"], "docs types is one table for all operations: leave SendEmail out"),
            (
                ["errors", "SendMail"],
                "OPERATION is 'SendMail': expected the name of an operation; did you mean SendEmail?"
            ),
            (
                ["everything"],
                "TOPIC is 'everything': expected operations, parameters, errors, responses, types, support or schema"
            ),
            (
                ["support", "--results", "/nowhere/r.json"],
                "can't read /nowhere/r.json: No such file or directory; make it with --report json=FILE"
            ),
        ] as [([String], String)])
    func usage(_ words: [String], _ line: String) async throws {
        let running = try RunningTool(["docs"] + words)
        #expect(await running.end() == 2)
        #expect(running.errorOutput == "error: \(line)\n")
        #expect(running.output == "")
    }
}
