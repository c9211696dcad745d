import Conformance
import Diff
import Foundation
import SpecModel

/// The result as JUnit XML, as Jenkins and GitLab read it: a suite for each operation.
///
/// Source: https://github.com/jenkinsci/xunit-plugin (jenkins-junit.xsd); GitLab's "unit test reports".
/// What fails the run is a `failure`, a broken case an `error`; whatever was not judged, and failures that
/// the baseline knows, are `skipped` with the reason.
///
///     <testsuite name="v1/SendEmail" tests="2" failures="1" errors="0" skipped="0" time="0.004" …>
///       <testcase classname="v1.SendEmail" name="v1/SendEmail/missing-source" time="0.002">
///         <failure message="missing required parameter accepted: status" type="missing-required/accepted">…
///         <system-out>curl …</system-out>
public struct JUnitReporter: Reporter {
    /// Values of an answer are cut off after this many characters; the JSON report has them whole.
    private static let mostCharacters = 4_000

    /// What fails a run.
    public let verdict: Verdict.Options

    public init(verdict: Verdict.Options = Verdict.Options()) { self.verdict = verdict }

    public func report(_ result: RunResult) -> Data {
        let suites = Dictionary(grouping: result.cases) { "\($0.api.rawValue)/\($0.operation)" }
            .sorted { $0.key < $1.key }
        let total = Numbers(result.cases, self, time: result.duration)
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines.append("<testsuites name=\"ses-conformance\"\(total.attributes)>")
        for (id, cases) in suites { lines += suite(id, cases, in: result) }
        lines.append("</testsuites>")
        return Data((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func suite(_ id: String, _ cases: [CaseResult], in result: RunResult) -> [String] {
        let numbers = Numbers(cases, self, time: cases.reduce(0) { $0 + $1.duration })
        // The schema's time stamps have no zone and no fraction.
        let timestamp = Moment.text(result.started).prefix(19)
        let head = "  <testsuite name=\"\(XMLText.attribute(id))\" timestamp=\"\(timestamp)\"\(numbers.attributes)"
        var lines = [head + " skipped=\"\(numbers.skipped)\">"]
        lines.append("    <properties>")
        for (name, value) in [("endpoint", result.endpoint), ("run", result.run), ("version", result.toolVersion)] {
            lines.append("      <property name=\"\(name)\" value=\"\(XMLText.attribute(value))\"/>")
        }
        lines.append("    </properties>")
        for one in cases.sorted(by: { $0.id < $1.id }) { lines += testcase(one) }
        return lines + ["  </testsuite>"]
    }

    private func testcase(_ one: CaseResult) -> [String] {
        let name = XMLText.attribute("\(one.api.rawValue).\(one.operation)")
        let time = Wording.decimal(one.duration, digits: 3)
        let head = "    <testcase classname=\"\(name)\" name=\"\(XMLText.attribute(one.id))\" time=\"\(time)\""
        let parts = ending(of: one) + output(of: one)
        return parts.isEmpty ? [head + "/>"] : [head + ">"] + parts + ["    </testcase>"]
    }

    /// How JUnit calls what became of a case.
    enum Ending {
        case passed, failure, error
        case skipped(String)
    }

    func kind(of one: CaseResult) -> Ending {
        switch one.outcome {
        case .broken: return .error
        case .unsupported, .blocked, .observed:
            return .skipped("\(one.outcome.rawValue): \(one.reason ?? "no reason given")")
        case .passed, .failed:
            if one.differs(from: verdict.failOn) {
                return one.isNew && !verdict.isStrict ? .skipped("failed, but newer than the baseline") : .failure
            }
            let reasons = Set(one.findings.compactMap(\.baseline)).sorted()
            return one.outcome == .passed ? .passed : .skipped("known: \(reasons.joined(separator: "; "))")
        }
    }

    private func ending(of one: CaseResult) -> [String] {
        switch kind(of: one) {
        case .passed: return []
        case .skipped(let reason): return ["      <skipped message=\"\(XMLText.attribute(reason, limit: 1_000))\"/>"]
        case .error:
            let reason = XMLText.attribute(one.reason ?? "no answer", limit: 1_000)
            return ["      <error message=\"\(reason)\" type=\"broken\">\(XMLText.content(one.title))</error>"]
        case .failure:
            let open = one.open.filter { $0.difference.severity >= verdict.failOn }
            let first = open.first
            let message = first.map { "\($0.cause.title): \($0.difference.path)" } ?? one.reason ?? "failed"
            let type = XMLText.attribute(first?.cause.id ?? "unexplained")
            let text = XMLText.content(explanation(of: one, open))
            return [
                "      <failure message=\"\(XMLText.attribute(message, limit: 1_000))\" type=\"\(type)\">\(text)</failure>"
            ]
        }
    }

    /// What is required, and each difference.
    private func explanation(of one: CaseResult, _ findings: [Finding]) -> String {
        func value(_ text: String?, or missing: String) -> String {
            text.map { VisibleText.line($0, limit: Self.mostCharacters) } ?? missing
        }
        var lines = ["\(one.title): \(one.requirement)"]
        lines.append("source: \(one.source.source) (\(one.source.provenance.rawValue))")
        for finding in findings {
            let difference = finding.difference
            lines.append("\(difference.path) (\(difference.kind.rawValue), \(difference.severity.rawValue))")
            lines.append("  expected: \(value(difference.expected, or: "(nothing)"))")
            lines.append("  actual:   \(value(difference.actual, or: "(absent)"))")
            if !finding.golden.isEmpty { lines.append("  golden:   golden/\(finding.golden)") }
        }
        return lines.joined(separator: "\n")
    }

    /// The commands that reproduce the first difference, or what came last before there was none to judge.
    private func output(of one: CaseResult) -> [String] {
        if case .passed = kind(of: one) { return [] }
        let open = one.open.filter { $0.difference.severity >= verdict.failOn }
        let member = CauseGroup.Member(result: one, findings: open.isEmpty ? one.findings : open)
        guard let curl = member.exchange?.curl, !curl.isEmpty else { return [] }
        let smaller = one.shrunk.map { "\n# \(FindingWording.words(on: $0))\n\($0.curl)" } ?? ""
        return ["      <system-out>\(XMLText.content(curl + smaller))</system-out>"]
    }
}

/// The numbers of a suite, or of all.
private struct Numbers {
    let tests: Int
    var failures = 0
    var errors = 0
    var skipped = 0
    let time: Double

    init(_ cases: [CaseResult], _ reporter: JUnitReporter, time: Double) {
        tests = cases.count
        self.time = time
        for one in cases {
            switch reporter.kind(of: one) {
            case .passed: break
            case .failure: failures += 1
            case .error: errors += 1
            case .skipped: skipped += 1
            }
        }
    }

    var attributes: String {
        " tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\""
            + " time=\"\(Wording.decimal(time, digits: 3))\""
    }
}
