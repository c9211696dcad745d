import Conformance
import SpecCatalog

/// `ses-conformance spec lint`.
struct SpecLint: Command {
    static let declaration = CommandDeclaration(
        "spec lint", "look for contradictions and gaps in the spec itself",
        examples: [Example("ses-conformance spec lint", "one line a finding; nothing if all is well")],
        exitCodes: [.conforms, .differs, .usage])

    init(_ arguments: Arguments) throws(UsageError) {}

    func run() throws -> ExitCode {
        let repeated = CaseCatalog(.standard).repeatedIDs.map {
            LintFinding(.duplicateName, at: $0, "more than one case has this id")
        }
        let findings = Lint.findings(in: .standard) + repeated
        try Output.standard.write(findings.map { "\($0)\n" }.joined())
        let count = Catalog.standard.operations.count
        Output.say("\(Wording.count(findings.count, "finding")) in \(Wording.count(count, "operation"))")
        return findings.isEmpty ? .conforms : .differs
    }
}
