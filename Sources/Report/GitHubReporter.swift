import Conformance
import Diff
import Foundation

/// The largest causes of failure as annotations of a GitHub workflow, an example each.
///
/// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions: a step shows ten errors,
/// and `%`, line ends, `:` and `,` are escaped.
///
///     ::error file=golden/v1/SendEmail/missing-source.xml,line=1,title=missing required parameter accepted%3A
///     37 cases::v1/SendEmail/missing-source omits Source%0Astatus%3A expected 400 …, got 200 …
public struct GitHubReporter: Reporter {
    /// More than these a step does not show.
    private static let most = 10
    private static let mostCharacters = 300

    /// What fails a run.
    public let verdict: Verdict.Options
    private let files: SourceFiles

    /// - Parameter files: where annotations point at.
    public init(verdict: Verdict.Options = Verdict.Options(), files: SourceFiles = .none) {
        self.verdict = verdict
        self.files = files
    }

    public func report(_ result: RunResult) -> Data {
        let failing = result.cases.filter { $0.differs(from: verdict.failOn) && (verdict.isStrict || !$0.isNew) }
        let groups = CauseGroup.groups(of: failing) {
            $0.baseline == nil && $0.difference.severity >= verdict.failOn
        }
        let broken = result.cases.filter { $0.outcome == .broken }
        var lines = broken.isEmpty ? [] : [line(on: broken)]
        lines += groups.compactMap(line).prefix(Self.most - lines.count)
        return Data(lines.map { $0 + "\n" }.joined().utf8)
    }

    private func line(on group: CauseGroup) -> String? {
        guard let example = group.example else { return nil }
        let one = example.result
        let finding = example.findings.first
        let words = finding.map { FindingWording.words(on: $0, limit: Self.mostCharacters) }
        let reason = words ?? VisibleText.line(one.reason ?? "failed", limit: Self.mostCharacters)
        return line(
            files.place(of: finding, in: one),
            "\(VisibleText.line(group.cause.title, limit: 200)): \(Wording.count(group.members.count, "case"))",
            "\(VisibleText.line(one.id)) \(VisibleText.line(one.title, limit: 300))\n\(reason)")
    }

    private func line(on broken: [CaseResult]) -> String {
        let one = broken[0]
        let reason = VisibleText.line(one.reason ?? "no answer", limit: Self.mostCharacters)
        return line(
            files.place(of: nil, in: one), "no answer: \(Wording.count(broken.count, "case"))",
            "\(VisibleText.line(one.id)): \(reason)")
    }

    private func line(_ place: SourceFiles.Place, _ title: String, _ message: String) -> String {
        "::error file=\(Self.property(place.file)),line=\(place.line),"
            + "title=\(Self.property(title))::\(Self.data(message))"
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
