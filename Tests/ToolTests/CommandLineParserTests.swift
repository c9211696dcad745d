import Testing

@testable import ses_conformance

@Suite struct CommandLineParserTests {
    private func parse(_ words: String...) throws(UsageError) -> Arguments {
        try CommandLineParser.parse(words, of: SampleCommands.Serve.declaration)
    }

    @Test("a value stands after a space or an equals sign", arguments: [["--port", "80"], ["--port=80"]])
    func values(_ words: [String]) throws {
        let arguments = try CommandLineParser.parse(words, of: SampleCommands.Serve.declaration)
        #expect(try arguments.value(SampleCommands.port) == 80)
        #expect(!arguments.has(SampleCommands.sandbox))
    }

    @Test("a repeatable option keeps its values in order, further equals signs included") func repeated() throws {
        let arguments = try parse("--resource", "a=1", "--sandbox", "--resource=b=2=3")
        #expect(try arguments.values(SampleCommands.resource) == ["a=1", "b=2=3"])
        #expect(arguments.has(SampleCommands.sandbox))
    }

    @Test("what follows -- is operands, and so is a lone -") func operands() throws {
        let arguments = try CommandLineParser.parse(
            ["-", "v1/*", "--format", "text", "--", "--format", "-x"], of: SampleCommands.Run.declaration)
        #expect(arguments.operands == ["-", "v1/*", "--format", "-x"])
        #expect(try arguments.value(SampleCommands.format) == "text")
    }

    @Test(
        "what is wrong is quoted as it was received",
        arguments: [
            (["--prot", "1"], "unknown option '--prot' of 'serve': did you mean --port?"),
            (["--zzz=1"], "unknown option '--zzz' of 'serve': see ses-conformance help serve"),
            (["-p", "1"], "unknown option '-p' of 'serve': see ses-conformance help serve"),
            (["--port"], "--port needs a value: write --port N"),
            (["--port", "--sandbox"], "--port needs a value: write --port N"),
            (["--port="], "--port got '': expected a whole number from 0 to 65535"),
            (["--port", "65536"], "--port got '65536': expected a whole number from 0 to 65535"),
            (["--port", "8\u{1B}[0m"], "--port got '8\\u{1B}[0m': expected a whole number from 0 to 65535"),
            (["--sandbox=yes"], "--sandbox takes no value but got 'yes': write --sandbox alone"),
            (["--port", "1", "--port", "2"], "--port is given more than once: choose one of '1' and '2'"),
            (["--sandbox", "--sandbox"], "--sandbox is given more than once: write it once"),
            (["now"], "serve got 'now' but takes nothing but options: see ses-conformance help serve"),
        ])
    func errors(_ words: [String], _ text: String) {
        let error = #expect(throws: UsageError.self) {
            try CommandLineParser.parse(words, of: SampleCommands.Serve.declaration)
        }
        #expect(error?.description == text)
    }

    @Test("a missing and a superfluous operand are named") func operandCount() {
        let missing = #expect(throws: UsageError.self) {
            try CommandLineParser.parse([], of: SampleCommands.Show.declaration)
        }
        #expect(missing?.description == "spec show needs OPERATION: write ses-conformance spec show OPERATION")
        let superfluous = #expect(throws: UsageError.self) {
            try CommandLineParser.parse(["A", "B"], of: SampleCommands.Show.declaration)
        }
        #expect(
            superfluous?.description
                == "spec show got 'B' but takes only OPERATION: see ses-conformance help spec show")
    }
}
