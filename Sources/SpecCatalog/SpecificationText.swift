import SpecModel

/// The spec as text for people.
public enum SpecificationText {
    /// One line an operation: id, family, page, and what it does; columns aligned.
    public static func list(_ operations: [Operation]) -> String {
        table(
            operations.map { operation in
                let page = operation.page.brief
                let summary = operation.summary + (operation.deprecated == nil ? "" : " (deprecated)")
                return [operation.id, operation.family.rawValue, page, summary]
            })
    }

    /// Everything that is known of an operation, section by section.
    public static func show(_ operation: Operation, in catalog: Catalog = .standard) -> String {
        let tables = MemberTable(structures: catalog.structures(operation.api))
        var facts = [["family", operation.family.rawValue], ["reference", "\(operation.page)"]]
        facts.append(["throttle", operation.throttle.map(rate) ?? "none stated"])
        if let deprecated = operation.deprecated { facts.append(["deprecated", "use \(deprecated)"]) }
        if let pages = operation.pages {
            let size = pages.size.map { ", limited by \($0)" } ?? ""
            facts.append(["pages", "\(pages.items), continued by \(pages.token)\(size)"])
        }
        if let undo = operation.undo { facts.append(["undone by", undo.operation]) }
        var sections = ["\(operation.id)\n\(operation.summary)\n", table(facts)]
        sections.append(
            section("Parameters", tables.text(operation.parameters, operation.rules), empty: "none of its own"))
        sections.append(response(operation, tables))
        sections.append(section("Errors", errors(operation.errors), empty: "the common ones only"))
        if !operation.observations.isEmpty {
            sections.append(section("Observed", observations(operation.observations), empty: ""))
        }
        return sections.joined(separator: "\n")
    }

    private static func response(_ operation: Operation, _ tables: MemberTable) -> String {
        guard let result = operation.result else {
            return section("Response", "", empty: "no result element, only the request id")
        }
        return section("Response", tables.text(result, []), empty: "an empty result element")
    }

    private static func errors(_ errors: [ErrorCase]) -> String {
        table(
            errors.map { error in
                let later = error.isLater ? " (later)" : ""
                let reach: String
                switch error.reach {
                case .provoked(let provocations):
                    reach = "; provoked: " + provocations.map(\.title).joined(separator: ", ")
                case .scenario(let name): reach = "; shown by scenario \(name)"
                case .unreachable(let reason): reach = "; out of a client's reach: \(reason)"
                }
                return [error.code, String(error.status), error.condition + later + reach]
            })
    }

    private static func observations(_ observations: [Observation]) -> String {
        observations.map { observation in
            let answer = [String(observation.status), observation.code].compactMap(\.self).joined(separator: " ")
            let message = observation.message.map { ": \($0)" } ?? ""
            let evidence = observation.evidence
            let date = evidence.date.map { ", \($0)" } ?? ""
            return "\(observation.condition)\n    \(answer)\(message)\n"
                + "    \(evidence.provenance.rawValue): \(evidence.source)\(date)\n"
        }.joined()
    }

    private static func section(_ title: String, _ text: String, empty: String) -> String {
        let lines =
            text.isEmpty ? [empty] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return "\(title)\n" + lines.map { $0.isEmpty ? "" : "  \($0)\n" }.joined()
    }

    /// `1 request a second`.
    private static func rate(_ number: Double) -> String {
        let plain = number == number.rounded() ? String(Int(number)) : String(number)
        return plain == "1" ? "1 request a second" : "\(plain) requests a second"
    }

    /// Rows with their columns aligned and two spaces between; the last column is as long as it is.
    static func table(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count - 1 ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, text in
                column < row.count - 1 ? text + String(repeating: " ", count: widths[column] - text.count) : text
            }
            return cells.joined(separator: "  ") + "\n"
        }.joined()
    }
}
