import Conformance
import Foundation
import SpecModel

/// What became of each case and nothing more: small enough to be kept beside the code, and good to compare.
///
/// Equal results give equal bytes. ``Conformance/RunResult`` reads it back, with cases that have no differences and
/// no answers.
///
///     { "schema": "ses-conformance/outcomes/1", "endpoint": "http://127.0.0.1:5000", …,
///       "support": { "v1/SendBounce": false, "v1/SendEmail": true },
///       "cases": { "v1/SendEmail": { "errors": { "failed": ["missing-source"], "passed": ["missing-message"] } } } }
public struct OutcomesReporter: Reporter {
    /// What the key `schema` says: the format and its version.
    public static let format = "ses-conformance/outcomes/1"

    public init() {}

    public func report(_ result: RunResult) -> Data { JSONDocument.data(OutcomesDocument(result)) }
}

/// The document, key by key.
struct OutcomesDocument: Codable {
    /// Names of cases by outcome, by axis.
    typealias Axes = [String: [String: [String]]]

    let schema: String
    let endpoint: String
    let isEmbedded: Bool
    let run: String
    let started: String
    let duration: Double
    let exchanges: Int
    let toolVersion: String
    let wasInterrupted: Bool
    let support: [String: Bool]
    /// By operation with its API.
    let cases: [String: Axes]

    init(_ result: RunResult) {
        schema = OutcomesReporter.format
        endpoint = result.endpoint
        isEmbedded = result.isEmbedded
        run = result.run
        started = Moment.text(result.started)
        duration = ResultsDocument.finite(result.duration)
        exchanges = result.exchanges
        toolVersion = result.toolVersion
        wasInterrupted = result.wasInterrupted
        let known = result.support.map { ("\($0.api.rawValue)/\($0.operation)", $0.isSupported) }
        support = Dictionary(known, uniquingKeysWith: { $1 })
        var cases: [String: Axes] = [:]
        for one in result.cases.sorted(by: { $0.id < $1.id }) {
            let operation = "\(one.api.rawValue)/\(one.operation)"
            cases[operation, default: [:]][one.axis.rawValue, default: [:]][one.outcome.rawValue, default: []]
                .append(one.ownName)
        }
        self.cases = cases
    }
}
