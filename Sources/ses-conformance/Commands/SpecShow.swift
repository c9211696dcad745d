import SpecCatalog
import SpecModel

/// `ses-conformance spec show OPERATION`.
struct SpecShow: Command {
    static let declaration = CommandDeclaration(
        "spec show", "show everything that is known of an operation",
        operands: [Operand("OPERATION", "as AWS spells it: SendEmail, or v1/SendEmail where both APIs have it")],
        sections: [OptionSection([SpecOptions.api])],
        examples: [
            Example("ses-conformance spec show SendEmail", "its parameters, constraints, answer, errors and sources")
        ])

    private let operation: Operation

    init(_ arguments: Arguments) throws(UsageError) {
        operation = try SpecOptions.operation(arguments.operands[0], api: arguments.value(SpecOptions.api))
    }

    func run() throws -> ExitCode {
        try Output.standard.write(SpecificationText.show(operation))
        return .conforms
    }
}
