import Conformance
import SpecModel

extension DocumentationTables {
    /// The rules that derive cases, each with what it derives, the axes and number of its cases, and one of them.
    ///
    /// - Parameter api: nil for both.
    public func rules(_ cases: CaseCatalog, _ api: API? = nil) -> Document {
        let wanted = cases.cases.filter { api == nil || $0.api == api }
        let byRule = Dictionary(grouping: wanted, by: \.derivation)
        let known = Rules.all.filter { byRule[$0.id] != nil }
        let rows: [[Phrase]] = known.map { rule in
            let own = byRule[rule.id] ?? []
            let axes = Set(own.map(\.axis)).sorted().map(\.rawValue).joined(separator: ", ")
            return [
                .code(rule.id), .prose(rule.summary), .text(axes), "\(own.count)",
                own.first.map { .code($0.id) } ?? "–",
            ]
        }
        let derived = known.map { byRule[$0.id]?.count ?? 0 }.reduce(0, +)
        var document = Document(
            "Rules", ["Rule", "What it derives", "Axis", "Cases", "Example"], rows, or: "No rule derives a case.")
        guard !known.isEmpty else { return document }
        document.paragraph(
            .text(
                "That is \(Wording.count(derived, "derived case")); beside them stand "
                    + "\(Wording.count(wanted.count - derived, "case")) written by hand."))
        return document
    }
}
