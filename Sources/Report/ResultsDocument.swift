import Conformance
import Diff
import Foundation
import SpecModel

/// The document that the JSON report is, key by key; ``JSONReporter/schema`` says what each means.
struct ResultsDocument: Codable {
    struct Case: Codable {
        let id: String
        let api: String
        let operation: String
        let axis: String
        let rule: String
        let title: String
        let requirement: String
        let source: Source
        let outcome: String
        let reason: String?
        let findings: [Finding]
        let exchanges: [Exchange]
        /// Absent for 0.
        let retries: Int?
        let shrunk: Shrunk?
        let duration: Double
        let isNew: Bool
    }

    struct Source: Codable {
        let provenance: String
        let source: String
        let date: String?
    }

    struct Finding: Codable {
        let step: String
        let path: String
        let kind: String
        let severity: String
        let expected: String?
        let actual: String?
        let cause: String
        let causeTitle: String
        let golden: String
        let baseline: String?
    }

    struct Exchange: Codable {
        let step: String
        let curl: String
        let expected: String
        let actual: String
    }

    struct Shrunk: Codable {
        let cause: String
        let changes: [String]
        let curl: String
    }

    struct Support: Codable {
        let api: String
        let operation: String
        let isSupported: Bool
        let seen: String
    }

    /// ``Conformance/ShardRecord``.
    struct Shard: Codable {
        struct Evidence: Codable {
            let id: String
            let shown: [String]?
            let shrunk: [Shrunk]
        }

        let index: Int
        let count: Int
        let selection: [String]
        let suite: String
        let total: Int
        let accepted: [String]
        let remarks: [String]
        /// Ordered by id.
        let evidence: [Evidence]
    }

    struct Summary: Codable {
        let cases: Int
        let passed: Int
        let failed: Int
        let unsupported: Int
        let blocked: Int
        let broken: Int
        let observed: Int
        let failedAsKnown: Int
        let new: Int
    }

    let schema: String
    let endpoint: String
    let isEmbedded: Bool
    let run: String
    let started: String
    let duration: Double
    let exchanges: Int
    let toolVersion: String
    let summary: Summary
    let cases: [Case]
    let support: [Support]
    let remarks: [String]
    let staleBaseline: [String]
    let wasInterrupted: Bool
    let shard: Shard?
}

extension ResultsDocument {
    init(_ result: RunResult) {
        schema = JSONReporter.format
        endpoint = result.endpoint
        isEmbedded = result.isEmbedded
        run = result.run
        started = Moment.text(result.started)
        duration = Self.finite(result.duration)
        exchanges = result.exchanges
        toolVersion = result.toolVersion
        summary = Summary(result)
        cases = result.cases.map { Case($0) }
        support = result.support.map {
            Support(api: $0.api.rawValue, operation: $0.operation, isSupported: $0.isSupported, seen: $0.seen)
        }
        remarks = result.remarks
        staleBaseline = result.staleBaseline
        wasInterrupted = result.wasInterrupted
        shard = result.shard.map { Shard($0) }
    }

    /// JSON has no infinity and no NaN.
    static func finite(_ value: Double) -> Double { value.isFinite ? value : 0 }
}

extension ResultsDocument.Summary {
    fileprivate init(_ result: RunResult) {
        func count(_ outcome: Outcome) -> Int { result.cases.count { $0.outcome == outcome } }
        cases = result.cases.count
        passed = count(.passed)
        failed = count(.failed)
        unsupported = count(.unsupported)
        blocked = count(.blocked)
        broken = count(.broken)
        observed = count(.observed)
        failedAsKnown = result.cases.count { $0.outcome == .failed && !$0.differs(from: .error) }
        new = result.cases.count(where: \.isNew)
    }
}

extension ResultsDocument.Case {
    fileprivate init(_ result: CaseResult) {
        id = result.id
        api = result.api.rawValue
        operation = result.operation
        axis = result.axis.rawValue
        rule = result.rule
        title = result.title
        requirement = result.requirement
        source = ResultsDocument.Source(
            provenance: result.source.provenance.rawValue, source: result.source.source, date: result.source.date)
        outcome = result.outcome.rawValue
        reason = result.reason
        findings = result.findings.map {
            ResultsDocument.Finding(
                step: $0.step, path: $0.difference.path, kind: $0.difference.kind.rawValue,
                severity: $0.difference.severity.rawValue, expected: $0.difference.expected,
                actual: $0.difference.actual, cause: $0.cause.id, causeTitle: $0.cause.title, golden: $0.golden,
                baseline: $0.baseline)
        }
        exchanges = result.exchanges.map {
            ResultsDocument.Exchange(step: $0.step, curl: $0.curl, expected: $0.expected, actual: $0.actual)
        }
        retries = result.retries > 0 ? result.retries : nil
        shrunk = result.shrunk.map { ResultsDocument.Shrunk($0) }
        duration = ResultsDocument.finite(result.duration)
        isNew = result.isNew
    }
}

extension ResultsDocument.Shrunk {
    fileprivate init(_ request: ShrunkRequest) {
        cause = request.cause
        changes = request.changes
        curl = request.curl
    }

    var request: ShrunkRequest { ShrunkRequest(cause: cause, changes: changes, curl: curl) }
}

extension ResultsDocument.Shard {
    fileprivate init(_ record: ShardRecord) {
        index = record.shard.index
        count = record.shard.count
        selection = record.selection
        suite = record.suite
        total = record.total
        accepted = record.accepted
        remarks = record.remarks
        evidence = record.evidence.sorted { $0.key < $1.key }.map { id, evidence in
            Evidence(
                id: id, shown: evidence.shown?.map(\.rawValue).sorted(),
                shrunk: evidence.shrunk.map { ResultsDocument.Shrunk($0) })
        }
    }
}

/// Moments as ISO 8601 in UTC.
enum Moment {
    /// `2026-11-21T09:30:00.000Z`, rounded to the millisecond.
    static func text(_ date: Date) -> String {
        // The style cuts off; half a millisecond more makes that rounding, and reading back exact.
        date.addingTimeInterval(0.0005).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// Reads what ``text(_:)`` wrote, and the same without milliseconds.
    static func date(_ text: String) -> Date? {
        (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))
            ?? (try? Date.ISO8601FormatStyle().parse(text))
    }
}
