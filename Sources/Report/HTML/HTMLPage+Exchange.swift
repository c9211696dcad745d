import Conformance
import Diff

/// Expected and actual, side by side.
extension HTMLPage {
    func findings(_ findings: ArraySlice<Finding>, on html: inout HTMLWriter) {
        guard !findings.isEmpty else { return }
        html.element("table", ["class": "findings"]) { html in
            for finding in findings {
                html.line()
                html.element("tr", ["class": finding.difference.severity.rawValue]) { row(finding, &$0) }
            }
        }
    }

    /// What differs, what was expected and what came; the style says which is which.
    private func row(_ finding: Finding, _ html: inout HTMLWriter) {
        let difference = finding.difference
        html.element("th") { html in
            html.element("b", difference.severity.rawValue)
            html.write(" \(difference.kind.rawValue) ")
            html.element("code", cut(difference.path))
            if let reason = finding.baseline { html.element("i", "known: \(cut(reason))") }
        }
        let expected = difference.expected.map(FindingWording.readable)
        for (side, value, absence) in [
            ("expected ", expected, "(nothing)"), ("actual ", difference.actual, "(absent)"),
        ] {
            html.element("td", side) { html in
                guard let value, !value.isEmpty else { return html.write(value == nil ? absence : "(empty)") }
                html.element("code", cut(value))
            }
        }
    }

    func exchange(_ exchange: CaseDetails.Exchange, on html: inout HTMLWriter) {
        html.element("section", ["class": exchange.isContinued ? "exchange continued" : "exchange"]) { html in
            if !exchange.step.isEmpty { html.element("h5", "Step \(exchange.step)") }
            if exchange.isContinued {
                html.element("p", ["class": "label"], "After the commands above:")
            }
            command(exchange.commands.joined(separator: "\n"), on: &html)
            html.element("div", ["class": "sides"]) { html in
                side("Expected", exchange.expected, on: &html)
                side("Actual", exchange.actual, on: &html)
            }
        }
    }

    /// Commands as they are pasted; the script puts a copy button beside those that are whole.
    func command(_ curl: String, on html: inout HTMLWriter) {
        guard !curl.isEmpty else { return }
        let commands = curl.split(separator: "\n").map {
            (whole: String($0), shown: cut(String($0), at: Self.longestText))
        }
        let isCut = commands.contains { $0.whole.unicodeScalars.count > Self.longestText }
        let text = commands.map(\.shown).joined(separator: "\n")
        html.element("pre", ["class": isCut ? "curl cut" : "curl"], text)
    }

    /// A request that fails in the same way and has less in it.
    func smaller(_ shrunk: ShrunkRequest, on html: inout HTMLWriter) {
        html.element("p", ["class": "label"], FindingWording.words(on: shrunk))
        command(shrunk.curl, on: &html)
    }

    private func side(_ title: String, _ answer: AnswerLines, on html: inout HTMLWriter) {
        html.element("div") { html in
            html.element("p", ["class": "label"], title)
            html.element("pre") { html in
                if answer.length < 2 { html.write("(nothing)") } else { lines(answer, &html) }
            }
        }
    }

    private func lines(_ answer: AnswerLines, _ html: inout HTMLWriter) {
        var room = Self.longestText
        for line in answer.lines {
            guard room > 0 else { return html.write("… (\(Wording.number(answer.length)) bytes in all)") }
            let text = VisibleText.lines(line.text, limit: room)
            room -= line.text.utf8.count + 1
            if let severity = line.severity {
                html.element("mark", ["class": severity.rawValue], text)
            } else {
                html.write(text)
            }
            html.write("\n")
        }
    }
}
