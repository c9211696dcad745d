import Conformance
import SpecModel

extension Comparison {
    /// Operations and cases beyond these are only counted in a cell.
    private static let mostNames = 8

    /// As a document.
    ///
    /// - Parameter isWhole: whether operations on which all sides pass everything have rows, too.
    public func document(isWhole: Bool = true) -> Document {
        var document = Document("SES conformance compared")
        document.paragraph(compared)
        overview(in: &document)
        extremes(in: &document)
        axes(isWhole: isWhole, in: &document)
        cases("Only %@ gets right", onlyRight, in: &document)
        cases("Only %@ gets wrong", onlyWrong, in: &document)
        return document
    }

    /// Only who was asked when, what each has, and where each is best and worst: what a front page has room for.
    ///
    /// - Parameter command: how the table is made again.
    public func league(madeBy command: String) -> Document {
        var document = Document("SES conformance compared")
        document.paragraph(compared)
        overview(in: &document)
        extremes(isHeaded: false, in: &document)
        document.paragraph("Made by \(code: command, limit: 1_000).")
        return document
    }

    private var compared: Phrase {
        let compared = sides.first?.result.cases.count ?? 0
        let apart = leftOut > 0 ? "; \(Wording.count(leftOut, "case")) that not all were asked left out" : ""
        return
            "Compared by \(Wording.count(compared, "case")) that each was asked\(apart). Numbers are passed of judged."
    }

    /// Who was asked when, how much of the API is there, and each axis apart.
    private func overview(in document: inout Document) {
        let totals = sides.map { OperationRow.total(of: $0.result, failOn: .error) }
        let axes = Axis.allCases.filter { axis in totals.contains { $0.axes[axis] != nil } }
        let rows: [[Phrase]] = zip(sides, totals).map { side, total in
            let support = side.result.support
            let there = support.count(where: \.isSupported)
            return [
                .text(side.name), .text(String(Moment.text(side.result.started).prefix(10))),
                "\(there) of \(support.count)",
            ] + axes.map { total.axes[$0].map { "\($0.passed)/\($0.run)" } ?? "–" }
        }
        document.table(
            ["Endpoint", "Tested", "Operations"] + axes.map { .text($0.rawValue) }, rows, or: "Nothing was tested.")
    }

    /// Where each is whole, where each has most failures, and how often it is ahead or behind.
    private func extremes(isHeaded: Bool = true, in document: inout Document) {
        let rows: [[Phrase]] = sides.indices.map { side in
            let judged = operations[side].filter { $0.judged > 0 }
            let whole = judged.filter { $0.failing + $0.known + $0.broken == 0 }
            let worst = judged.filter { $0.failing + $0.known > 0 }.sorted {
                ($1.failing + $1.known, $0.id) < ($0.failing + $0.known, $1.id)
            }
            let ahead = self.rows.count { $0.best.contains(side) }
            let behind = self.rows.count { $0.worst.contains(side) }
            return [
                .text(sides[side].name), "\(ahead)", "\(behind)", names(whole) { Phrase.code(name($0.id)) },
                names(worst) { "\(code: name($0.id)) \($0.failing + $0.known)" },
            ]
        }
        if isHeaded { document.heading("Best and worst") }
        document.paragraph(
            "Ahead and behind count operations on one axis, where not all are alike; ties count for each.")
        document.table(["Endpoint", "Ahead", "Behind", "All passed", "Most failures"], rows, or: "Nothing was tested.")
    }

    private func names<Item>(_ items: [Item], _ text: (Item) -> Phrase) -> Phrase {
        guard !items.isEmpty else { return "–" }
        let rest = items.count - Self.mostNames
        let shown = items.prefix(Self.mostNames).map(text)
        return (shown + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
    }

    private func axes(isWhole: Bool, in document: inout Document) {
        let shown = rows.filter { isWhole || !$0.isWhole }
        let cells: [[Phrase]] = shown.map { row in
            [.code(name(row.operation)), .text(row.axis.rawValue)]
                + sides.indices.map { side in
                    row.tallies[side].map { "\($0.passed)/\($0.run)" }
                        ?? (isMissing(row.operation, side) ? "missing" : "–")
                }
                + [.text(row.best.map { sides[$0].name }.joined(separator: ", "))]
        }
        document.heading("Operations, axis by axis")
        document.table(
            ["Operation", "Axis"] + sides.map { .text($0.name) } + ["Best"], cells, or: "No case was judged.")
        let rest = rows.count - shown.count
        if rest > 0 { document.paragraph("\(Wording.count(rest, "more row")), where all pass everything, not shown.") }
    }

    private func isMissing(_ operation: String, _ side: Int) -> Bool {
        sides[side].result.support.contains { "\($0.api.rawValue)/\($0.operation)" == operation && !$0.isSupported }
    }

    /// Cases by operation below a heading for each side that has any.
    private func cases(_ title: String, _ bySide: [[CaseResult]], in document: inout Document) {
        for (side, cases) in bySide.enumerated() where !cases.isEmpty {
            document.heading(.text(title.replacing("%@", with: sides[side].name)))
            let operations = Dictionary(grouping: cases) { "\($0.api.rawValue)/\($0.operation)" }
            let rows: [[Phrase]] = operations.sorted { $0.key < $1.key }.map { id, cases in
                let names = names(cases) { .text(String($0.id.dropFirst(id.count + 1))) }
                return [.code(name(id)), "\(cases.count)", names]
            }
            document.table(["Operation", "Cases", "Which"], rows, or: "")
        }
    }

    /// With the API where there are two.
    private func name(_ id: String) -> String {
        let isMixed = Set(sides.flatMap { $0.result.cases.map(\.api) }).count > 1
        return isMixed ? id : String(id.drop { $0 != "/" }.dropFirst())
    }
}
