import Conformance
import Foundation
import Report

/// Tells a GitHub workflow what a run found: annotations, and a page in the step's summary.
///
/// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions: commands are read from
/// both outputs of a step; the variable GITHUB_STEP_SUMMARY names a file that Markdown is added to.
struct GitHubActions {
    static let variables = [
        Variable("GITHUB_ACTIONS", "if true, failures are written to standard error as annotations of the workflow"),
        Variable("GITHUB_STEP_SUMMARY", "there, the file that a summary is added to"),
    ]

    private let summary: String?

    /// nil anywhere else.
    init?(_ environment: [String: String]) {
        guard environment["GITHUB_ACTIONS"] == "true" else { return nil }
        summary = environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A report for the log of a step, in which no line is a command, whatever an endpoint answered.
    ///
    /// Commands are stopped until a word comes that nobody can guess.
    func shielded(_ report: Data) -> Data {
        let word = "resume-" + String(UInt64.random(in: .min ... .max), radix: 36)
        return Data("::stop-commands::\(word)\n".utf8) + report + Data("::\(word)::\n".utf8)
    }

    /// Annotations go to standard error, so that a report on standard output stays whole.
    ///
    /// A summary that can't be written is said and fails nothing: the run is what counts.
    func tell(_ result: RunResult, _ verdict: Verdict.Options, _ files: SourceFiles) {
        try? Output.error.write(GitHubReporter(verdict: verdict, files: files).report(result))
        guard let summary else { return }
        let descriptor = open(summary, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            return Output.say("warning: can't write the step's summary \(summary): \(OutputError.reason(errno))")
        }
        defer { close(descriptor) }
        do {
            try Output(descriptor: descriptor).write(MarkdownReporter(verdict: verdict).report(result))
        } catch {
            Output.say("warning: can't write the step's summary \(summary): \(error.reason)")
        }
    }
}
