import Conformance
import SpecModel

/// The table of operations and axes, and what is folded below it.
extension TerminalReporter {
    /// Troubled operations beyond this many are only counted, unless everything is asked for.
    private static let mostRows = 16

    func operations(of result: RunResult, on page: inout TerminalPage) {
        let rows = OperationRow.rows(of: result, failOn: options.verdict.failOn)
        let judged = rows.filter { $0.judged > 0 || $0.isTroubled }
        guard !judged.isEmpty else { return }
        let troubled = judged.filter(\.isTroubled)
        var shown = options.verbose ? judged : troubled
        var more: [OperationRow] = []
        if !options.verbose, shown.count > Self.mostRows {
            let ranked = shown.sorted { ($1.failing, $0.id) < ($0.failing, $1.id) }
            let kept = Set(ranked.prefix(Self.mostRows).map(\.id))
            more = shown.filter { !kept.contains($0.id) }
            shown = shown.filter { kept.contains($0.id) }
        }
        let axes = Axis.allCases.filter { axis in judged.contains { $0.axes[axis] != nil } }
        let names = shown.map { name($0.api, $0.operation, in: result) }
        let total = OperationRow.total(of: result, failOn: options.verdict.failOn)
        page.gap()
        OperationTable(axes: axes, names: names, rows: shown, total: total).draw(on: &page)
        folded(judged, troubled: more, in: result, on: &page)
    }

    /// What has no row of its own: one paragraph for each kind.
    private func folded(
        _ judged: [OperationRow], troubled more: [OperationRow], in result: RunResult, on page: inout TerminalPage
    ) {
        func list(_ title: String, _ rows: [OperationRow], _ text: (OperationRow) -> String) {
            guard !rows.isEmpty else { return }
            let names = rows.map { "\(name($0.api, $0.operation, in: result))\(text($0))" }
            let head = "\(title) (\(rows.count)): "
            page.paragraph(head + names.joined(separator: ", "), hanging: 2)
        }
        guard !options.verbose else { return }
        let quiet = judged.filter { !$0.isTroubled }
        list("more with failures", more) { " \($0.failing + $0.broken)" }
        list("only known differences", quiet.filter { $0.known > 0 }) { " \($0.known)" }
        list("all passed", quiet.filter { $0.known == 0 }) { _ in "" }
    }

    /// Every operation that the endpoint does not know, said once, together with those seen to be alike.
    func unsupported(of result: RunResult, on page: inout TerminalPage) {
        let missing = result.support.filter { !$0.isSupported }
        guard !missing.isEmpty else { return }
        let kinds = Dictionary(grouping: missing) { VisibleText.line($0.seen, limit: 200) }
            .map { (seen: $0.key, names: $0.value.map { name($0.api, $0.operation, in: result) }.sorted()) }
            .sorted { ($1.names.count, $0.seen) < ($0.names.count, $1.seen) }
        page.gap()
        page.line("unsupported: \(missing.count) of \(result.support.count) operations", .bold)
        for kind in kinds {
            page.paragraph("\(kind.seen): \(kind.names.joined(separator: ", "))", indent: 2, hanging: 4)
        }
    }
}

/// Passed of run for each operation and axis; what is blocked, observed, broken or known stands apart.
private struct OperationTable {
    let axes: [Axis]
    let names: [String]
    let rows: [OperationRow]
    let total: OperationRow

    private static let totalName = "all operations"
    private static let leastNameWidth = 16

    func draw(on page: inout TerminalPage) {
        let cells = rows.map(cells) + [cells(total)]
        let widths = axes.indices.map { column in
            max(axes[column].rawValue.count, cells.map { $0[column].count }.max() ?? 0)
        }
        let columns = widths.reduce(0) { $0 + $1 + 2 }
        let longest = max(Self.totalName.count, names.map(\.count).max() ?? 0)
        let nameWidth = min(longest, page.width - columns)
        guard nameWidth >= Self.leastNameWidth || nameWidth == longest else { return stack(cells, on: &page) }
        page.line(
            padded("passed/run", nameWidth) + line(axes.map(\.rawValue), widths, inks: axes.map { _ in nil }, on: page),
            .dim)
        for (index, name) in (names + [Self.totalName]).enumerated() {
            let row = index < rows.count ? rows[index] : total
            var text = padded(name, nameWidth)
            if name.count > nameWidth {
                page.line(name)
                text = padded("", nameWidth)
            }
            let apart = row.apart.joined(separator: ", ")
            let fits = apart.isEmpty || nameWidth + columns + 2 + apart.count <= page.width
            text += line(cells[index], widths, inks: inks(row), on: page)
            page.line(fits && !apart.isEmpty ? "\(text)  \(apart)" : text)
            if !fits { page.list(row.apart, indent: 4) }
        }
    }

    /// For a page too narrow for columns: the name, and its numbers below.
    private func stack(_ cells: [[String]], on page: inout TerminalPage) {
        page.line("passed/run", .dim)
        for (index, name) in (names + [Self.totalName]).enumerated() {
            page.line(name, index == rows.count ? .bold : nil)
            let numbers = zip(axes, cells[index]).filter { $0.1 != "–" }.map { "\($0.0.rawValue) \($0.1)" }
            let apart = (index < rows.count ? rows[index] : total).apart
            page.list(numbers + apart, indent: 2)
        }
    }

    private func cells(_ row: OperationRow) -> [String] {
        axes.map { axis in row.axes[axis].map { "\($0.passed)/\($0.run)" } ?? "–" }
    }

    /// Red where not all passed.
    private func inks(_ row: OperationRow) -> [TerminalPage.Ink?] {
        axes.map { axis in row.axes[axis].flatMap { $0.passed < $0.run ? .red : nil } }
    }

    private func line(
        _ cells: [String], _ widths: [Int], inks: [TerminalPage.Ink?], on page: TerminalPage
    ) -> String {
        cells.indices.map { column in
            let space = String(repeating: " ", count: 2 + widths[column] - cells[column].count)
            return space + page.ink(cells[column], inks[column])
        }.joined()
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
