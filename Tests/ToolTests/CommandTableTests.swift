import Testing

@testable import ses_conformance

@Suite struct CommandTableTests {
    /// The request in one line: `serve --port 80`, `help spec`, `version`.
    private func request(_ words: [String], _ table: CommandTable = SampleCommands.table) throws -> String {
        switch try table.request(for: words) {
        case .command(let command, let rest): ([command.declaration.name] + rest).joined(separator: " ")
        case .help(let topic): "help " + (topic ?? "all")
        case .version: "version"
        }
    }

    @Test(
        "the first words say which command is meant",
        arguments: [
            ([], "run"), (["v1/SendEmail/*"], "run v1/SendEmail/*"), (["--format", "json"], "run --format json"),
            (["serve", "--port", "80"], "serve --port 80"), (["spec", "show", "A"], "spec show A"),
            (["bench"], "bench"), (["help"], "help all"), (["help", "serve"], "help serve"), (["-h"], "help all"),
            (["help", "spec", "show"], "help spec show"), (["spec", "--help"], "help spec"),
            (["serve", "--port", "-h"], "help serve"), (["--", "-h"], "run -- -h"), (["--version"], "version"),
        ] as [([String], String)])
    func meaning(_ words: [String], _ expected: String) throws {
        #expect(try request(words) == expected)
    }

    @Test(
        "words that mean nothing are met with the nearest",
        arguments: [
            (["spec"], "spec needs a command: 'spec show'"),
            (["spec", "shwo"], "unknown command 'spec shwo': did you mean spec show?"),
            (["help", "sreve"], "unknown command 'sreve': did you mean serve?"),
            (["help", "zzzzzz"], "unknown command 'zzzzzz': the commands are run, serve and spec"),
        ])
    func unknown(_ words: [String], _ text: String) {
        let error = #expect(throws: UsageError.self) { try request(words) }
        #expect(error?.description == text)
    }

    @Test("without a standard command the first word must be known") func noStandard() {
        let table = CommandTable(commands: [SampleCommands.Serve.self])
        let word = #expect(throws: UsageError.self) { try request(["sevre"], table) }
        #expect(word?.description == "unknown command 'sevre': did you mean serve?")
        let option = #expect(throws: UsageError.self) { try request(["--versoin"], table) }
        #expect(option?.description == "unknown option '--versoin' of 'ses-conformance': did you mean --version?")
    }
}
