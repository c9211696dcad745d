import Conformance
import Diff
import Foundation
import SpecModel

/// The result as a Markdown page: numbers, operations, causes with an example each; GitHub's step summary.
///
/// A page has at most a few hundred KiB, however much an endpoint answers.
///
///     ### SES conformance of `http://127.0.0.1:5000`
///
///     42 failed, 310 passed, 13 operations unsupported
///
///     | Operation | shape | values | Beside |
public struct MarkdownReporter: Reporter {
    /// Causes beyond this many have no example.
    private static let mostExamples = 10
    /// Source: GitHub's step summaries take 1 MiB in all.
    private static let mostCharacters = 4_000

    /// What fails a run.
    public let verdict: Verdict.Options

    public init(verdict: Verdict.Options = Verdict.Options()) { self.verdict = verdict }

    public func report(_ result: RunResult) -> Data {
        var document = Document("SES conformance")
        document.heading("SES conformance of \(code: result.endpoint)")
        let counts = TerminalReporter.counts(Verdict(result, verdict))
        let interrupted: Phrase = result.wasInterrupted ? "; the run was interrupted." : "."
        document.paragraph("\(counts.joined(separator: ", "))\(interrupted)")
        document.paragraph(
            "\(Moment.text(result.started).prefix(10).description), \(Wording.count(result.cases.count, "case")), "
                + "ses-conformance \(result.toolVersion).")
        operations(of: result, in: &document)
        causes(of: result, in: &document)
        unsupported(of: result, in: &document)
        for remark in result.remarks { document.paragraph("Remark: \(remark)") }
        return Data(document.markdown.utf8)
    }

    private func operations(of result: RunResult, in document: inout Document) {
        let rows = OperationRow.rows(of: result, failOn: verdict.failOn).filter { $0.judged > 0 || $0.isTroubled }
        let axes = Axis.allCases.filter { axis in rows.contains { $0.axes[axis] != nil } }
        guard !rows.isEmpty else { return document.paragraph("No case was judged.") }
        let isMixed = Set(rows.map(\.api)).count > 1
        document.heading("Operations, passed of judged")
        document.table(
            ["Operation"] + axes.map { .text($0.rawValue) } + ["Beside"],
            rows.map { row in
                [.code(isMixed ? row.id : row.operation)]
                    + axes.map { row.axes[$0].map { "\($0.passed)/\($0.run)" } ?? "–" }
                    + [.text(row.apart.joined(separator: ", "))]
            }, or: "")
    }

    private func causes(of result: RunResult, in document: inout Document) {
        let failing = result.cases.filter { $0.differs(from: verdict.failOn) }
        let groups = CauseGroup.groups(of: failing) {
            $0.baseline == nil && $0.difference.severity >= verdict.failOn
        }
        guard !groups.isEmpty else { return }
        document.heading("Failures by cause")
        let rows: [[Phrase]] = groups.map { group in
            [
                .text(group.cause.title), "\(group.members.count)", "\(group.operations.count)",
                group.example.map { .code($0.result.id) } ?? "–",
            ]
        }
        document.table(["Cause", "Cases", "Operations", "Example"], rows, or: "")
        for group in groups.prefix(Self.mostExamples) { example(of: group, in: &document) }
    }

    private func example(of group: CauseGroup, in document: inout Document) {
        guard let example = group.example else { return }
        document.paragraph("\(group.cause.title): \(code: example.result.id) \(example.result.title)")
        if let finding = example.findings.first {
            document.paragraph("\(FindingWording.words(on: finding, limit: 300), limit: 1_000)")
        }
        if let curl = example.exchange?.curl, !curl.isEmpty {
            document.listing(String(curl.prefix(Self.mostCharacters)))
        }
        guard let shrunk = example.shrunk else { return }
        document.paragraph(.text(FindingWording.words(on: shrunk)))
        document.listing(String(shrunk.curl.prefix(Self.mostCharacters)))
    }

    private func unsupported(of result: RunResult, in document: inout Document) {
        let missing = result.support.filter { !$0.isSupported }
        guard !missing.isEmpty else { return }
        let isMixed = Set(result.support.map(\.api)).count > 1
        document.heading("Unsupported operations")
        document.table(
            ["Operation", "Seen"],
            missing.map { one in
                [.code((isMixed ? "\(one.api.rawValue)/" : "") + one.operation), .text(one.seen)]
            }, or: "")
    }
}
