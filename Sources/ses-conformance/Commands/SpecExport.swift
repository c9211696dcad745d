import SpecCatalog

/// `ses-conformance spec export --format json`.
struct SpecExport: Command {
    static let format = Option.choice("format", "FORMAT", of: ["json"], "the format; json is the only one so far")
    static let output = Option.text("output", "FILE", "write there instead of to standard output", completion: .file)

    static let declaration = CommandDeclaration(
        "spec export", "write everything that is known of the APIs for programs in other languages",
        discussion: [
            "The JSON is byte-stable: the same spec gives the same bytes. Its schema is \(SpecificationExport.schema)."
        ],
        sections: [OptionSection([format, output])],
        examples: [
            Example("ses-conformance spec export --format json --output spec.json", "the whole spec in one file")
        ])

    private let path: String

    init(_ arguments: Arguments) throws(UsageError) {
        _ = try arguments.value(Self.format)
        path = try arguments.value(Self.output) ?? "-"
    }

    func run() throws -> ExitCode {
        let file = try OutputFile(path)
        try file.finish(SpecificationExport.json(.standard))
        return .conforms
    }
}
