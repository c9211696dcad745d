import Conformance
import SpecModel

extension DocumentationTables {
    /// The rules that derive cases, each with what it derives, the axes and number of its cases, and one of them.
    ///
    /// - Parameter api: nil for both.
    public func rules(_ cases: CaseCatalog, _ api: API? = nil) -> String {
        let wanted = cases.cases.filter { api == nil || $0.api == api }
        let byRule = Dictionary(grouping: wanted, by: \.derivation)
        let known = Rules.all.filter { byRule[$0.id] != nil }
        guard !known.isEmpty else { return "No rule derives a case.\n" }
        let rows = known.map { rule in
            let own = byRule[rule.id] ?? []
            let axes = Set(own.map(\.axis)).sorted().map(\.rawValue).joined(separator: ", ")
            return [
                Markdown.code(rule.id), Markdown.prose(rule.summary), axes, "\(own.count)",
                own.first.map { Markdown.code($0.id) } ?? "–",
            ]
        }
        let derived = known.map { byRule[$0.id]?.count ?? 0 }.reduce(0, +)
        return Markdown.table(["Rule", "What it derives", "Axis", "Cases", "Example"], rows)
            + "\nThat is \(Wording.count(derived, "derived case")); beside them stand "
            + "\(Wording.count(wanted.count - derived, "case")) written by hand.\n"
    }
}
