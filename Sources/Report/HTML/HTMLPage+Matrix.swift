import Conformance
import SpecModel

/// Operations and axes, with the numbers of each pair.
extension HTMLPage {
    func matrix(_ html: inout HTMLWriter) {
        html.element("section", ["id": "matrix"]) { html in
            html.element("h2", "Operations and axes")
            html.element("p", ["class": "hint"]) { html in
                html.write("Passed of judged cases; a number leads to its cases. ")
                html.element("span", ["class": "key all"], "all passed")
                html.element("span", ["class": "key some"], "some failed")
                html.element("span", ["class": "key none"], "none passed")
            }
            let attributes: KeyValuePairs<StaticString, String> = [
                "class": "wide", "role": "region", "aria-label": "Operations and axes", "tabindex": "0",
            ]
            html.element("div", attributes) { html in
                html.element("table") { html in
                    header(&html)
                    html.element("tbody") { html in
                        for row in rows { line(row, &html) }
                        html.line()
                        html.element("tr", ["class": "total"]) { html in
                            html.element("th", ["scope": "row"], Wording.count(rows.count, "operation"))
                            cells(OperationRow.total(of: result, failOn: options.verdict.failOn), id: nil, &html)
                        }
                    }
                }
            }
        }
        html.line()
    }

    private func header(_ html: inout HTMLWriter) {
        html.element("thead") { html in
            html.element("tr") { html in
                html.element("th", ["scope": "col"], "operation")
                for axis in Axis.allCases {
                    html.element("th", ["scope": "col", "title": axis.question], axis.rawValue)
                }
                html.element("th", ["scope": "col", "class": "apart"], "apart from these")
            }
        }
    }

    private func line(_ row: OperationRow, _ html: inout HTMLWriter) {
        html.line()
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
                html.element("a", ["href": "#\(row.id)"], name(row.api, row.operation))
            }
            guard row.judged == 0, row.unsupported > 0 else { return cells(row, id: row.id, &html) }
            let seen = result.support.first { $0.api == row.api && $0.operation == row.operation && !$0.isSupported }
            html.element("td", ["class": "missing", "colspan": "\(Axis.allCases.count + 1)"]) { html in
                html.write("unsupported" + (seen.map { ": \(cut($0.seen))" } ?? ""))
            }
        }
    }

    private func cells(_ row: OperationRow, id: String?, _ html: inout HTMLWriter) {
        for axis in Axis.allCases {
            guard let tally = row.axes[axis], tally.run > 0 else {
                html.element("td", ["class": "empty"], "–")
                continue
            }
            let kind = tally.passed == tally.run ? "all" : tally.passed == 0 ? "none" : "some"
            html.element("td", ["class": kind]) { html in
                let text = "\(tally.passed)/\(tally.run)"
                if let id { html.element("a", ["href": "#\(id):\(axis.rawValue)"], text) } else { html.write(text) }
            }
        }
        html.element("td", ["class": "apart"], row.apart.joined(separator: ", "))
    }
}
