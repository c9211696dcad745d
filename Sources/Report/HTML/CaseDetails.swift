import Conformance
import Diff

/// What the page shows of a case beside its row.
struct CaseDetails {
    /// A judged answer with a difference, and the commands that led to it.
    struct Exchange {
        let step: String
        /// Those since the answer before, if they go on from there; otherwise all.
        let commands: [String]
        let isContinued: Bool
        let expected: AnswerLines
        let actual: AnswerLines
    }

    /// More differences than this of one case are only counted.
    private static let mostFindings = 8

    /// The gravest first.
    let findings: [Finding]
    let moreFindings: Int
    /// Differences that are no faults, beside those that are.
    let notes: [Finding]
    /// Answers without a difference are left out where another has one.
    let exchanges: [Exchange]

    /// - Parameter isOpened: whether what went over the wire is shown; otherwise only differences beyond notes.
    init(_ one: CaseResult, isOpened: Bool) {
        let faults = Severity.allCases.filter { $0 > .note }.reversed().flatMap { severity in
            one.findings.filter { $0.difference.severity == severity }
        }
        let shown = faults.isEmpty && isOpened ? one.findings : faults
        findings = Array(shown.prefix(Self.mostFindings))
        moreFindings = shown.count - findings.count
        notes = faults.isEmpty ? [] : one.findings.filter { $0.difference.severity == .note }
        exchanges = isOpened ? Self.exchanges(of: one) : []
    }

    var isEmpty: Bool { findings.isEmpty && exchanges.isEmpty }

    /// About how much of a page the exchanges take, in bytes: markup and escapes make them longer.
    var weight: Int {
        exchanges.reduce(0) { sum, exchange in
            let commands = exchange.commands.reduce(0) { $0 + $1.utf8.count + 12 }
            let answers = [exchange.expected, exchange.actual].reduce(0) { sum, answer in
                sum + min(answer.length, HTMLPage.longestText) + 3 * answer.tags
            }
            return sum + commands + answers + 300
        }
    }

    private static func exchanges(of one: CaseResult) -> [Exchange] {
        let different = one.exchanges.filter { record in one.findings.contains { $0.step == record.step } }
        var before: [String] = []
        return (different.isEmpty ? one.exchanges.suffix(1) : different[...]).map { record in
            let commands = record.curl.split(separator: "\n").map(String.init)
            let isContinued = !before.isEmpty && commands.starts(with: before)
            let own = isContinued ? Array(commands.dropFirst(before.count)) : commands
            before = commands
            let findings = one.findings.filter { $0.step == record.step }
            return Exchange(
                step: record.step, commands: own, isContinued: isContinued,
                expected: lines(record.expected, findings, \.expected),
                actual: lines(record.actual, findings, \.actual))
        }
    }

    private static func lines(
        _ text: String, _ findings: [Finding], _ side: KeyPath<Difference, String?>
    ) -> AnswerLines {
        let named = Set(findings.map { $0.difference.path.lowercased() })
        var lines = AnswerLines(text) { header in
            header.lowercased() == "content-type" || named.contains("header \(header.lowercased())")
        }
        for finding in findings { lines.mark(finding.difference, value: finding.difference[keyPath: side]) }
        return lines
    }
}

/// Which cases show what went over the wire, where a page has no room for all.
///
/// The first of each cause come before the second of any: cases of one cause are alike.
struct DetailChoice {
    /// Places of cases in the run.
    private(set) var chosen: Set<Int> = []

    /// - Parameters:
    ///   - details: of each case of the run.
    ///   - room: in bytes.
    init(_ details: [CaseDetails], room: Int) {
        var ranks: [String: Int] = [:]
        let ranked = details.indices.filter { !details[$0].exchanges.isEmpty }.map { index in
            let cause = details[index].findings.first?.cause.id ?? ""
            ranks[cause, default: 0] += 1
            return (rank: ranks[cause, default: 0], index: index)
        }
        var left = room
        for (_, index) in ranked.sorted(by: { ($0.rank, $0.index) < ($1.rank, $1.index) }) {
            let weight = details[index].weight
            guard weight <= left else { continue }
            left -= weight
            chosen.insert(index)
        }
    }
}
