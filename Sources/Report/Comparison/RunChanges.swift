import Conformance
import Foundation

/// What became of each case from one run to a later one.
public struct RunChanges: Sendable {
    /// How a case went from one run to the other; told in this order.
    public enum Kind: String, Sendable, CaseIterable {
        /// Passed before, and is wrong now.
        case broken
        /// Was wrong, and passes now.
        case fixed
        /// Was wrong, and still is.
        case stillWrong
        /// Was judged, and is not any more: blocked, or nobody knows the right answer.
        case undecided
        /// Only the later run has it.
        case new
        /// Only the earlier run has it.
        case gone

        var title: String {
            switch self {
            case .broken: "Broken"
            case .fixed: "Fixed"
            case .stillWrong: "Still failing"
            case .undecided: "Not judged any more"
            case .new: "New"
            case .gone: "Gone"
            }
        }
    }

    /// A case with what it was and is.
    struct Entry {
        let before: CaseResult?
        let after: CaseResult?

        var id: String { after?.id ?? before?.id ?? "" }
    }

    let entries: [Kind: [Entry]]

    public init(before: RunResult, after: RunResult) {
        let old = Dictionary(before.cases.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let now = Dictionary(after.cases.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var entries: [Kind: [Entry]] = [:]
        for id in Set(old.keys).union(now.keys).sorted() {
            let entry = Entry(before: old[id], after: now[id])
            if let kind = Self.kind(of: entry) { entries[kind, default: []].append(entry) }
        }
        self.entries = entries
    }

    public func count(_ kind: Kind) -> Int { entries[kind]?.count ?? 0 }

    /// nil where nothing changed that matters.
    private static func kind(of entry: Entry) -> Kind? {
        guard let before = entry.before else { return .new }
        guard let after = entry.after else { return .gone }
        let wasJudged = before.outcome == .passed || before.isWrong
        if after.isWrong { return before.isWrong ? .stillWrong : before.outcome == .passed ? .broken : nil }
        if after.outcome == .passed { return before.isWrong ? .fixed : nil }
        return wasJudged ? .undecided : nil
    }
}

extension RunChanges {
    /// What the key `schema` says: the format and its version.
    public static let format = "ses-conformance/changes/1"

    /// "2 broken, 5 fixed, 40 still failing, 3 new".
    public var summary: String {
        let parts = Kind.allCases.filter { count($0) > 0 }.map {
            "\(Wording.number(count($0))) \($0.title.lowercased())"
        }
        return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
    }

    /// A table for each kind of change.
    ///
    /// - Parameter kinds: what is told case by case; the rest is counted only.
    public func document(_ kinds: Set<Kind> = Set(Kind.allCases).subtracting([.stillWrong])) -> Document {
        var document = Document("Changes of SES conformance")
        document.paragraph("\(Wording.sentence(summary))")
        for kind in Kind.allCases where kinds.contains(kind) {
            guard let entries = entries[kind] else { continue }
            document.heading(.text(kind.title))
            let rows: [[Phrase]] = entries.map { entry in
                [
                    .code(entry.id), entry.before.map { .text($0.outcome.rawValue) } ?? "–",
                    entry.after.map { .text($0.outcome.rawValue) } ?? "–", Self.reason(entry.after ?? entry.before),
                ]
            }
            document.table(["Case", "Before", "After", "Why"], rows, or: "")
        }
        return document
    }

    /// What differs, or why nothing was judged.
    private static func reason(_ one: CaseResult?) -> Phrase {
        guard let one, one.outcome != .passed else { return "" }
        let finding = one.findings.first { $0.difference.severity == .error } ?? one.findings.first
        if let finding { return .text(FindingWording.words(on: finding, limit: 80)) }
        return one.reason.map { .text($0) } ?? .text(one.title)
    }

    /// As JSON: the ids of each kind, and outcomes before and after.
    ///
    ///     { "schema": "ses-conformance/changes/1",
    ///       "broken": [{ "case": "v1/SendEmail/minimal", "before": "passed", "after": "failed" }], "fixed": [], … }
    public var json: Data {
        struct Change: Encodable {
            let `case`: String
            let before: String?
            let after: String?
        }
        struct Changes: Encodable {
            let schema = RunChanges.format
            let broken, fixed, stillFailing, undecided, new, gone: [Change]
        }
        func changes(_ kind: Kind) -> [Change] {
            (entries[kind] ?? []).map {
                Change(case: $0.id, before: $0.before?.outcome.rawValue, after: $0.after?.outcome.rawValue)
            }
        }
        return JSONDocument.data(
            Changes(
                broken: changes(.broken), fixed: changes(.fixed), stillFailing: changes(.stillWrong),
                undecided: changes(.undecided), new: changes(.new), gone: changes(.gone)))
    }
}
