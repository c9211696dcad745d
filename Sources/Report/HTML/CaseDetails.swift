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

    /// More differences than this of one case are only counted; of one that passed there are fewer.
    private static let mostFindings = (opened: 8, passed: 3)

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
        findings = Array(shown.prefix(isOpened ? Self.mostFindings.opened : Self.mostFindings.passed))
        moreFindings = shown.count - findings.count
        notes = faults.isEmpty ? [] : one.findings.filter { $0.difference.severity == .note }
        exchanges = isOpened ? Self.exchanges(of: one) : []
    }

    var isEmpty: Bool { findings.isEmpty && exchanges.isEmpty }

    /// The gravest difference, unless it is no fault.
    var fault: Finding? { findings.first.flatMap { $0.difference.severity > .note ? $0 : nil } }

    /// About how much of a page the exchanges take, in bytes.
    var weight: Int {
        exchanges.reduce(0) { sum, exchange in
            let texts = exchange.commands + exchange.expected.lines.map(\.text) + exchange.actual.lines.map(\.text)
            let marks = (exchange.expected.lines + exchange.actual.lines).count { $0.severity != nil }
            let markup = Self.markup.exchange + Self.markup.mark * marks
            return texts.reduce(sum + markup) { $0 + HTMLWriter.length(of: $1) + 1 }
        }
    }

    private static let markup = (exchange: 250, mark: 30)

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

/// Which cases show more, where a page has no room for all.
///
/// Faults come before what is only observed, and the first of each cause before the second of any: cases of one
/// cause are alike.
struct DetailChoice {
    /// Places of cases in the run.
    private(set) var chosen: Set<Int> = []

    /// - Parameters:
    ///   - details: of each case of the run.
    ///   - room: in bytes.
    ///   - weight: what a case would take of the room; nil for one that has nothing more to show.
    init(_ details: [CaseDetails], room: Int, weight: (Int) -> Int?) {
        var ranks: [String: Int] = [:]
        let ranked = details.indices.compactMap { index -> (order: [Int], index: Int, weight: Int)? in
            guard let weight = weight(index) else { return nil }
            let cause = details[index].fault?.cause.id ?? ""
            ranks[cause, default: 0] += 1
            let order = [details[index].fault == nil ? 1 : 0, ranks[cause, default: 0], index]
            return (order: order, index: index, weight: weight)
        }
        var left = room
        for (_, index, weight) in ranked.sorted(by: { $0.order.lexicographicallyPrecedes($1.order) })
        where weight <= left {
            left -= weight
            chosen.insert(index)
        }
    }
}
