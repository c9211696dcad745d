/// Everything that `record` is called with.
struct RecordOptions: Sendable {
    static let check = Flag("check", "write nothing; say which files differ, with exit code 1")
    static let force = Flag("force", "write over goldens that were recorded from an endpoint, too")
    static let declaration = CommandDeclaration(
        "record", "compose the golden files anew from the spec, or take in what an endpoint answers",
        discussion: [
            "Recording never makes a run pass: it is a command of its own, and CI may only --check.",
            "With --endpoint the cases are run twice, and what differs from the goldens waits in golden/.pending until "
                + "somebody looks at it: ses-conformance review. No golden is touched. Values that were another in "
                + "each run are proposed to be left open.",
        ],
        operands: [SelectionOptions.operand],
        sections: [
            OptionSection([RunArguments.golden, check, force]), EndpointOptions.section,
            OptionSection([SelectionOptions.api, SelectionOptions.axis, SelectionOptions.deep], title: "Selection"),
        ],
        examples: [
            Example("ses-conformance record SendEmail", "the goldens of one operation"),
            Example("ses-conformance record --check", "whether the goldens are what the spec says"),
            Example(
                "ses-conformance record --endpoint http://127.0.0.1:5000 --target moto",
                "what moto answers otherwise, for review"),
        ],
        environment: [
            Variable("CI", "if set, only --check is allowed"),
            Variable("SES_CONFORMANCE_GOLDEN", "the folder of golden files, where --golden does not say it"),
        ] + EndpointOptions.environment.filter { !$0.name.hasPrefix("AWS_ENDPOINT") },
        exitCodes: [.conforms, .differs, .usage, .unreachable])

    let selection: SelectionOptions
    let golden: String?
    let onlyChecks: Bool
    let isForced: Bool
    /// Whom to record; nil for what the spec says.
    let endpoint: EndpointOptions?

    /// - Throws: ``UsageError`` under CI without `--check`, and for options that make no sense together.
    init(_ arguments: Arguments) throws(UsageError) {
        // Only what is asked for by name is recorded: a variable of the environment must not decide on goldens.
        let isLive = try arguments.value(EndpointOptions.endpoint) != nil
        endpoint = isLive ? try EndpointOptions(arguments) : nil
        selection = try SelectionOptions(arguments, isDeep: !isLive)
        golden = try RunArguments.goldenFolder(arguments)
        onlyChecks = arguments.has(Self.check)
        isForced = arguments.has(Self.force)
        if !onlyChecks, arguments.variable("CI") != nil {
            throw .conflict("record writes no goldens under CI: add --check to compare, or unset CI")
        }
        if isLive, onlyChecks || isForced {
            let option = onlyChecks ? "check" : "force"
            throw .conflict("--\(option) is about what the spec says: leave it out with --endpoint")
        }
        let others = EndpointOptions.section.options.filter { arguments.has($0) }.map { "--\($0.name)" }
        if !isLive, !others.isEmpty { throw .conflict("\(Wording.list(others, "and")) need --endpoint") }
    }
}
