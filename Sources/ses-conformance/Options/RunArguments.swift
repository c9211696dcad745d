import Conformance
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
    static let verbose = Flag("verbose", "report all causes and cases, not the ten largest only")

    static let declaration = CommandDeclaration(
        "run", "judge an endpoint case by case, and say what is wrong",
        discussion: [
            "Without --endpoint the reference service inside this tool answers: that tests the tool, not yours."
        ],
        operands: [SelectionOptions.operand],
        sections: [
            EndpointOptions.section, SelectionOptions.section,
            OptionSection(
                [golden, baseline, updateBaseline, failOn, requireSupported, strict, exactCounters], title: "Judgement"),
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
    /// From `--golden` or `SES_CONFORMANCE_GOLDEN`; nil where it is to be found.
    let golden: String?
    let baseline: String?
    let updatesBaseline: Bool
    let verdict: Verdict.Options
    let usesExactCounters: Bool
    /// Each with a place of its own; the one for standard output, usually the terminal report, among them.
    let reports: [ReportRequest<ReportFormat>]
    let shrinks: Bool
    let isVerbose: Bool

    /// - Throws: ``UsageError`` if the arguments make no sense together.
    init(_ arguments: Arguments) throws(UsageError) {
        endpoint = try EndpointOptions(arguments)
        selection = try SelectionOptions(arguments)
        golden = try Self.goldenFolder(arguments)
        baseline = try arguments.value(Self.baseline)
        updatesBaseline = arguments.has(Self.updateBaseline)
        if updatesBaseline, baseline == nil {
            throw .conflict("--update-baseline needs --baseline FILE: the file that it writes")
        }
        verdict = Verdict.Options(
            failOn: try arguments.value(Self.failOn).flatMap(Severity.init) ?? .error,
            requireSupported: arguments.has(Self.requireSupported), isStrict: arguments.has(Self.strict))
        usesExactCounters = arguments.has(Self.exactCounters)
        reports = try ReportRequest.requests(arguments, usual: .terminal)
        shrinks = !arguments.has(Self.noShrink)
        isVerbose = arguments.has(Self.verbose)
    }

    /// The folder that the user names, by option or variable.
    static func goldenFolder(_ arguments: Arguments) throws(UsageError) -> String? {
        try arguments.value(golden) ?? arguments.variable("SES_CONFORMANCE_GOLDEN")
    }
}
