import Conformance
import Diff
import Foundation
import SpecModel

/// Builds results as the runner would, with only what baselines look at.
enum BaselineFixture {
    static let today = day("2026-11-21")

    static func day(_ text: String) -> Day { Day(text) ?? Day(.distantPast) }

    static func finding(
        _ path: String = "status", cause: String = "missing-required/accepted", severity: Severity = .error
    ) -> Finding {
        Finding(
            step: "",
            difference: Difference(path: path, kind: .status, expected: "400", actual: "200", severity: severity),
            cause: Cause(id: cause, title: "missing required parameter accepted"), golden: "v1/x.xml")
    }

    static func one(_ id: String, _ outcome: Outcome, _ findings: [Finding] = []) -> CaseResult {
        let parts = id.split(separator: "/").map(String.init)
        return CaseResult(
            id: id, api: .v1, operation: parts.count > 1 ? parts[1] : "", axis: .errors, rule: "missing-required",
            title: "omits Source", requirement: "", source: .derived("rule"), outcome: outcome, findings: findings)
    }

    static func failed(_ id: String, _ findings: [Finding] = [finding()]) -> CaseResult { one(id, .failed, findings) }

    static func run(_ cases: [CaseResult]) -> RunResult {
        RunResult(
            endpoint: "http://127.0.0.1:5000", isEmbedded: false, run: "k3f9", started: Date(timeIntervalSince1970: 0),
            duration: 1, exchanges: cases.count, toolVersion: "0", cases: cases, support: [])
    }
}
