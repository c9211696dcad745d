import Conformance
import Diff
import SpecModel

/// The top of the page and its foot.
extension HTMLPage {
    func summary(_ html: inout HTMLWriter) {
        html.element("header") { html in
            html.element("p", ["class": "kind"], "SES conformance")
            html.element("h1", result.endpoint)
            html.element("p", ["class": verdict.exitCode == 0 ? "verdict passed" : "verdict failed"], headline)
            html.element("p", ["class": "counts"], inOneLine(TerminalReporter.counts(verdict)))
            facts(&html)
            remarks(&html)
            html.element("nav", ["aria-label": "Parts of this page"]) { html in
                html.element("a", ["href": "#causes"], "Causes")
                html.element("a", ["href": "#matrix"], "Matrix")
                html.element("a", ["href": "#cases"], "Cases")
            }
            html.element("button", ["type": "button", "id": "theme"], "Dark")
        }
        html.line()
    }

    private var headline: String {
        if verdict.judgedNothing { return "No case was judged" }
        let causes = CauseGroup.groups(of: failing, where: isOpen).count
        if !failing.isEmpty {
            let verb = failing.count == 1 ? "fails" : "fail"
            return "\(Wording.count(failing.count, "case")) \(verb), for \(Wording.count(causes, "cause"))"
        }
        return switch verdict.exitCode {
        case 0: "No difference fails this run"
        case 4: "Only stale baseline entries"
        default: "The run does not conform"
        }
    }

    private func facts(_ html: inout HTMLWriter) {
        let moment = Moment.text(result.started)
        html.element("p", ["class": "facts"]) { html in
            html.element("time", ["datetime": moment], moment.prefix(16).replacing("T", with: " ") + " UTC")
            html.write(" · ")
            let parts = [
                Wording.count(result.cases.count, "case"), Wording.count(result.exchanges, "exchange"),
                "\(Wording.decimal(result.duration, digits: 1)) s", "run \(result.run)",
                "ses-conformance \(result.toolVersion)",
            ]
            html.write(inOneLine(parts))
        }
    }

    /// Parts between which alone a line may end.
    private func inOneLine(_ parts: [String]) -> String {
        parts.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: " · ")
    }

    private func remarks(_ html: inout HTMLWriter) {
        func caution(_ isDue: Bool, _ text: String) {
            if isDue { html.element("p", ["class": "caution"], text) }
        }
        caution(result.wasInterrupted, "The run was interrupted: this is not the whole of it.")
        caution(result.isEmbedded, "Nothing of yours was tested: this was the embedded reference service.")
        let remarks = result.remarks + result.staleBaseline.map { "stale baseline entry, nothing matches it: \($0)" }
        guard !remarks.isEmpty else { return }
        html.element("details", ["class": "remarks"]) { html in
            html.element("summary", Wording.count(remarks.count, "remark"))
            html.element("ul") { html in
                for remark in remarks { html.element("li", cut(Wording.sentence(remark))) }
            }
        }
    }

    /// What the words of the page mean.
    func legend(_ html: inout HTMLWriter) {
        html.element("footer") { html in
            html.element("h2", "What the words mean")
            let severities: [(String, String)] = [
                ("error", "a client would see something else"),
                ("warning", "off the wire format; most clients cope"), ("note", "worth knowing, not a fault"),
            ]
            let groups = [
                ("Axes", Axis.allCases.map { ($0.rawValue, $0.question) }),
                ("Outcomes", Standing.allCases.map { ($0.rawValue, $0.meaning) }), ("Differences", severities),
            ]
            html.element("div", ["class": "legend"]) { html in
                for (title, words) in groups {
                    html.element("section") { html in
                        html.element("h3", title)
                        html.element("dl") { html in
                            for (word, meaning) in words {
                                html.element("dt", word)
                                html.element("dd", meaning)
                            }
                        }
                    }
                }
            }
        }
        html.line()
    }
}
