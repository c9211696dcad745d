import Conformance
import Diff
import Foundation
import SpecModel

/// The report for a reader at a terminal: what matters first, one example for each cause, the verdict last.
///
/// Whatever came from the endpoint is printed with control characters made visible. Commands stand on
/// lines of their own from the first column on, so that they can be copied as they are.
public struct TerminalReporter: Reporter {
    /// How the report looks and what counts as a failure.
    public struct Options: Sendable {
        /// Whether to use SGR codes; without them the report is plain text.
        public var colour: Bool
        /// In columns; less than 40 counts as 40.
        public var width: Int
        /// Whether to show every operation, every cause and whole values.
        public var verbose: Bool
        /// The name of the baseline in use; nil without one.
        public var baseline: String?
        /// What fails a run.
        public var verdict: Verdict.Options

        public init(
            colour: Bool = false, width: Int = 100, verbose: Bool = false, baseline: String? = nil,
            verdict: Verdict.Options = Verdict.Options()
        ) {
            self.colour = colour
            self.width = width
            self.verbose = verbose
            self.baseline = baseline
            self.verdict = verdict
        }
    }

    let options: Options

    public init(options: Options = Options()) { self.options = options }

    public func report(_ result: RunResult) -> Data {
        let verdict = Verdict(result, options.verdict)
        var page = TerminalPage(width: max(40, options.width), hasColour: options.colour)
        header(of: result, on: &page)
        operations(of: result, on: &page)
        unsupported(of: result, on: &page)
        broken(of: result, on: &page)
        failures(of: result, on: &page)
        warnings(of: result, on: &page)
        newCases(of: result, on: &page)
        blocked(of: result, on: &page)
        baseline(of: result, verdict, on: &page)
        remarks(of: result, on: &page)
        closing(of: result, verdict, on: &page)
        return Data(page.text.utf8)
    }

    private func header(of result: RunResult, on page: inout TerminalPage) {
        let parts = [
            "run \(VisibleText.line(result.run))", Wording.count(result.cases.count, "case"),
            Wording.count(result.exchanges, "exchange"), "\(Wording.decimal(result.duration, digits: 1)) s",
            "ses-conformance \(VisibleText.line(result.toolVersion))",
        ]
        page.paragraph("\(VisibleText.line(result.endpoint)): \(parts.joined(separator: ", "))", .bold)
        if result.wasInterrupted { page.line("interrupted: what follows is not the whole run", .yellow) }
    }

    /// Whether a finding is one that fails the run.
    func isOpen(_ finding: Finding) -> Bool {
        finding.baseline == nil && finding.difference.severity >= options.verdict.failOn
    }

    /// The cases that fail the run; what is newer than the baseline is shown apart unless that fails it too.
    func failing(in result: RunResult) -> [CaseResult] {
        result.cases.filter {
            $0.differs(from: options.verdict.failOn) && (options.verdict.isStrict || !$0.isNew)
        }
    }

    /// The operation's name, with its API where the run has both.
    func name(_ api: API, _ operation: String, in result: RunResult) -> String {
        let isMixed = Set(result.cases.map(\.api)).union(result.support.map(\.api)).count > 1
        return (isMixed ? "\(api.rawValue)/" : "") + VisibleText.line(operation)
    }
}
