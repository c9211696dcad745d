import Conformance
import Diff
import SpecCatalog
import SpecModel

/// What differs in one operation, in plain words: "`MaxItems` is ignored; missing `Source` is accepted".
struct SupportNotes {
    /// Notes beyond this many are counted.
    private static let most = 8

    /// A remark that several subjects may share.
    private enum Note: Hashable {
        /// A sentence of its own.
        case sentence(Phrase)
        /// Subjects before a verb: "`A` and `B` are missing from the answer".
        case verb(singular: Phrase, plural: Phrase)
        /// "missing `A` and `B` are accepted".
        case missing(singular: Phrase, plural: Phrase)
    }

    private let results: [CaseResult]
    private let names: SubjectNames

    init(_ results: [CaseResult], _ names: SubjectNames) {
        self.results = results.sorted { $0.id < $1.id }
        self.names = names
    }

    /// Separated by semicolons.
    var text: Phrase {
        var order: [Note] = []
        var subjects: [Note: [Phrase]] = [:]
        for one in results where one.outcome == .failed {
            for finding in one.findings where finding.difference.severity == .error {
                let (note, subject) = note(on: finding, of: one)
                if subjects[note] == nil { order.append(note) }
                var known = subjects[note] ?? []
                if let subject, !known.contains(subject) { known.append(subject) }
                subjects[note] = known
            }
            if one.findings.isEmpty { order.append(.sentence("\(one.title): failed")) }
        }
        let ranked = order.sorted { Self.rank($0) < Self.rank($1) }
        let notes = ranked.prefix(Self.most).map { Self.words($0, subjects[$0] ?? []) }
        let rest = ranked.count - notes.count
        let more: [Phrase] = rest > 0 ? ["and \(Wording.count(rest, "more kind")) of difference"] : []
        return (notes + more).joined(separator: "; ")
    }

    /// Sentences after what has subjects; otherwise as the cases come.
    private static func rank(_ note: Note) -> Int {
        switch note {
        case .missing: 0
        case .verb: 1
        case .sentence: 2
        }
    }

    private static func words(_ note: Note, _ subjects: [Phrase]) -> Phrase {
        let shown = subjects.count > 6 ? subjects.prefix(5) + ["\(subjects.count - 5) more"] : subjects[...]
        let list = Phrase.list(Array(shown))
        switch note {
        case .sentence(let text): return text
        case .verb(let singular, let plural): return "\(list) \(subjects.count == 1 ? singular : plural)"
        case .missing(let singular, let plural): return "missing \(list) \(subjects.count == 1 ? singular : plural)"
        }
    }

    private func note(on finding: Finding, of one: CaseResult) -> (Note, Phrase?) {
        let difference = finding.difference
        let isMissing = (finding.cause.id + one.rule).contains("missing-required") || one.rule == "missing"
        // Not every case that leaves something out is named after it.
        let omitted = isMissing && one.title.hasPrefix("omits ") ? String(one.title.dropFirst(6)) : nil
        let subject = (names.subject(of: one) ?? omitted).map { Phrase.code($0) }
        switch difference.kind {
        case .accepted:
            if isMissing, let subject { return (.missing(singular: "is accepted", plural: "are accepted"), subject) }
            return (.sentence("a request that \(one.title) is accepted"), nil)
        case .code:
            let answer = Self.answer(difference)
            if isMissing, let subject { return (.missing(singular: "is \(answer)", plural: "are \(answer)"), subject) }
            return (.sentence("a request that \(one.title) is \(answer)"), nil)
        case .rejected:
            let seen = difference.actual.map { Phrase(" (\(code: $0, limit: 60))") } ?? ""
            return (.sentence("a request that \(one.title) is rejected\(seen)"), nil)
        case .status where difference.actual?.hasPrefix("5") == true:
            if isMissing, let subject {
                return (.missing(singular: "is a server error", plural: "are server errors"), subject)
            }
            return (.sentence("a request that \(one.title) is a server error"), nil)
        case .paging:
            guard let size = names.pageSize(of: one) else { return (.sentence("pages are not as asked for"), nil) }
            return (.verb(singular: "is ignored", plural: "are ignored"), .code(size))
        default: return noteOnAnswer(difference, of: one)
        }
    }

