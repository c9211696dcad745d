import Conformance
import Foundation
import SpecCatalog
import SpecModel
import Testing

@testable import ses_conformance

/// `run` without an endpoint: options, goldens, reports.
@Suite struct RunCommandTests {
    private static let one = "v1/SendEmail/minimal"

    @Test("the embedded service conforms, and the last lines say what that is worth") func embedded() async throws {
        let tool = try await ToolProcess.run()
        #expect(tool.status == 0, "\(tool.output)\(tool.errorOutput)")
        let lines = tool.output.split(separator: "\n").suffix(2)
        #expect(lines.first?.wholeMatch(of: /0 failed, [0-9,]+ passed(, [0-9,]+ observed)?/) != nil, "\(lines)")
        #expect(
            lines.last
                == "nothing of yours was tested: this was the embedded reference service; pass --endpoint URL")
        #expect(tool.errorOutput == "")
        #expect(!tool.output.contains("\u{1B}") && !tool.output.contains("\r"))
    }

    @Test("a run of one case says that it was one") func single() async throws {
        let tool = try await ToolProcess.run(Self.one)
        #expect(tool.status == 0)
        #expect(tool.output.contains("\n0 failed, 1 passed\n"), "\(tool.output)")
    }

    @Test(
        "colour is not for pipes, whatever the terminal is called", arguments: [["TERM": "xterm"], ["NO_COLOR": "1"]])
    func colour(_ environment: [String: String]) async throws {
        let tool = try await ToolProcess.run("v1/GetSendQuota/*", "--verbose", environment: environment)
        #expect(tool.status == 0 && !tool.output.contains("\u{1B}") && !tool.errorOutput.contains("\u{1B}"))
    }

    @Test(
        "what makes no sense is one line on standard error, and exit code 2",
        arguments: [
            (["SendEmal"], "filter 'SendEmal' matches no case: did you mean SendEmail?"),
            (
                ["v1/SendEmail/minimum"],
                "filter 'v1/SendEmail/minimum' matches no case: did you mean v1/SendEmail/minimal?"
            ),
            (["GetSendQuota", "--axis", "errors"], "'GetSendQuota' matches cases, but none"),
            (["--endpont", "x"], "unknown option '--endpont' of 'run': did you mean --endpoint?"),
            (["--jobs", "0"], "--jobs got '0'"), (["--timeout", "soon"], "--timeout got 'soon'"),
            (["--endpoint", "http://127.0.0.1:99999"], "--endpoint: \"99999\" is not a port; use 1 to 65535"),
            (["--endpoint", "ftp://127.0.0.1"], "--endpoint: scheme \"ftp\" is not spoken here; use http or https"),
            (["--endpoint", "127.0.0.1 5000"], "--endpoint: "),
            (["--report", "yaml=x"], "--report got 'yaml=x': expected FORMAT=FILE"),
            (
                ["--report", "json=/nowhere/at/all.json"],
                "can't write /nowhere/at/all.json: there is no folder /nowhere/at"
            ),
            (["--report", "json=/"], "can't write /: it is a directory"),
            (
                ["--baseline", "/nowhere.json"],
                "can't read the baseline /nowhere.json; make one with --update-baseline"
            ),
            (["--update-baseline"], "--update-baseline needs --baseline FILE"),
            (["--golden", "/nowhere"], "no golden directory: looked in /nowhere (--golden); pass --golden DIR"),
            (
                ["--endpoint", "https://email.us-east-1.amazonaws.com"],
                "https://email.us-east-1.amazonaws.com is the real service: add --live"
            ),
        ])
    func usage(_ arguments: [String], _ line: String) async throws {
        let tool = try await ToolProcess.run(arguments)
        #expect(tool.status == 2)
        #expect(tool.output == "")
        #expect(tool.errorOutput.hasPrefix("error: \(line)"), "\(tool.errorOutput)")
        #expect(tool.errorOutput.split(separator: "\n").count == 1)
    }

    @Test("a folder that can't be written is found out before the run") func readOnly() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        // Root may write everywhere; a full device takes nothing from anybody.
        guard getuid() != 0 else {
            let tool = try await ToolProcess.run(Self.one, "--report", "json=/proc/version")
            #expect(tool.status == 2)
            #expect(tool.errorOutput.hasPrefix("error: can't write /proc/version: "))
            #expect(tool.output == "")
            return
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        let tool = try await ToolProcess.run(Self.one, "--report", "json=\(folder.path)/report.json")
        #expect(tool.status == 2)
        #expect(tool.errorOutput == "error: can't write \(folder.path)/report.json: Permission denied\n")
        #expect(tool.output == "")
    }

    /// How SendEmail's cases end on the embedded service: observed where nobody knows the answer, else passed.
    private static let expected: [String: String] = {
        let cases = CaseCatalog(.standard).cases(of: "SendEmail", .v1).filter { !$0.isDeep }
        return Dictionary(
            uniqueKeysWithValues: cases.map { one in
                let isObserved = one.judged.contains { if case .observed = $0.expectation { true } else { false } }
                return (one.id, isObserved ? "observed" : "passed")
            })
    }()

    @Test("what nobody knows is a fixed part of SendEmail's cases") func observed() {
        #expect(Self.expected.values.count { $0 == "observed" } == 94)
        #expect(Self.expected.values.count { $0 == "passed" } == 70)
    }

    @Test("reports go where they are asked to go, each in its format") func reports() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let formats = ["html", "json", "junit", "terminal"]
        let paths = formats.map { folder.appending(path: $0).path }
        let tool = try await ToolProcess.run(
            ["v1/SendEmail/*"] + zip(formats, paths).flatMap { ["--report", "\($0)=\($1)"] })
        #expect(tool.status == 0, "\(tool.errorOutput)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == formats)
        let text = try String(contentsOfFile: paths[3], encoding: .utf8)
        #expect(text == tool.output || text.contains("passed"))
        let results = try Results(String(contentsOfFile: paths[1], encoding: .utf8))
        #expect(results.cases == Self.expected)
        let junit = XMLProbe(try String(contentsOfFile: paths[2], encoding: .utf8))
        #expect(junit.parses)
        #expect(junit.counts["testcase"] == results.cases.count)
        #expect(junit.counts["failure"] == nil)
        let page = try String(contentsOfFile: paths[0], encoding: .utf8)
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(results.cases.keys.allSatisfy { page.contains(" id=\"\($0)\"") })
    }

    @Test("a report on standard output is all that is there") func standardOutput() async throws {
        let tool = try await ToolProcess.run(Self.one, "--report", "json=-")
        #expect(tool.status == 0)
        let results = try Results(tool.output)
        #expect(results.schema == "ses-conformance/results/1")
        #expect(results.cases == [Self.one: "passed"])
        #expect(tool.output.hasSuffix("}\n"))
        let junit = try await ToolProcess.run(Self.one, "--report", "junit=-")
        #expect(XMLProbe(junit.output).parses)
    }

    @Test("shards divide the cases among them") func shards() async throws {
        var seen: [String] = []
        for shard in ["1/3", "2/3", "3/3"] {
            let tool = try await ToolProcess.run("v1/SendEmail/*", "--shard", shard, "--report", "json=-")
            seen += try Results(tool.output).cases.keys
        }
        let whole = try await ToolProcess.run("v1/SendEmail/*", "--report", "json=-")
        #expect(try seen.sorted() == Results(whole.output).cases.keys.sorted())
    }

    @Test("cases are listed, one a line, as a run would have them") func list() async throws {
        let tool = try await ToolProcess.run("list", "SendEmail", "--axis", "errors")
        let lines = tool.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("v1/SendEmail/missing-source  errors  omits Source") })
        #expect(lines.allSatisfy { $0.dropFirst(2).hasPrefix("/SendEmail/") && $0.contains("  errors  ") })
        #expect(tool.errorOutput == "\(lines.count) cases\n")
        #expect(tool.status == 0)
    }
}
