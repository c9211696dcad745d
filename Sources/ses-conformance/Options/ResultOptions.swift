import Conformance
import Diff

/// What is made of a run's result: judgement, baseline, reports.
struct ResultOptions: Sendable {
    static let judgement: [any AnyOption] = [
        RunArguments.golden, RunArguments.baseline, RunArguments.updateBaseline, RunArguments.failOn,
        RunArguments.requireSupported, RunArguments.strict,
    ]

    /// From `--golden` or `SES_CONFORMANCE_GOLDEN`; nil where it is to be found.
    let golden: String?
    let baseline: String?
    let updatesBaseline: Bool
    let verdict: Verdict.Options
    /// Each with a place of its own; the one for standard output, usually the terminal report, among them.
    let reports: [ReportRequest<ReportFormat>]
    let isVerbose: Bool

    /// - Parameter more: reports that other options than `--report` ask for.
    /// - Throws: ``UsageError`` if the arguments make no sense together.
    init(_ arguments: Arguments, and more: [ReportRequest<ReportFormat>] = []) throws(UsageError) {
        golden = try RunArguments.goldenFolder(arguments)
        baseline = try arguments.value(RunArguments.baseline)
        updatesBaseline = arguments.has(RunArguments.updateBaseline)
        if updatesBaseline, baseline == nil {
            throw .conflict("--update-baseline needs --baseline FILE: the file that it writes")
        }
        verdict = Verdict.Options(
            failOn: try arguments.value(RunArguments.failOn).flatMap(Severity.init) ?? .error,
            requireSupported: arguments.has(RunArguments.requireSupported),
            isStrict: arguments.has(RunArguments.strict))
        reports = try ReportRequest.requests(arguments, usual: .terminal, and: more)
        isVerbose = arguments.has(RunArguments.verbose)
    }
}
