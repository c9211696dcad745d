import Conformance
import SpecCatalog

/// `ses-conformance list`.
struct List: Command {
    static let declaration = ListOptions.declaration

    private let options: ListOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try ListOptions(arguments) }

    func run() throws -> ExitCode {
        let cases = try options.selection.cases(of: CaseCatalog(.standard))
        try Output.standard.write(cases.map(List.line).joined())
        Output.say(Wording.count(cases.count, "case"))
        return .conforms
    }

    private static func line(_ one: Case) -> String {
        "\(one.id)  \(one.axis.rawValue)  \(one.title)\(one.isDeep ? " (deep)" : "")\n"
    }
}
