import Conformance
import Foundation
import Golden
import Report
import SpecCatalog

/// `ses-conformance run`: judges an endpoint.
struct Run: Command {
    static let declaration = RunArguments.declaration

    private let options: RunArguments
    private let environment: [String: String]

    init(_ arguments: Arguments) throws(UsageError) {
        options = try RunArguments(arguments)
        environment = ProcessInfo.processInfo.environment
    }

    func run() async throws -> ExitCode {
        let cases = CaseCatalog(.standard)
        let selection = try options.selection.cases(of: cases)
        let baseline = try BaselineFile(options)
        let reports = try options.reports.map { (format: $0.format, file: try OutputFile($0.path)) }
        let store = try GoldenFolder.store(options.golden)
        let target = try RunTarget(options.endpoint)
        do {
            var result = try await target.run(
                selection, outOf: cases, store, exactCounters: options.usesExactCounters,
                shrinks: options.shrinks, environment: environment)
            baseline.apply(to: &result, outOf: cases)
            let workflow = GitHubActions(environment)
            let isWritten = write(result, to: reports, store, workflow)
            workflow?.tell(result, options.verdict, ProjectFiles(store).sources)
            try baseline.update(from: result, outOf: cases, options: options)
            return isWritten ? exitCode(result) : .usage
        } catch RunError.unreachable(let reason) {
            Output.say("error: \(reason); is it running, and is the URL right?")
            return .unreachable
        }
    }

    /// Writes every report that can be written, so that a full disk under one costs no other.
    ///
    /// - Returns: whether all are.
    private func write(
        _ result: RunResult, to reports: [(format: ReportFormat, file: OutputFile)], _ store: GoldenStore,
        _ workflow: GitHubActions?
    ) -> Bool {
        var isWritten = true
        for report in reports {
            let data = reporter(report, store).report(result)
            let isLog = report.format == .terminal && report.file.path == "-"
            do throws(OutputError) {
                try report.file.finish(isLog ? workflow?.shielded(data) ?? data : data)
            } catch {
                Output.say("error: \(error)")
                isWritten = false
            }
        }
        return isWritten
    }

    private func exitCode(_ result: RunResult) -> ExitCode {
        if options.updatesBaseline, !result.wasInterrupted { return .conforms }
        return ExitCode(rawValue: Int32(Verdict(result, options.verdict).exitCode)) ?? .differs
    }

    private func reporter(_ report: (format: ReportFormat, file: OutputFile), _ store: GoldenStore) -> any Reporter {
        switch report.format {
        case .terminal:
            let isScreen = report.file.path == "-"
            return TerminalReporter(
                options: TerminalReporter.Options(
                    colour: isScreen && Output.standard.usesColour(environment),
                    width: isScreen ? Output.standard.columns : 100, verbose: options.isVerbose,
                    baseline: options.baseline, verdict: options.verdict))
        case .json: return JSONReporter()
        case .outcomes: return OutcomesReporter()
        case .junit: return JUnitReporter(verdict: options.verdict)
        case .html:
            let links = ReportLinks(from: report.file.path, goldenFolder: store.root)
            return HTMLReporter(
                options: HTMLReporter.Options(verdict: options.verdict, golden: links.golden, specs: links.specs))
        case .sarif: return SARIFReporter(files: ProjectFiles(store).sources)
        case .markdown: return MarkdownReporter(verdict: options.verdict)
        case .github: return GitHubReporter(verdict: options.verdict, files: ProjectFiles(store).sources)
        case .badge: return BadgeReporter()
        }
    }
}

/// The baseline that a run is held against, and may write.
private struct BaselineFile {
    private let known: Baseline?
    private let output: OutputFile?

    /// Reads what is there and opens what will be written, before the run.
    init(_ options: RunArguments) throws {
        guard let path = options.baseline else {
            known = nil
            output = nil
            return
        }
        let exists = FileManager.default.fileExists(atPath: path)
        if options.updatesBaseline, !exists {
            known = nil
        } else {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw UsageError.conflict("can't read the baseline \(path); make one with --update-baseline")
            }
            known = try Baseline.read(from: data, name: path)
        }
        output = options.updatesBaseline ? try OutputFile(path) : nil
    }

    func apply(to result: inout RunResult, outOf cases: CaseCatalog) {
        known?.apply(to: &result, today: Day(Date()), selection: BaselineSelection(outOf: cases.cases.map(\.id)))
    }

    func update(from result: RunResult, outOf cases: CaseCatalog, options: RunArguments) throws {
        guard let output, !result.wasInterrupted else { return }
        let made = Baseline.make(
            from: result, target: known?.target ?? options.endpoint.target?.rawValue, previous: known,
            today: Day(Date()), threshold: options.verdict.failOn,
            selection: BaselineSelection(outOf: cases.cases.map(\.id)))
        try output.finish(made.encoded())
        Output.say("wrote \(output.path): \(Wording.count(made.known.count, "known difference"))")
    }
}
