import Foundation
import Testing

/// The README's recipes for CI, as far as a machine without such a service can try them: the commands of
/// their steps, in a shell, against `serve`.
@Suite struct RecipeTests {
    @Test(
        "the commands of each recipe run, and leave the reports that it names",
        arguments: ["jobs:", "jobs:\n  part:", "ses:"])
    func recipe(_ firstLine: String) async throws {
        let readme = try String(contentsOf: ToolProcess.root.appending(path: "README.md"), encoding: .utf8)
        let blocks = readme.matches(of: /(?s)```yaml\n(.*?)```/).map { String($0.1) }
        let recipe = try #require(blocks.first { $0.hasPrefix(firstLine + "\n") })
        // A matrix runs its steps once for each value.
        let commands = Self.commands(of: recipe).flatMap { command in
            guard command.contains("${{ matrix.shard }}") else { return [command] }
            return (1...3).map { command.replacing("${{ matrix.shard }}", with: "\($0)") }
        }.map { $0.replacing("${{ github.run_number }}", with: "7") }
        #expect(commands.count >= 2)
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.checkout(in: folder)
        let service = try await ServedService()
        // The one thing that differs: who answers, and that it has no reset.
        let script = commands.joined(separator: "\n").replacing("http://emulator:5000", with: service.address)
            .replacing(" --target moto", with: "")
        #expect(script.contains(service.address))
        let shell = try RunningTool(
            ["-e", "-c", "cd '\(folder.path)'; PATH=\"$PWD/bin:$PATH\"\n\(script)"],
            executable: URL(filePath: "/bin/bash"))
        let status = await shell.end()
        #expect(status == 0, "\(shell.output)\(shell.errorOutput)")
        await service.stop()
        for report in script.matches(of: /--report [a-z]+=(\S+)/) {
            let path = folder.appending(path: String(report.1)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(path)")
        }
        let junit = try String(contentsOf: folder.appending(path: "ses.xml"), encoding: .utf8)
        #expect(XMLProbe(junit).counts["testcase", default: 0] > 100)
        #expect(recipe.contains("swift build -c release --package-path ses-conformance"))
    }

    /// What the checkouts and the build of a recipe leave: this project, the built tool, a baseline.
    private static func checkout(in folder: URL) throws {
        let files = FileManager.default
        let release = folder.appending(path: "ses-conformance/.build/release")
        try files.createDirectory(at: release, withIntermediateDirectories: true)
        try files.createSymbolicLink(
            at: release.appending(path: "ses-conformance"), withDestinationURL: ToolProcess.executable)
        try files.createSymbolicLink(
            at: folder.appending(path: "ses-conformance/golden"),
            withDestinationURL: ToolProcess.root.appending(path: "golden"))
        for name in ["bin", "mine"] {
            try files.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        // Building and cloning are done already.
        for name in ["swift", "git"] {
            let stub = folder.appending(path: "bin/\(name)")
            try Data("#!/bin/sh\n".utf8).write(to: stub)
            try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: stub.path)
        }
        let baseline = #"{ "format": "ses-conformance/baseline/1", "target": "mine", "known": [], "cases": [] }"#
        try Data(baseline.utf8).write(to: folder.appending(path: "mine/known.json"))
    }

    /// The commands of `run:` steps, or of the items of `script:`.
    private static func commands(of recipe: String) -> [String] {
        let lines = recipe.split(separator: "\n").map(String.init)
        func depth(_ line: String) -> Int { line.prefix { $0 == " " }.count }
        func block(after index: Int) -> [String] {
            Array(lines[(index + 1)...].prefix { depth($0) > depth(lines[index]) })
        }
        var commands: [String] = []
        for (index, line) in lines.enumerated() {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("- run: |") {
                commands.append(block(after: index).joined(separator: "\n"))
            } else if text.hasPrefix("- run: ") {
                commands.append(String(text.dropFirst(7)))
            } else if text == "script:" {
                // An item goes on over lines that are indented further.
                for item in block(after: index) {
                    let words = item.drop { $0 == " " }
                    if words.hasPrefix("- ") {
                        commands.append(String(words.dropFirst(2)))
                    } else if let last = commands.indices.last {
                        commands[last] += " " + words
                    }
                }
            }
        }
        return commands
    }
}
