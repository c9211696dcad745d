import Conformance
import Foundation
import SpecCatalog

/// `ses-conformance coverage`.
struct CoverageCommand: Command {
    static let declaration = CoverageOptions.declaration

    private let options: CoverageOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try CoverageOptions(arguments) }

    func run() throws -> ExitCode {
        let coverage = Coverage(.standard, cases: CaseCatalog(.standard), api: options.api.api)
        if options.isJSON {
            try Output.standard.write(coverage.json())
        } else {
            try Output.standard.write(coverage.text(isVerbose: options.isVerbose))
        }
        return coverage.uncovered.isEmpty ? .conforms : .differs
    }
}
