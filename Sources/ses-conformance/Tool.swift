import Foundation

/// The entry of the command line.
@main
struct Tool {
    static func main() async {
        // A reader that goes away is an error of the write that met it, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        LargeBlocks.returnWhenFreed()
        let words = Array(ProcessInfo.processInfo.arguments.dropFirst())
        let code = await run(words, .tool, environment: ProcessInfo.processInfo.environment)
        exit(code.rawValue)
    }

    /// Does what the words ask for; whatever goes wrong is said in one line.
    static func run(_ words: [String], _ table: CommandTable, environment: [String: String]) async -> ExitCode {
        do {
            switch try table.request(for: words) {
            case .version: try Output.standard.write("ses-conformance \(ToolVersion.current)\n")
            case .help(let topic): try Output.standard.write(HelpText(table).text(topic))
            case .command(let command, let words):
                let arguments = try CommandLineParser.parse(
                    words, of: command.declaration, environment: environment)
                return try await command.init(arguments).run()
            }
            return .conforms
        } catch {
            Output.say("error: \(error)")
            return .usage
        }
    }
}
