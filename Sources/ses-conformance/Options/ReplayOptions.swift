/// Everything that `replay` is called with.
struct ReplayOptions: Sendable {
    static let declaration = CommandDeclaration(
        "replay", "run the failing cases of a JSON report again, and say what is fixed",
        discussion: [
            "Requests go to --endpoint, or to the endpoint that the report names. Exit code 0 means that "
                + "each is fixed, 1 that one is not."
        ],
        operands: [
            Operand("FILE", "a report that --report json=FILE wrote", completion: .file),
            Operand("CASE", "only these: a case, an operation or a glob over ids", count: .many),
        ],
        sections: [EndpointOptions.section, OptionSection([RunArguments.golden])],
        examples: [
            Example("ses-conformance replay ses.json", "what failed, once more"),
            Example("ses-conformance replay ses.json v1/SendEmail/missing-source", "one of the failing cases"),
        ],
        environment: EndpointOptions.environment,
        exitCodes: [.conforms, .differs, .usage, .unreachable])

    let file: String
    /// Empty for all.
    let filters: [String]
    let golden: String?
    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        file = arguments.operands[0]
        filters = Array(arguments.operands.dropFirst())
        golden = try RunArguments.goldenFolder(arguments)
        self.arguments = arguments
    }

    /// Whom to ask: the one that the user names, or that of the report.
    ///
    /// - Parameter address: of the report; nil for the reference service in this process.
    /// - Throws: ``UsageError`` as for `run`.
    func endpoint(_ address: String?) throws(UsageError) -> EndpointOptions {
        let named = ["AWS_ENDPOINT_URL_SES", "AWS_ENDPOINT_URL"].contains { arguments.variable($0) != nil }
        if named { return try EndpointOptions(arguments) }
        guard let address, try arguments.value(EndpointOptions.endpoint) == nil else {
            return try EndpointOptions(arguments)
        }
        return try EndpointOptions(
            arguments.replacing(operands: [], options: [EndpointOptions.endpoint.name: address]))
    }
}
