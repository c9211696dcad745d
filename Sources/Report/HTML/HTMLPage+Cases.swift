import Conformance
import Diff
import SpecModel

/// A case and what the page says of it.
private struct Entry {
    let one: CaseResult
    let standing: Standing
    let details: CaseDetails
    /// Whether there was room for what went over the wire.
    let isWhole: Bool
    /// The case that shows the same in full, where there was no room for more.
    let alike: CaseResult?
}

/// Every case, grouped by operation and axis.
extension HTMLPage {
    func cases(_ html: inout HTMLWriter) {
        html.element("section", ["id": "cases"]) { html in
            html.element("h2", "Cases")
            filters(&html)
            html.line()
            html.element("p", ["id": "nothing", "hidden": ""], "No case is like that.")
            if !folded.isEmpty {
                let count = Wording.count(folded.count, "case")
                html.element(
                    "p", ["class": "label"],
                    "\(count) only name another of their cause, for the size of this page; results as JSON have all.")
            }
            let entries = result.cases.indices.map { entry($0, folded: folded[$0]) }
            let groups = Dictionary(grouping: entries) { "\($0.one.api.rawValue)/\($0.one.operation)" }
            for row in rows { operation(row, groups[row.id] ?? [], &html) }
        }
        html.line()
    }

    private func entry(_ index: Int, folded: Int?) -> Entry {
        let one = result.cases[index]
        return Entry(
            one: one, standing: standing(one), details: details[index], isWhole: opened.contains(index),
            alike: folded.map { result.cases[$0] })
    }

    /// What a case takes of the page, in bytes.
    ///
    /// - Parameter folded: the case that it names instead of telling its differences.
    func length(ofRow index: Int, folded: Int?) -> Int {
        var html = HTMLWriter()
        row(entry(index, folded: folded), &html)
        return html.text.utf8.count
    }

    private func operation(_ row: OperationRow, _ cases: [Entry], _ html: inout HTMLWriter) {
        html.element("details", ["class": "operation", "data-operation": row.id]) { html in
            html.element("summary") { html in
                html.element("b", name(row.api, row.operation))
                html.element("span", ["class": "tally"], tally(cases))
            }
            html.element("div", ["id": row.id]) { html in
                let axes = Dictionary(grouping: cases, by: \.one.axis)
                for axis in Axis.allCases {
                    guard let cases = axes[axis] else { continue }
                    html.element("section", ["id": "\(row.id):\(axis.rawValue)", "data-axis": axis.rawValue]) { html in
                        html.element("h4", axis.rawValue)
                        html.element("ul", ["class": "rows"]) { html in
                            for one in cases { self.row(one, &html) }
                        }
                    }
                }
            }
        }
        html.line()
    }

    /// "13 failed, 32 passed".
    private func tally(_ cases: [Entry]) -> String {
        let counts = Dictionary(grouping: cases, by: \.standing).mapValues(\.count)
        return Standing.allCases.compactMap { standing in
            counts[standing].map { "\(Wording.number($0)) \(standing.rawValue)" }
        }.joined(separator: ", ")
    }

    private func row(_ entry: Entry, _ html: inout HTMLWriter) {
        let one = entry.one
        let severities = Severity.allCases.filter { severity in
            one.findings.contains { $0.difference.severity == severity }
        }
        let gravity = severities.map(\.rawValue).joined(separator: " ")
        let provenance = one.source.provenance.rawValue
        let outcome = entry.standing.rawValue
        html.line()
        if entry.details.isEmpty || entry.alike != nil {
            html.element("li", ["id": one.id, "class": outcome, "data-s": gravity, "data-p": provenance]) { html in
                label(entry, severities.last, &html)
                if let alike = entry.alike { return reference(to: alike, &html) }
                guard let reason = one.reason, entry.standing != .unsupported else { return }
                html.element("span", ["class": "reason"], cut(reason))
            }
        } else {
            html.element("li", ["class": outcome, "data-s": gravity, "data-p": provenance]) { html in
                html.element("details") { html in
                    html.element("summary") { label(entry, severities.last, &$0) }
                    html.element("div", ["id": one.id, "class": "case"]) { details(entry, &$0) }
                }
            }
        }
    }

    /// Outcome, name and title of a case; how grave its differences are, where that is less than a failure.
    private func label(_ entry: Entry, _ gravest: Severity?, _ html: inout HTMLWriter) {
        html.element("em", entry.standing.rawValue)
        html.write(" ")
        html.element("b", entry.one.ownName)
        html.write(" \(entry.one.title)")
        if entry.standing == .passed, let gravest { html.element("i", gravest.rawValue) }
    }

    private func reference(to alike: CaseResult, _ html: inout HTMLWriter) {
        html.element("span", ["class": "reason"]) { html in
            html.write("for the same cause as ")
            html.element("a", ["href": "#\(alike.id)"], alike.id)
        }
    }

    private func details(_ entry: Entry, _ html: inout HTMLWriter) {
        let details = entry.details
        html.element("p", entry.one.requirement)
        if let reason = entry.one.reason { html.element("p", "Reason: \(cut(reason))") }
        let isCut = !entry.isWhole && !details.exchanges.isEmpty
        let shown = isCut ? details.findings.prefix(1) : details.findings[...]
        findings(shown, on: &html)
        let more = details.findings.count - shown.count + details.moreFindings
        if more > 0 { html.element("p", "And \(Wording.count(more, "more difference")).") }
        if isCut {
            html.element("p", ["class": "label"], "Request and answers are left out, for the size of this page.")
        } else {
            notes(details.notes, &html)
            for exchange in details.exchanges { self.exchange(exchange, on: &html) }
        }
        if let shrunk = entry.one.shrunk { smaller(shrunk, on: &html) }
        html.element("p", ["class": "sources"]) { sources(entry.one, &$0) }
    }

    private func notes(_ notes: [Finding], _ html: inout HTMLWriter) {
        guard !notes.isEmpty else { return }
        let paths = Set(notes.map(\.difference.path)).sorted()
        html.element("p", ["class": "label"], "Notes: \(cut(paths.joined(separator: ", ")))")
    }

    /// Where the expectation comes from, and the files that say so.
    private func sources(_ one: CaseResult, _ html: inout HTMLWriter) {
        html.write("\(one.source.provenance.rawValue): \(one.source.source)")
        html.write(one.source.date.map { ", \($0)" } ?? "")
        var files = [("spec", "specs/", options.specs, "\(one.api.rawValue)/\(one.operation).swift")]
        let goldens = Set(one.findings.map(\.golden)).filter { !$0.isEmpty }.sorted()
        files += goldens.map { ("golden", "golden/", options.golden, $0) }
        for (kind, folder, base, path) in files {
            html.write(" · ")
            if let base {
                html.element("a", ["href": base + Self.path(path)], kind)
            } else {
                html.write("\(kind) ")
                html.element("code", folder + path)
            }
        }
        html.write(" · ")
        html.element("a", ["href": "#\(one.id)"], "link")
    }

    /// A path as it stands in a URL.
    private static func path(_ path: String) -> String {
        path.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isPlain || "/-._~".unicodeScalars.contains(scalar) { return String(scalar) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
