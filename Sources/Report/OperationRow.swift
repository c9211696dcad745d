import Conformance
import Diff
import SpecModel

extension CaseResult {
    /// The last part of the id: `missing-source`.
    var ownName: String {
        let own = "\(api.rawValue)/\(operation)/"
        return id.hasPrefix(own) ? String(id.dropFirst(own.count)) : id
    }
}

/// What became of an operation's cases, axis by axis; never summed over axes.
struct OperationRow {
    struct Tally {
        var passed = 0
        /// Cases that were judged: passed or failed.
        var run = 0
    }

    let api: API
    let operation: String
    var axes: [Axis: Tally] = [:]
    /// Cases that fail the run, new ones included.
    var failing = 0
    /// Failed cases of which the baseline knows every difference that matters.
    var known = 0
    var blocked = 0
    var observed = 0
    var broken = 0
    var unsupported = 0
    var warned = 0

    var id: String { "\(api.rawValue)/\(operation)" }
    var judged: Int { axes.values.reduce(0) { $0 + $1.run } }
    var isTroubled: Bool { failing > 0 || broken > 0 }

    init(api: API, operation: String) {
        self.api = api
        self.operation = operation
    }

    mutating func add(_ one: CaseResult, failOn threshold: Severity) {
        switch one.outcome {
        case .passed, .failed:
            axes[one.axis, default: Tally()].run += 1
            if one.differs(from: threshold) {
                failing += 1
            } else if one.outcome == .failed {
                known += 1
            } else {
                axes[one.axis, default: Tally()].passed += 1
                if one.open.contains(where: { $0.difference.severity == .warning }) { warned += 1 }
            }
        case .blocked: blocked += 1
        case .observed: observed += 1
        case .broken: broken += 1
        case .unsupported: unsupported += 1
        }
    }

    /// "2 blocked", "1 observed": what is not in the axes' numbers, and failures that are known.
    var apart: [String] {
        [(broken, "broken"), (known, "known"), (warned, "warned"), (blocked, "blocked"), (observed, "observed")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    }

    /// One row for each operation, ordered by API and name.
    static func rows(of result: RunResult, failOn threshold: Severity) -> [OperationRow] {
        var rows: [String: OperationRow] = [:]
        for one in result.cases {
            let id = "\(one.api.rawValue)/\(one.operation)"
            rows[id, default: OperationRow(api: one.api, operation: one.operation)].add(one, failOn: threshold)
        }
        return rows.values.sorted { ($0.api, $0.operation) < ($1.api, $1.operation) }
    }

    /// All rows as one, still axis by axis.
    static func total(of result: RunResult, failOn threshold: Severity) -> OperationRow {
        var total = OperationRow(api: .v1, operation: "")
        for one in result.cases { total.add(one, failOn: threshold) }
        return total
    }
}
