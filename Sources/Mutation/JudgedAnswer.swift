import Conformance
import Golden
import SpecCatalog
import SpecModel
import Wire

/// A right answer of the reference service, ready to be made wrong.
struct JudgedAnswer: Sendable {
    let exchange: JudgedExchange
    let operation: String
    /// "in answer to read", or the operation where the case has one judged step.
    let place: String
    /// Whether it is a page of a list, which may hold as many members as were asked for and no more.
    let isPage: Bool
    let status: Int
    let tree: Tree
    let sites: [Site]
    /// The error codes that some golden has.
    let codes: Set<String>
    /// The statuses that some golden has.
    let statuses: Set<Int>
    /// The data types by name.
    let structures: [String: Structure]
    /// What every name that the case made began with; other runs of it have other names.
    let ownPrefix: String

    var isSuccess: Bool { 200..<300 ~= status }

    /// nil where nothing binding is expected of the answer, or the answer is no document.
    init?(_ exchange: JudgedExchange, catalog: Catalog) {
        guard !exchange.goldens.isEmpty, exchange.goldens.allSatisfy({ $0.provenance.isBinding }),
            let tree = Answer(reading: exchange.response).tree
        else { return nil }
        self.exchange = exchange
        operation = exchange.operation
        place = exchange.step.isEmpty ? exchange.operation : "\(exchange.operation) (\(exchange.step))"
        isPage = exchange.isPage
        status = exchange.response.status
        self.tree = tree
        let alike = exchange.goldens.filter { $0.status == exchange.response.status && $0.tree.name == tree.name }
        let reader = SiteReader(
            operation: catalog.operation(.v1, exchange.operation), structures: catalog.structures(.v1),
            ownPrefix: exchange.ownPrefix)
        sites = reader.sites(of: tree, alternatives: alike.map(\.tree))
        structures = catalog.structures(.v1)
        ownPrefix = exchange.ownPrefix
        statuses = Set(exchange.goldens.map(\.status))
        codes = Set(
            exchange.goldens.compactMap { $0.tree.descendant("Error.Code")?.text }.flatMap { text -> [String] in
                guard let choice = Template(text).soleName, choice.kind == "one-of" else { return [text] }
                return (choice.argument ?? "").split(separator: "|").map(String.init)
            })
    }

    /// Every fault that this answer can be given.
    func faults() -> [WireFault] {
        ElementFaults.faults(of: sites) + EnvelopeFaults(exchange: self).faults()
            + Additions(answer: self).faults() + DocumentFaults.faults(of: exchange.response)
    }

    /// Every change that is no fault.
    func permittedChanges() -> [WireFault] {
        PermittedChanges(answer: self).changes() + Additions(answer: self).permitted()
    }

    /// Every placeholder of what the answer is held against, with its place; not of other kinds of right answers.
    var heldPlaceholders: [String] {
        exchange.goldens.filter(isAlike).flatMap { JudgedAnswer.placeholders($0.tree, $0.tree.name) }
    }

    /// Those that an element of the answer was held against.
    var metPlaceholders: [String] {
        sites.flatMap { site in
            site.alternatives.compactMap(\.self).flatMap { JudgedAnswer.marks($0.text, site.path) }
        }
    }

    private func isAlike(_ golden: Golden) -> Bool { golden.status == status && golden.tree.name == tree.name }

    private static func placeholders(_ tree: Tree, _ path: String) -> [String] {
        marks(tree.text, path) + tree.children.flatMap { placeholders($0, "\(path)/\($0.name)") }
    }

    /// Without positions in lists, which differ from page to page.
    private static func marks(_ text: String, _ path: String) -> [String] {
        guard Template.hasBrackets(text) else { return [] }
        let place = path.replacing(/\[[0-9]+\]/, with: "")
        return Template(text).placeholders.map { "\($0) at \(place)" }
    }
}
