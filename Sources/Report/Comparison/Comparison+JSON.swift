import Conformance
import Foundation
import SpecModel

extension Comparison {
    /// What the key `schema` says: the format and its version.
    public static let format = "ses-conformance/comparison/1"

    /// As JSON; names of endpoints are keys, and an axis that an endpoint was not judged on is left out.
    ///
    ///     { "schema": "ses-conformance/comparison/1", "endpoints": [{ "name": "moto", "endpoint": "http://…" }],
    ///       "operations": [{ "operation": "v1/SendEmail", "axis": "errors", "best": ["moto"],
    ///                        "tallies": { "moto": { "passed": 3, "run": 12 } } }],
    ///       "onlyRight": { "moto": ["v1/SendEmail/minimal"] }, "onlyWrong": {}, "leftOut": 0 }
    public var json: Data { JSONDocument.data(ComparisonDocument(self)) }
}

private struct ComparisonDocument: Encodable {
    struct Endpoint: Encodable {
        let name: String
        let endpoint: String
        let started: String
        let toolVersion: String
        let supported: Int
        let operations: Int
    }

    struct Tally: Encodable {
        let passed: Int
        let run: Int
    }

    struct Row: Encodable {
        let operation: String
        let axis: String
        let best: [String]
        let worst: [String]
        let tallies: [String: Tally]
    }

    let schema = Comparison.format
    let cases: Int
    let leftOut: Int
    let endpoints: [Endpoint]
    let operations: [Row]
    let onlyRight: [String: [String]]
    let onlyWrong: [String: [String]]

    init(_ comparison: Comparison) {
        let sides = comparison.sides
        func named(_ cases: [[CaseResult]]) -> [String: [String]] {
            let ids = zip(sides.map(\.name), cases.map { $0.map(\.id) }).filter { !$1.isEmpty }
            return Dictionary(ids, uniquingKeysWith: +)
        }
        cases = sides.first?.result.cases.count ?? 0
        leftOut = comparison.leftOut
        endpoints = sides.map { side in
            Endpoint(
                name: side.name, endpoint: side.result.endpoint, started: Moment.text(side.result.started),
                toolVersion: side.result.toolVersion, supported: side.result.support.count(where: \.isSupported),
                operations: side.result.support.count)
        }
        operations = comparison.rows.map { row in
            var tallies: [String: Tally] = [:]
            for (side, tally) in zip(sides, row.tallies) {
                tallies[side.name] = tally.map { Tally(passed: $0.passed, run: $0.run) }
            }
            return Row(
                operation: row.operation, axis: row.axis.rawValue, best: row.best.map { sides[$0].name },
                worst: row.worst.map { sides[$0].name }, tallies: tallies)
        }
        onlyRight = named(comparison.onlyRight)
        onlyWrong = named(comparison.onlyWrong)
    }
}
