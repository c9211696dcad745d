@testable import ses_conformance

/// A table of commands for tests, so that they do not change with the tool's own.
enum SampleCommands {
    static let port = Option.integer("port", "N", 0...65535, "the port")
    static let format = Option.choice("format", "FORMAT", of: ["json", "text"], "the format")
    static let sandbox = Flag("sandbox", "only verified recipients")
    static let resource = Option<String>("resource", "KIND=VALUE", "a resource", isRepeatable: true) { text in text }

    struct Serve: Command {
        static let declaration = CommandDeclaration(
            "serve", "answer on a port", sections: [OptionSection([port, sandbox, resource])],
            examples: [Example("ses-conformance serve", "any port")],
            environment: [Variable("AWS_REGION", "the region")])
        init(_ arguments: Arguments) throws(UsageError) {}
        func run() -> ExitCode { .conforms }
    }

    struct Run: Command {
        static let declaration = CommandDeclaration(
            "run", "judge an endpoint", operands: [Operand("FILTER", "which cases", count: .many)],
            sections: [OptionSection([format])])
        init(_ arguments: Arguments) throws(UsageError) {}
        func run() -> ExitCode { .conforms }
    }

    struct Show: Command {
        static let declaration = CommandDeclaration(
            "spec show", "show an operation", operands: [Operand("OPERATION", "its name")])
        init(_ arguments: Arguments) throws(UsageError) {}
        func run() -> ExitCode { .conforms }
    }

    struct Bench: Command {
        static let declaration = CommandDeclaration("bench", "measure", isHidden: true)
        init(_ arguments: Arguments) throws(UsageError) {}
        func run() -> ExitCode { .conforms }
    }

    static let table = CommandTable(
        commands: [Run.self, Serve.self, Show.self, Bench.self],
        groups: [CommandTable.Group(name: "spec", abstract: "what is known")], standard: Run.self)
}
