import SpecCatalog
import SpecModel

extension DocumentationTables {
    /// The data types of one API, or of both, each below a heading with a table of its members.
    public func types(_ api: API? = nil) -> Document {
        types("Data types", catalog.specifications.filter { api == nil || $0.api == api }.flatMap(\.structures))
    }

    /// The data types that an operation's parameters and result are made of, however deep.
    public func types(of operation: Operation) -> Document {
        types("Data types of \(operation.name)", catalog.structures(of: operation))
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
