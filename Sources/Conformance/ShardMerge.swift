import Foundation

/// Why results can't be joined.
public enum MergeError: Error, Sendable, Hashable, CustomStringConvertible {
    case nothing
    case noShard(String)
    case interrupted(String)
    case other(String, of: String, found: String, first: String, expected: String)
    case twice(Shard, String, String)
    case missing([Shard])
    case unknownCase(String, String)
    case incomplete(found: Int, expected: Int)
    case split(operation: String)
    case baseline(String)

    public var description: String {
        switch self {
        case .nothing: "there is nothing to merge: name the results of shards"
        case .noShard(let file): "\(file) is no part of a run: write it with run --shard I/N --report json=FILE"
        case .interrupted(let file): "\(file) was stopped before its end: run that shard anew"
        case .other(let file, let what, let found, let first, let expected):
            "\(file) has another \(what) than \(first): '\(found)', not '\(expected)'; run all shards alike"
        case .twice(let shard, let first, let second):
            "\(first) and \(second) are both shard \(shard): give each shard once"
        case .missing(let shards):
            "\(shards.count == 1 ? "shard" : "shards") \(shards.map(\.description).joined(separator: ", ")) "
                + "\(shards.count == 1 ? "is" : "are") missing: give the results of every shard"
        case .unknownCase(let file, let id): "\(file): this build has no case \(id); merge with the tool that ran it"
        case .incomplete(let found, let expected):
            "the shards have \(found) cases together, and their selection had \(expected): a file was changed"
        case .split(let operation):
            "one shard found \(operation) supported and another did not: run them anew, against the same endpoint"
        case .baseline(let file): "\(file) was held against a baseline: name it here, too, with --baseline"
        }
    }
}

/// Joins the results of all shards of a run into what one run would have said.
public struct ShardMerge: Sendable {
    private let cases: CaseCatalog
    private let parts: [Part]

    private struct Part: Sendable {
        let file: String
        let result: RunResult
        let record: ShardRecord
    }

    /// - Parameters:
    ///   - shards: results with what errors call their files, in any order.
    ///   - cases: what the shards' cases were chosen from.
    /// - Throws: ``MergeError`` if one is missing, given twice, not complete, or unlike the others.
    public init(_ shards: [(file: String, result: RunResult)], outOf cases: CaseCatalog) throws(MergeError) {
        self.cases = cases
        var parts: [Part] = []
        for (file, result) in shards {
            guard let record = result.shard else { throw .noShard(file) }
            guard !result.wasInterrupted else { throw .interrupted(file) }
            if let unknown = result.cases.first(where: { cases[$0.id] == nil }) { throw .unknownCase(file, unknown.id) }
            let part = Part(file: file, result: result, record: record)
            if let first = parts.first { try Self.compare(part, with: first) }
            if let same = parts.first(where: { $0.record.shard == record.shard }) {
                throw .twice(record.shard, same.file, file)
            }
            parts.append(part)
        }
        self.parts = parts.sorted { $0.record.shard.index < $1.record.shard.index }
        try checkCompleteness()
    }

    private static func compare(_ part: Part, with first: Part) throws(MergeError) {
        let aspects: [(String, (Part) -> String)] = [
            ("number of shards", { "\($0.record.shard.count)" }), ("endpoint", \.result.endpoint),
            ("version of the tool", \.result.toolVersion),
            ("selection", { $0.record.selection.joined(separator: " ") }), ("set of cases and goldens", \.record.suite),
            ("number of cases", { "\($0.record.total)" }),
        ]
        for (name, aspect) in aspects where aspect(part) != aspect(first) {
            throw .other(part.file, of: name, found: aspect(part), first: first.file, expected: aspect(first))
        }
    }

    private func checkCompleteness() throws(MergeError) {
        guard let count = parts.first?.record.shard.count else { return }
        let given = Set(parts.map(\.record.shard.index))
        let missing = (1...count).filter { !given.contains($0) }.compactMap { Shard(index: $0, count: count) }
        guard missing.isEmpty else { throw .missing(missing) }
        let found = Set(parts.flatMap { $0.result.cases.map(\.id) }).count
        let expected = parts.first?.record.total ?? 0
        guard found == expected, parts.reduce(0, { $0 + $1.result.cases.count }) == expected else {
            throw .incomplete(found: found, expected: expected)
        }
    }

    /// What one run would have said: the time of the longest shard, from when the first began.
    ///
    /// - Parameter hasBaseline: whether the result is going to be held against the baseline anew.
    /// - Throws: ``MergeError`` where the shards contradict each other, or the baseline is missing.
    public func result(hasBaseline: Bool) throws(MergeError) -> RunResult {
        if !hasBaseline, let marked = parts.first(where: \.result.isMarked) { throw .baseline(marked.file) }
        guard let first = parts.first?.result else { throw .nothing }
        let accepted = Set(parts.flatMap(\.record.accepted))
        var settled = Witnesses(parts.flatMap(endings), accepted: accepted).settled
        let evidence = parts.reduce(into: [:]) { $0.merge($1.record.evidence) { first, _ in first } }
        for (place, findings) in Shrinker.targets(settled, cases) {
            settled[place].shrunk = evidence[settled[place].id]?.shrunk.first { $0.cause == findings.first?.cause.id }
        }
        let remarks = parts.flatMap(\.record.remarks).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let names = parts.map(\.result.run).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return RunResult(
            endpoint: first.endpoint, isEmbedded: first.isEmbedded, run: names.joined(separator: "+"),
            started: parts.map(\.result.started).min() ?? first.started,
            duration: parts.map(\.result.duration).max() ?? 0, exchanges: parts.reduce(0) { $0 + $1.result.exchanges },
            toolVersion: first.toolVersion, cases: settled, support: try support(),
            remarks: remarks + RunResult.remarks(on: settled))
    }

    /// A shard's cases as they ended by themselves, before anything was made of what others showed.
    private func endings(_ part: Part) -> [CaseRun.Ending] {
        part.result.cases.map { result in
            var result = result.unmarked
            let shown = part.record.evidence[result.id]?.shown
            if shown != nil {
                result.outcome = .passed
                result.reason = nil
            }
            result.shrunk = nil
            let origin = cases[result.id]
            return CaseRun.Ending(
                result: result, shown: shown ?? [], hasControl: origin?.control != nil,
                isEnvelope: origin?.scope == .envelope, exchanges: 0)
        }
    }

    private func support() throws(MergeError) -> [OperationSupport] {
        var merged: [String: OperationSupport] = [:]
        for support in parts.flatMap(\.result.support) {
            let id = "\(support.api.rawValue)/\(support.operation)"
            if let known = merged[id] {
                guard known.isSupported == support.isSupported else { throw .split(operation: id) }
            } else {
                merged[id] = support
            }
        }
        return merged.values.sorted { ($0.api, $0.operation) < ($1.api, $1.operation) }
    }
}

extension RunResult {
    /// Whether a baseline left anything in it.
    fileprivate var isMarked: Bool {
        !staleBaseline.isEmpty || cases.contains { $0.isNew || $0.findings.contains { $0.baseline != nil } }
    }
}

extension CaseResult {
    /// The same without what a baseline says of it.
    fileprivate var unmarked: CaseResult {
        var result = self
        result.isNew = false
        for place in result.findings.indices { result.findings[place].baseline = nil }
        return result
    }
}
