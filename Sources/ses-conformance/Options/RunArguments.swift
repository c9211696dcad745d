import Diff

/// Everything that `run` is called with.
struct RunArguments: Sendable {
    static let golden = Option.text(
        "golden", "DIR", "the folder of golden files, where it is not found by itself", completion: .directory)
    static let baseline = Option.text("baseline", "FILE", "known differences, which fail nothing", completion: .file)
    static let updateBaseline = Flag("update-baseline", "write the differences of this run into the baseline file")
    static let failOn = Option.choice(
        "fail-on", "SEVERITY", of: [Severity.error.rawValue, Severity.warning.rawValue],
        "the least severity that fails a run: error, which is usual, or warning")
    static let requireSupported = Flag("require-supported", "an operation that is not supported is a difference")
    static let strict = Flag("strict", "a failing case that is newer than the baseline is a difference")
    static let exactCounters = Flag("exact-counters", "counters must count each send, not only never decrease")
    static let noShrink = Flag(
        "no-shrink", "do not look for a smaller request that fails like the smallest case of each cause")
    static let run = Option<String>(
        "run", "NAME", "the run's name, part of every name that it makes; another in each run where nothing is said"
    ) { text throws(InvalidValue) in try RunName.read(text) }
    static let retry = Option.integer(
        "retry", "N", 1...10, "run a case again, from its start, that got no answer; never for a wrong one")
    static let failFast = Flag("fail-fast", "begin no further case after the first failure")
    static let maxFailures = Option.integer(
        "max-failures", "N", 1...1_000_000, "begin no further case after so many failures")
    static let verbose = Flag("verbose", "report all causes and cases, not the ten largest only")

    static let declaration = CommandDeclaration(
        "run", "judge an endpoint case by case, and say what is wrong",
        discussion: [
            "Without --endpoint the reference service inside this tool answers: that tests the tool, not yours."
        ],
        operands: [SelectionOptions.operand],
        sections: [
            EndpointOptions.section, SelectionOptions.section,
            OptionSection(ResultOptions.judgement + [exactCounters], title: "Judgement"),
            OptionSection([run, retry, failFast, maxFailures], title: "Course"),
            OptionSection([ReportRequest<ReportFormat>.option, noShrink, verbose], title: "Output"),
        ],
        examples: [
            Example("ses-conformance --endpoint http://127.0.0.1:5000 --target moto", "judge a moto_server"),
            Example("ses-conformance 'v1/SendEmail/*' --verbose", "every case of one operation, in full"),
            Example(
                "ses-conformance --endpoint $URL --baseline known.json --report junit=report.xml",
                "in CI: fail on new differences only"),
        ],
        environment: EndpointOptions.environment + [
            Variable("SES_CONFORMANCE_GOLDEN", "the folder of golden files, where --golden does not say it")
        ] + GitHubActions.variables,
        exitCodes: ExitCode.allCases)

    let endpoint: EndpointOptions
    let selection: SelectionOptions
    let results: ResultOptions
    let usesExactCounters: Bool
    let shrinks: Bool
    /// nil for one of the tool's choice.
    let name: String?
    /// How often a case is run again that got no answer.
    let retries: Int
    /// nil for no limit.
    let mostFailures: Int?

    /// - Throws: ``UsageError`` if the arguments make no sense together.
    init(_ arguments: Arguments) throws(UsageError) {
        endpoint = try EndpointOptions(arguments)
        selection = try SelectionOptions(arguments)
        results = try ResultOptions(arguments)
        usesExactCounters = arguments.has(Self.exactCounters)
        shrinks = !arguments.has(Self.noShrink)
        name = try arguments.value(Self.run)
        retries = try arguments.value(Self.retry) ?? 0
        let isFast = arguments.has(Self.failFast)
        let most = try arguments.value(Self.maxFailures)
        if isFast, let most { throw .conflict("--fail-fast and --max-failures \(most) exclude each other: give one") }
        mostFailures = isFast ? 1 : most
    }

    /// What decides on cases and judgement, as it is written on the command line.
    var words: [String] {
        selection.words + (usesExactCounters ? ["--exact-counters"] : []) + (shrinks ? [] : ["--no-shrink"])
            + (endpoint.sender.map { ["--sender", $0] } ?? [])
            + endpoint.resources.map { "--resource \($0.rawValue)=\($1)" }.sorted()
    }

    /// The folder that the user names, by option or variable.
    static func goldenFolder(_ arguments: Arguments) throws(UsageError) -> String? {
        try arguments.value(golden) ?? arguments.variable("SES_CONFORMANCE_GOLDEN")
    }
}
