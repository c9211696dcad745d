import Conformance
import Foundation

/// The complete result of a run as JSON, for programs, and for this tool to read back.
///
/// Equal results give equal bytes: keys are sorted, times are ISO 8601 in UTC with milliseconds, the text
/// ends with a newline. ``schema`` describes every key. In short:
///
///     {
///       "schema": "ses-conformance/results/1",
///       "endpoint": "http://127.0.0.1:5000", "isEmbedded": false, "run": "k3f9", "toolVersion": "0.1.0",
///       "started": "2026-11-21T09:30:00.000Z", "duration": 8.2, "exchanges": 1840, "wasInterrupted": false,
///       "summary": { "passed": 310, "failed": 42, … },
///       "support": [{ "api": "v1", "operation": "SendEmail", "isSupported": true, "seen": "200 text/xml" }],
///       "cases": [{ "id": "v1/SendEmail/minimal", "outcome": "failed", "axis": "shape", …,
///                   "findings": [{ "path": "status", "kind": "accepted", "severity": "error", … }],
///                   "exchanges": [{ "curl": "curl …", "expected": "…", "actual": "…" }] }],
///       "remarks": [], "staleBaseline": []
///     }
///
/// Texts of the endpoint are whole and unchanged; characters that a terminal would act on are written as
/// `\uXXXX`.
public struct JSONReporter: Reporter {
    /// What the key `schema` says: the format and its version, which grows when a reader would have to change.
    public static let format = "ses-conformance/results/1"

    public init() {}

    public func report(_ result: RunResult) -> Data { JSONDocument.data(ResultsDocument(result)) }
}
