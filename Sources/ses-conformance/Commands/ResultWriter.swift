import Conformance
import Diff
import Foundation
import Golden
import Report
import SpecCatalog

/// Holds a run's result against the baseline and writes the reports, once it is there.
struct ResultWriter {
    private let options: ResultOptions
    private let baseline: BaselineFile
    private let reports: [(format: ReportFormat, file: OutputFile)]
    private let environment: [String: String]

    /// Reads the baseline and opens what will be written, so that a bad path is found out before the run.
    ///
    /// - Throws: ``UsageError``, ``OutputError`` and what reading a baseline throws.
    init(_ options: ResultOptions, environment: [String: String]) throws {
        self.options = options
        self.environment = environment
        baseline = try BaselineFile(options)
        reports = try options.reports.map { (format: $0.format, file: try OutputFile($0.path)) }
    }

    /// Whether a case's result fails the run, while it goes on.
    var isFailure: @Sendable (CaseResult) -> Bool {
        let marker = baseline.known.map { BaselineMarker($0, today: Day(Date())) }
        let verdict = options.verdict
        return { @Sendable result in
            let result = marker?.marked(result) ?? result
            return result.outcome == .broken
                || result.differs(from: verdict.failOn) && (!result.isNew || verdict.isStrict)
        }
    }

    /// - Parameters:
    ///   - cases: out of which the run's cases were chosen.
    ///   - target: what a new baseline is of.
    /// - Returns: what the run comes to, or a usage error where something can't be written.
    func finish(
        _ result: RunResult, outOf cases: CaseCatalog, _ store: GoldenStore, target: String?
    ) throws -> ExitCode {
        var result = result
        baseline.apply(to: &result, outOf: cases)
        let workflow = GitHubActions(environment)
        let isWritten = write(result, store, workflow)
        workflow?.tell(result, options.verdict, ProjectFiles(store).sources)
        try baseline.update(from: result, outOf: cases, target: target, threshold: options.verdict.failOn)
        return isWritten ? exitCode(result) : .usage
    }

    /// Writes every report that can be written, so that a full disk under one costs no other.
    ///
    /// - Returns: whether all are.
    private func write(_ result: RunResult, _ store: GoldenStore, _ workflow: GitHubActions?) -> Bool {
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
    let known: Baseline?
    private let output: OutputFile?

    /// Reads what is there and opens what will be written, before the run.
    init(_ options: ResultOptions) throws {
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

    func update(
        from result: RunResult, outOf cases: CaseCatalog, target: String?, threshold: Severity
    ) throws {
        guard let output, !result.wasInterrupted else { return }
        let made = Baseline.make(
            from: result, target: known?.target ?? target, previous: known,
            today: Day(Date()), threshold: threshold,
            selection: BaselineSelection(outOf: cases.cases.map(\.id)))
        try output.finish(made.encoded())
        Output.say("wrote \(output.path): \(Wording.count(made.known.count, "known difference"))")
    }
}
