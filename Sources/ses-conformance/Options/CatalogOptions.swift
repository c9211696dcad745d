import SpecModel

/// Everything that `list` is called with.
struct ListOptions: Sendable {
    static let declaration = CommandDeclaration(
        "list", "list the cases that a run would have",
        operands: [SelectionOptions.operand], sections: [SelectionOptions.section],
        examples: [Example("ses-conformance list SendEmail --axis errors", "the error cases of one operation")])

    let selection: SelectionOptions

    init(_ arguments: Arguments) throws(UsageError) { selection = try SelectionOptions(arguments) }
}

/// Everything that `show` is called with.
struct ShowOptions: Sendable {
    static let declaration = CommandDeclaration(
        "show", "show one case: its requests, what is expected, and what that rests on",
        operands: [Operand("ID", "the case, such as v1/SendEmail/minimal")],
        sections: [OptionSection([RunArguments.golden])],
        examples: [Example("ses-conformance show v1/SendEmail/minimal", "the case step by step")],
        environment: [Variable("SES_CONFORMANCE_GOLDEN", "the folder of golden files")])

    let id: String
    let golden: String?

    init(_ arguments: Arguments) throws(UsageError) {
        id = arguments.operands[0]
        golden = try RunArguments.goldenFolder(arguments)
    }
}

/// Everything that `coverage` is called with.
struct CoverageOptions: Sendable {
    static let format = Option.choice("format", "FORMAT", of: ["text", "json"], "text, which is usual, or json")
    static let verbose = Flag("verbose", "list every part of the spec with its cases, not only those without any")
    static let declaration = CommandDeclaration(
        "coverage", "say which parts of the spec have cases, and which have none and why",
        discussion: ["Exit code 1 means that a part of the spec has neither a case nor a reason for having none."],
        sections: [OptionSection([SelectionOptions.api, format, verbose])],
        examples: [
            Example("ses-conformance coverage --api v1", "parameters, values and errors without a case"),
            Example("ses-conformance coverage --format json", "every part of the spec with its cases, for programs"),
        ],
        exitCodes: [.conforms, .differs, .usage])

    let api: SelectionOptions.Scope
    let isJSON: Bool
    let isVerbose: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        api = try arguments.value(SelectionOptions.api) ?? .all
        isJSON = try arguments.value(Self.format) == "json"
        isVerbose = arguments.has(Self.verbose)
    }
}
