import Conformance
import Diff
import Foundation
import SpecModel

/// Why a file of results can't be used.
public enum ResultsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The bytes are no JSON, or not of the form that the schema gives.
    case malformed(file: String, place: String, problem: String)
    /// The file is of a format that this build does not read.
    case otherFormat(file: String, found: String)
    /// A value outside of what the key allows.
    case wrongValue(file: String, place: String, found: String, expected: String)

    public var description: String {
        switch self {
        case .malformed(let file, let place, let problem):
            "\(file): no results of ses-conformance: \(place.isEmpty ? "" : "\(place): ")\(problem); "
                + "write them with --report json=FILE"
        case .otherFormat(let file, let found):
            "\(file): schema is \"\(found)\", this build reads \"\(JSONReporter.format)\" "
                + "and \"\(OutcomesReporter.format)\"; run the suite anew"
        case .wrongValue(let file, let place, let found, let expected):
            "\(file): \(place) is \"\(found)\", which is none of \(expected)"
        }
    }
}

extension JSONReporter {
    /// Whether a file says that it is a report of this kind, of whatever version.
    public static func isReport(_ data: Data) -> Bool {
        struct Head: Decodable { let schema: String }
        let head = try? JSONDecoder().decode(Head.self, from: data)
        return head?.schema.hasPrefix("ses-conformance/results/") ?? false
    }
}

extension RunResult {
    /// Reads back what ``JSONReporter`` or ``OutcomesReporter`` wrote; times are kept to the millisecond.
    ///
    /// - Parameter name: what errors call the file.
    /// - Throws: ``ResultsError`` for anything else, with the key where it can be told.
    public init(readingJSON data: Data, name: String = "results") throws(ResultsError) {
        let reader = ResultsReader(file: name)
        do {
            struct Head: Decodable { let schema: String }
            let head = try JSONDecoder().decode(Head.self, from: data)
            switch head.schema {
            case JSONReporter.format:
                self = try reader.result(try JSONDecoder().decode(ResultsDocument.self, from: data))
            case OutcomesReporter.format:
                self = try reader.result(try JSONDecoder().decode(OutcomesDocument.self, from: data))
            default: throw ResultsError.otherFormat(file: name, found: head.schema)
            }
        } catch let error as ResultsError {
            throw error
        } catch let error as DecodingError {
            throw ResultsError(error, file: name)
        } catch {
            throw .malformed(file: name, place: "", problem: "\(error)")
        }
    }
}

extension ResultsError {
    fileprivate init(_ error: DecodingError, file: String) {
        func place(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
            (context.codingPath + (key.map { [$0] } ?? [])).reduce("") { text, key in
                if let index = key.intValue { return "\(text)[\(index)]" }
                return text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)"
            }
        }
        switch error {
        case .keyNotFound(let key, let context):
            self = .malformed(file: file, place: place(context, key), problem: "missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self = .malformed(file: file, place: place(context), problem: context.debugDescription)
        case .dataCorrupted(let context):
            self = .malformed(file: file, place: place(context), problem: context.debugDescription)
        @unknown default:
            self = .malformed(file: file, place: "", problem: "\(error)")
        }
    }
}

/// Turns the document's texts into what they stand for.
private struct ResultsReader {
    let file: String

    private func started(_ text: String) throws(ResultsError) -> Date {
        guard let date = Moment.date(text) else {
            throw .wrongValue(
                file: file, place: "started", found: text, expected: "the form 2026-11-21T09:30:00.000Z")
        }
        return date
    }

    func result(_ document: OutcomesDocument) throws(ResultsError) -> RunResult {
        var cases: [CaseResult] = []
        for (id, axes) in document.cases {
            let (api, operation) = try self.operation(id, at: "cases")
            for (axis, outcomes) in axes {
                let axis: Axis = try value(axis, at: "cases.\(id)")
                for (outcome, names) in outcomes {
                    let outcome: Outcome = try value(outcome, at: "cases.\(id).\(axis.rawValue)")
                    cases += names.map { name in
                        CaseResult(
                            id: "\(id)/\(name)", api: api, operation: operation, axis: axis, rule: "", title: "",
                            requirement: "", source: Evidence(.modelled, ""), outcome: outcome)
                    }
                }
            }
        }
        var support: [OperationSupport] = []
        for (id, isSupported) in document.support.sorted(by: { $0.key < $1.key }) {
            let (api, operation) = try self.operation(id, at: "support")
            support.append(OperationSupport(api: api, operation: operation, isSupported: isSupported, seen: ""))
        }
        return RunResult(
            endpoint: document.endpoint, isEmbedded: document.isEmbedded, run: document.run,
            started: try started(document.started), duration: document.duration, exchanges: document.exchanges,
            toolVersion: document.toolVersion, cases: cases.sorted { $0.id < $1.id }, support: support,
            wasInterrupted: document.wasInterrupted)
    }

