import Diff
import Golden
import SpecCatalog
import SpecModel
import Wire

/// What two runs of the same cases were answered, as goldens that wait for somebody to look at them.
///
/// Values that were sent or made for the run become their names, values of the spec's volatile types their
/// placeholders, and where an answer fits its golden, the golden's own words stay.
public struct RecordedAnswers: Sendable {
    /// Who answered, and when.
    public struct Origin: Sendable {
        /// ``Provenance/recorded`` for the real service, ``Provenance/modelled`` for anybody else.
        public let provenance: Provenance
        /// The endpoint, without credentials.
        public let source: String
        /// The day in UTC: `2026-11-21`.
        public let date: String

        public init(provenance: Provenance, source: String, date: String) {
            self.provenance = provenance
            self.source = source
            self.date = date
        }
    }

    /// Answers that differ from their goldens, or that stand on more than these.
    public private(set) var pending: [PendingGolden] = []
    /// How many answers are as their goldens say, and add nothing to them.
    public private(set) var agreeing: [GoldenID] = []
    /// Answers that are no documents, so that no golden can hold them.
    public private(set) var unreadable: [GoldenID] = []
    /// Answers that were others in the second run, by more than texts.
    public private(set) var unstable: [GoldenID] = []

    private let catalog: Catalog
    private let origin: Origin

    /// - Throws: what ``SpecHash`` throws.
    public init(first: [SeenAnswer], second: [SeenAnswer], catalog: Catalog, origin: Origin) throws {
        self.catalog = catalog
        self.origin = origin
        let again = try goldens(second)
        let runs = try goldens(first)
        for id in runs.keys.sorted(by: { "\($0)" < "\($1)" }) {
            guard let one = runs[id] else { continue }
            take(one, again: again[id])
        }
    }

    /// An answer as a golden; without one if it is no document.
    private struct Taken {
        let seen: SeenAnswer
        let golden: Golden?
    }

    private mutating func take(_ one: Taken, again: Taken?) {
        let known = one.seen.golden
        guard let golden = one.golden else { return unreadable.append(known.id) }
        // What only one of the runs was asked is not known to be so twice.
        guard let again, let second = again.golden else { return unstable.append(known.id) }
        let waiting = PendingGolden(golden: golden, again: second)
        let isSame = !waiting.isUnstable && known.changes(to: waiting.proposed, answerOnly: true).isEmpty
        // What fits the golden each time is no less right for being another each time.
        let agrees = isSame || !one.seen.differs && !again.seen.differs
        if agrees, origin.provenance >= known.provenance { return agreeing.append(known.id) }
        if waiting.isUnstable { return unstable.append(known.id) }
        pending.append(waiting)
    }

    /// The answers of one run, each under the golden that it would replace.
    private func goldens(_ seen: [SeenAnswer]) throws -> [GoldenID: Taken] {
        var result: [GoldenID: Taken] = [:]
        // Numbers of equal values hold for a whole case.
        for (_, answers) in Dictionary(grouping: seen, by: { "\($0.golden.id.api.rawValue) \($0.case.id)" }) {
            let readable = answers.filter { $0.answer.tree != nil }
            let trees = trees(of: readable)
            for (one, tree) in zip(readable, trees) {
                result[one.golden.id] = Taken(seen: one, golden: try golden(one, tree))
            }
            for one in answers where one.answer.tree == nil { result[one.golden.id] = Taken(seen: one, golden: nil) }
        }
        return result
    }

    private func trees(of answers: [SeenAnswer]) -> [Tree] {
        guard let last = answers.last else { return [] }
        let normaliser = normaliser(last)
        let parts = answers.compactMap { one in one.answer.tree.map { (tree: $0, operation: operation(one)) } }
        let fresh = normaliser.trees(of: parts)
        return zip(answers, zip(parts, fresh)).map { one, trees in
            merge(one).merged(
                one.golden.tree, answer: normaliser.own(trees.0.tree, operation: trees.0.operation), fresh: trees.1)
        }
    }

    private func golden(_ one: SeenAnswer, _ tree: Tree) throws -> Golden {
        var golden = one.golden
        golden.provenance = origin.provenance
        golden.source = origin.source
        let operation = catalog.operation(one.case.api, one.case.operation)
        let hash = try operation.map { try SpecHash.text(of: $0, in: catalog) } ?? ""
        golden.recording = Recording(date: origin.date, spec: hash)
        golden.status = one.answer.status
        golden.contentType = one.answer.header("Content-Type").map(Answer.mediaType) ?? ""
        golden.errorType = one.answer.errorTypeInHeader.map { type in
            merge(one).merged(golden.errorType ?? "", answer: type)
        }
        golden.tree = tree
        return golden
    }

    /// The body of an error has no member of the operation's.
    private func operation(_ one: SeenAnswer) -> SpecModel.Operation? {
        guard 200..<300 ~= one.answer.status else { return nil }
        return catalog.operation(one.golden.id.api, one.step.operation)
    }

    private func merge(_ one: SeenAnswer) -> TemplateMerge {
        TemplateMerge(one.bindings, takesWordings: origin.provenance == .recorded)
    }

    private func normaliser(_ one: SeenAnswer) -> Normaliser {
        // As the comparer has it: what a whole run shares, such as the sender, is no case's own.
        let prefix = one.prefix + "-"
        return Normaliser(structures: catalog.structures(one.golden.id.api), bindings: one.bindings) { text in
            text.contains(prefix)
        }
    }
}

/// Keeps what a run was answered.
public final class AnswerLog: Sendable {
    private let log = Guarded<[SeenAnswer]>([])

    public init() {}

    public func add(_ answer: SeenAnswer) { log.withLock { $0.append(answer) } }

    public var answers: [SeenAnswer] { log.withLock { $0 } }
}
