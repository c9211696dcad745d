import Foundation
import Testing

@Suite struct ToolTests {
    @Test("the version goes to standard output") func version() async throws {
        let tool = try await ToolProcess.run("--version")
        #expect(tool.output.wholeMatch(of: /ses-conformance [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        #expect(tool.errorOutput == "")
        #expect(tool.status == 0)
    }

    @Test("help teaches usage, examples, exit codes and environment", arguments: ["help", "--help", "-h"])
    func help(_ word: String) async throws {
        let tool = try await ToolProcess.run(word)
        for heading in ["Usage: ses-conformance", "Commands:", "Examples:", "Exit codes:", "Environment:"] {
            #expect(tool.output.contains(heading))
        }
        #expect(tool.errorOutput == "")
        #expect(tool.status == 0)
    }

    @Test(
        "wrong usage is one line on standard error and exit code 2",
        arguments: [
            (["spec", "lst"], "error: unknown command 'spec lst': did you mean spec list?\n"),
            (
                ["spec"],
                "error: spec needs a command: 'spec list', 'spec show', 'spec export' or 'spec lint'\n"
            ),
            (["spec", "list", "--aip", "v1"], "error: unknown option '--aip' of 'spec list': did you mean --api?\n"),
            (["spec", "list", "--api", "v3"], "error: --api got 'v3': expected v1 or v2\n"),
            (["spec", "list", "--api"], "error: --api needs a value: write --api API\n"),
            (["completion", "tcsh"], "error: SHELL is 'tcsh': expected bash, zsh or fish\n"),
            (["help", "srve-all"], nil),
        ] as [([String], String?)])
    func usage(_ arguments: [String], _ line: String?) async throws {
        let running = try RunningTool(arguments)
        let status = await running.end()
        #expect(status == 2)
        #expect(running.output == "")
        if let line { #expect(running.errorOutput == line) }
        #expect(running.errorOutput.split(separator: "\n").count == 1)
    }

    @Test("a reader that goes away is nobody's fault") func closedPipe() async throws {
        let tool = ToolProcess.executable.path
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "{ '\(tool)' spec export; echo $? >&2; } | true"]
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(String(decoding: said, as: UTF8.self) == "0\n")
    }

    @Test("a full device is an error with its reason") func fullDevice() async throws {
        let tool = try await ToolProcess.run("spec", "export", "--output", "/dev/full")
        #expect(tool.errorOutput == "error: can't write /dev/full: No space left on device\n")
        #expect(tool.status == 2)
    }
}
