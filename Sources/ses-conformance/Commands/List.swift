import Conformance
import SpecCatalog

/// `ses-conformance list`.
struct List: Command {
    static let declaration = ListOptions.declaration

    private let options: ListOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try ListOptions(arguments) }

    func run() throws -> ExitCode {
        let cases = try options.selection.cases(of: CaseCatalog(.standard))
        try Output.standard.write(cases.map { "\($0.id)  \($0.axis.rawValue)  \($0.title)\n" }.joined())
        Output.say(Wording.count(cases.count, "case"))
        return .conforms
    }
}