    /// `v1/SendEmail` taken apart.
    private func operation(_ id: String, at place: String) throws(ResultsError) -> (API, String) {
        let parts = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw .wrongValue(file: file, place: place, found: id, expected: "the form v1/SendEmail")
        }
        return (try value(parts[0], at: place), parts[1])
    }

    func result(_ document: ResultsDocument) throws(ResultsError) -> RunResult {
        var cases: [CaseResult] = []
        for (index, one) in document.cases.enumerated() { try cases.append(result(one, at: "cases[\(index)]")) }
        var support: [OperationSupport] = []
        for (index, one) in document.support.enumerated() {
            try support.append(
                OperationSupport(
                    api: value(one.api, at: "support[\(index)].api"), operation: one.operation,
                    isSupported: one.isSupported, seen: one.seen))
        }
        var result = RunResult(
            endpoint: document.endpoint, isEmbedded: document.isEmbedded, run: document.run,
            started: try started(document.started), duration: document.duration, exchanges: document.exchanges,
            toolVersion: document.toolVersion,
            cases: cases, support: support, remarks: document.remarks, staleBaseline: document.staleBaseline,
            wasInterrupted: document.wasInterrupted)
        if let shard = document.shard { result.shard = try record(shard) }
        return result
    }

    private func record(_ one: ResultsDocument.Shard) throws(ResultsError) -> ShardRecord {
        guard let shard = Shard(index: one.index, count: one.count) else {
            throw .wrongValue(
                file: file, place: "shard", found: "\(one.index)/\(one.count)", expected: "I/N with I from 1 to N")
        }
        var evidence: [String: ShardRecord.Evidence] = [:]
        for (index, each) in one.evidence.enumerated() {
            let shown: Set<Shown>? = try each.shown.map { texts throws(ResultsError) in
                var shown: Set<Shown> = []
                for text in texts { shown.insert(try value(text, at: "shard.evidence[\(index)].shown")) }
                return shown
            }
            evidence[each.id] = ShardRecord.Evidence(shown: shown, shrunk: each.shrunk.map(\.request))
        }
        return ShardRecord(
            shard: shard, selection: one.selection, suite: one.suite, total: one.total, accepted: one.accepted,
            remarks: one.remarks, evidence: evidence)
    }

    private func result(_ one: ResultsDocument.Case, at place: String) throws(ResultsError) -> CaseResult {
        var findings: [Finding] = []
        for (index, finding) in one.findings.enumerated() {
            try findings.append(self.finding(finding, at: "\(place).findings[\(index)]"))
        }
        let source = Evidence(
            try value(one.source.provenance, at: "\(place).source.provenance"), one.source.source,
            date: one.source.date)
        var result = CaseResult(
            id: one.id, api: try value(one.api, at: "\(place).api"), operation: one.operation,
            axis: try value(one.axis, at: "\(place).axis"), rule: one.rule, title: one.title,
            requirement: one.requirement, source: source,
            outcome: try value(one.outcome, at: "\(place).outcome"), reason: one.reason, findings: findings,
            exchanges: one.exchanges.map {
                ExchangeRecord(step: $0.step, curl: $0.curl, expected: $0.expected, actual: $0.actual)
            },
            shrunk: one.shrunk?.request, duration: one.duration, isNew: one.isNew)
        result.retries = one.retries ?? 0
        return result
    }

    private func finding(_ one: ResultsDocument.Finding, at place: String) throws(ResultsError) -> Finding {
        let difference = Difference(
            path: one.path, kind: try value(one.kind, at: "\(place).kind"), expected: one.expected,
            actual: one.actual, severity: try value(one.severity, at: "\(place).severity"))
        return Finding(
            step: one.step, difference: difference, cause: Cause(id: one.cause, title: one.causeTitle),
            golden: one.golden, baseline: one.baseline)
    }

    private func value<Value>(_ text: String, at place: String) throws(ResultsError) -> Value
    where Value: RawRepresentable<String> & CaseIterable {
        guard let value = Value(rawValue: text) else {
            let expected = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw .wrongValue(file: file, place: place, found: text, expected: expected)
        }
        return value
    }
}
