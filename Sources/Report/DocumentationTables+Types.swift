import SpecCatalog
import SpecModel

extension DocumentationTables {
    /// The data types of one API, or of both, each below a heading with a table of its members.
    public func types(_ api: API? = nil) -> Document {
        types("Data types", catalog.specifications.filter { api == nil || $0.api == api }.flatMap(\.structures))
    }

    /// The data types that an operation's parameters and result are made of, however deep.
    public func types(of operation: Operation) -> Document {
        let known = catalog.structures(operation.api)
        var found: Set<String> = []
        var open = operation.parameters + (operation.result ?? [])
        while let member = open.popLast() {
            guard let name = member.shape.structureName, found.insert(name).inserted else { continue }
            open += known[name]?.members ?? []
        }
        let structures = found.compactMap { known[$0] }.sorted { $0.name < $1.name }
        return types("Data types of \(operation.name)", structures)
    }

    private func types(_ title: String, _ structures: [Structure]) -> Document {
        var document = Document(title)
        for structure in structures {
            let later: Phrase = structure.isLater ? "; later than the reference" : ""
            document.heading(.text(structure.name))
            document.paragraph("\(prose: structure.summary) (\(structure.page.brief)\(later))")
            document.append(
                members(structure.name, structure.members, structure.rules, head: "Member", nothing: "No members."))
        }
        if structures.isEmpty { document.paragraph("No data types.") }
        return document
    }
}
