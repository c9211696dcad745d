import Conformance
import Diff
import SpecModel

/// What narrows the list of cases; shown by the script, which alone can do it.
extension HTMLPage {
    func filters(_ html: inout HTMLWriter) {
        html.element("form", ["id": "filters", "hidden": "", "role": "search"]) { html in
            html.element("label", ["class": "text"]) { html in
                html.write("text ")
                html.open("input", ["type": "search", "name": "text", "placeholder": "press / to search"])
            }
            let cases = result.cases
            let operations = rows.map { row in
                (row.id, name(row.api, row.operation), cases.count { row.isOf($0) })
            }
            select("operation", operations, &html)
            select("axis", Axis.allCases.map { axis in plain(axis.rawValue, cases.count { $0.axis == axis }) }, &html)
            let standings = cases.map(standing)
            let outcomes = Standing.allCases.map { one in plain(one.rawValue, standings.count { $0 == one }) }
            select("outcome", outcomes, &html)
            let severities = Severity.allCases.reversed().map { severity in
                plain(
                    severity.rawValue,
                    cases.count { $0.findings.contains { $0.difference.severity == severity } })
            }
            select("severity", severities, &html)
            let provenances = Provenance.allCases.map { one in
                plain(one.rawValue, cases.count { $0.source.provenance == one })
            }
            select("provenance", provenances, &html)
            html.element("button", ["type": "reset"], "Show all")
            html.element("output", ["name": "count", "aria-live": "polite"], "")
        }
    }

    private func plain(_ value: String, _ count: Int) -> (String, String, Int) { (value, value, count) }

    /// A list to choose one from; what no case has is left out.
    private func select(_ name: StaticString, _ choices: [(String, String, Int)], _ html: inout HTMLWriter) {
        html.element("label") { html in
            html.write("\(name) ")
            html.element("select", ["name": "\(name)"]) { html in
                html.element("option", ["value": "", "selected": ""], "any")
                for (value, title, count) in choices where count > 0 {
                    html.element("option", ["value": value], "\(title) (\(Wording.number(count)))")
                }
            }
        }
    }
}

extension OperationRow {
    fileprivate func isOf(_ one: CaseResult) -> Bool { one.api == api && one.operation == operation }
}