    /// What is wrong in an answer that is otherwise of the right kind.
    private func noteOnAnswer(_ difference: Difference, of one: CaseResult) -> (Note, Phrase?) {
        let leaf = Phrase.code(Self.leaf(of: difference.path))
        let seen = difference.actual.map { Phrase.code($0, limit: 60) } ?? "nothing"
        switch difference.kind {
        case .missing: return (.verb(singular: "is not in the answer", plural: "are not in the answer"), leaf)
        case .unexpected:
            return (.verb(singular: "is in the answer unexpectedly", plural: "are in the answer unexpectedly"), leaf)
        case .duplicate: return (.verb(singular: "is in the answer twice", plural: "are in the answer twice"), leaf)
        case .order: return (.verb(singular: "is not in order", plural: "are not in order"), leaf)
        case .type: return (.verb(singular: "is not of its type", plural: "are not of their type"), leaf)
        case .value: return (.verb(singular: "has a wrong value", plural: "have wrong values"), leaf)
        case .identity:
            return (.verb(singular: "is not the same throughout", plural: "are not the same throughout"), leaf)
        case .wording: return (.sentence("an error is worded otherwise"), nil)
        case .namespace: return (.sentence("the answer's namespace is \(seen)"), nil)
        case .header: return (.sentence("\(difference.path) is \(seen)"), nil)
        case .status:
            let expected = difference.expected.map { Phrase(" instead of \(code: $0, limit: 60)") } ?? ""
            let request: Phrase = "a request that \(one.title)"
            return (.sentence("\(request) is answered with \(seen)\(expected)"), nil)
        case .body: return (.sentence("a request that \(one.title) gets another document"), nil)
        case .accepted, .rejected, .code, .paging:
            return (.sentence(.text(one.title)), nil)
        }
    }

    /// "answered with `MessageRejected` instead of `ValidationError`".
    private static func answer(_ difference: Difference) -> Phrase {
        let actual = difference.actual.map { Phrase.code($0, limit: 60) } ?? "no code"
        guard let expected = difference.expected else { return "answered with \(actual)" }
        let template = Template(expected)
        let codes = template.soleName.flatMap { $0.kind == "one-of" ? $0.argument : nil }?.split(separator: "|")
        let names = codes.map { $0.map { Phrase.code(String($0)) } } ?? [.code(expected)]
        return "answered with \(actual) instead of \(Phrase.list(names, last: "or"))"
    }

    /// The last name of a path, without keys and positions: `Identities` of `…/Identities/member[+]`.
    static func leaf(of path: String) -> String {
        var depth = 0
        var plain = ""
        for character in path {
            if character == "[" { depth += 1 }
            if depth == 0 { plain.append(character) }
            if character == "]" { depth = max(0, depth - 1) }
        }
        let parts = plain.split(separator: "/").map(String.init)
        return parts.last { $0 != "member" && $0 != "entry" } ?? path
    }
}

/// Finds out which parameter a case is about, from its id: `missing-reply-to-addresses`.
struct SubjectNames {
    private let candidates: [String: [(key: String, name: String)]]
    private let pageSizes: [String: String]

    init(_ catalog: Catalog) {
        var candidates: [String: [(key: String, name: String)]] = [:]
        var pageSizes: [String: String] = [:]
        for operation in catalog.operations {
            let structures = catalog.structures(operation.api)
            var found: [(key: String, name: String)] = []
            Self.collect(operation.parameters, before: "", structures, depth: 4, into: &found)
            candidates[operation.id] = found.sorted { ($1.key.count, $0.name) < ($0.key.count, $1.name) }
            pageSizes[operation.id] = operation.pages?.size
        }
        self.candidates = candidates
        self.pageSizes = pageSizes
    }

    /// The parameter that limits a page.
    func pageSize(of one: CaseResult) -> String? { pageSizes["\(one.api.rawValue)/\(one.operation)"] }

    /// The parameter with the longest name that the case's name holds as whole words.
    ///
    /// Of an operation that is in no catalogue: the last word of the title, if that looks like a name.
    func subject(of one: CaseResult) -> String? {
        let words = one.id.split(separator: "/").last?.split(separator: "-").map { $0.lowercased() } ?? []
        var runs: Set<String> = []
        for start in words.indices {
            var run = ""
            for word in words[start...] {
                run += word
                runs.insert(run)
            }
        }
        if let known = candidates["\(one.api.rawValue)/\(one.operation)"] {
            return known.first { runs.contains($0.key) }?.name
        }
        let last = one.title.split(separator: " ").last.map(String.init) ?? ""
        return last.first?.isUppercase == true && runs.contains(last.lowercased()) ? last : nil
    }

    private static func collect(
        _ members: [Member], before path: String, _ structures: [String: Structure], depth: Int,
        into found: inout [(key: String, name: String)]
    ) {
        for member in members {
            let name = path + member.name
            found.append((name.filter { $0 != "." }.lowercased(), name))
            guard depth > 0, let inner = member.shape.structureName, let structure = structures[inner] else {
                continue
            }
            collect(structure.members, before: name + ".", structures, depth: depth - 1, into: &found)
        }
    }
}
