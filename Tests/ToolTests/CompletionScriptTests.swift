import Foundation
import Testing

@testable import ses_conformance

@Suite struct CompletionScriptTests {
    /// What bash offers for the last of the words.
    private func offers(_ words: [String]) throws -> [String] {
        let script = CompletionScript(SampleCommands.table).text(for: .bash)
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = [
            "-c",
            script + "COMP_WORDS=(ses-conformance \(quoted)); COMP_CWORD=\(words.count); _ses_conformance; "
                + "printf '%s\\n' \"${COMPREPLY[@]}\"",
        ]
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").map(String.init)
    }

    @Test(
        "bash completes commands, options and values",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "there is no bash here"),
        arguments: [
            (["s"], ["serve", "spec"]), (["serve", "--p"], ["--port"]), (["spec", "s"], ["show"]),
            (["--format", "t"], ["text"]), (["--format", "=", "j"], ["json"]), (["help", "se"], ["serve"]),
            (["v1/x", "--fo"], ["--format"]),
        ])
    func bash(_ words: [String], _ expected: [String]) throws {
        #expect(try offers(words) == expected)
    }

    @Test("every shell's script names every visible command and option", arguments: Shell.allCases)
    func completeness(_ shell: Shell) {
        let script = CompletionScript(.tool).text(for: shell)
        for declaration in CommandTable.tool.declarations where !declaration.isHidden {
            let last = declaration.name.split(separator: " ").last ?? ""
            #expect(script.contains(last))
            for option in declaration.options { #expect(script.contains(option.name)) }
        }
    }

    @Test("the tool prints it", arguments: Shell.allCases) func tool(_ shell: Shell) async throws {
        let tool = try await ToolProcess.run("completion", shell.rawValue)
        #expect(tool.output == CompletionScript(.tool).text(for: shell))
        #expect(tool.status == 0)
    }
}
