import SpecCatalog
import SpecModel

/// `ses-conformance spec list`.
struct SpecList: Command {
    static let declaration = CommandDeclaration(
        "spec list", "list the operations that this tool knows",
        sections: [OptionSection([SpecOptions.api])],
        examples: [Example("ses-conformance spec list --api v1", "every operation of the v1 API, one a line")])

    private let api: API?

    init(_ arguments: Arguments) throws(UsageError) { api = try arguments.value(SpecOptions.api) }

    func run() throws -> ExitCode {
        let operations = Catalog.standard.operations.filter { api == nil || $0.api == api }
        if operations.isEmpty { Output.say("no operation is described\(api.map { " for \($0.rawValue)" } ?? "") yet") }
        try Output.standard.write(SpecificationText.list(operations))
        return .conforms
    }
}
