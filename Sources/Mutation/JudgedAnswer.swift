import Conformance
import Golden
import SpecCatalog
import SpecModel
import Wire

/// A right answer of the reference service, ready to be made wrong.
struct JudgedAnswer: Sendable {
    let exchange: JudgedExchange
    let api: API
    let operation: String
    /// The members that the operation's result may have.
    let members: [Member]
    /// "in answer to read", or the operation where the case has one judged step.
    let place: String
    /// Whether it is a page of a list, which may hold as many members as were asked for and no more.
    let isPage: Bool
    /// The member that leads to the next page; nil for operations without pages.
    let token: String?
    let status: Int
    let tree: Tree
    let sites: [Site]
    /// The code of the error that it is; nil for successes.
    let code: String?
    /// The error codes that some golden has.
    let codes: Set<String>
    /// The statuses that some golden has.
    let statuses: Set<Int>
    /// The data types by name.
    let structures: [String: Structure]
    /// What every name that the case made began with; other runs of it have other names.
    let ownPrefix: String
    private let reader: SiteReader
    /// What is right in the same way.
    private let alike: [Golden]

    var isSuccess: Bool { 200..<300 ~= status }

    /// nil where nothing binding is expected of the answer, or the answer is no document.
    init?(_ exchange: JudgedExchange, catalog: Catalog) {
        guard !exchange.goldens.isEmpty, exchange.goldens.allSatisfy({ $0.provenance.isBinding }),
            let tree = Answer(reading: exchange.response).tree
        else { return nil }
        self.exchange = exchange
        api = exchange.api
        operation = exchange.operation
        let known = catalog.operation(api, operation)
        members = known?.result ?? []
        place = exchange.step.isEmpty ? exchange.operation : "\(exchange.operation) (\(exchange.step))"
        isPage = exchange.isPage
        token = known?.pages?.token
        status = exchange.response.status
        self.tree = tree
        code = 200..<300 ~= status ? nil : Answer(reading: exchange.response).errorCode(api)
        structures = catalog.structures(api)
        reader = SiteReader(
            api: api, operation: known, structures: structures, ownPrefix: exchange.ownPrefix)
        let status = exchange.response.status
        alike = exchange.goldens.filter {
            $0.status == status && $0.tree.name == tree.name && $0.tree.kind == tree.kind
        }
        sites = reader.sites(of: tree, isSuccess: 200..<300 ~= status, alternatives: alike.map(\.tree))
        ownPrefix = exchange.ownPrefix
        statuses = Set(exchange.goldens.map(\.status))
        let codes = exchange.goldens.compactMap { $0.errorType ?? $0.tree.descendant("Error.Code")?.text }
        self.codes = Set(
            codes.flatMap { text -> [String] in
                guard let choice = Template(text).soleName, choice.kind == "one-of" else { return [text] }
                return (choice.argument ?? "").split(separator: "|").map(String.init)
            })
    }

    /// Every fault that this answer can be given.
    func faults() -> [WireFault] {
        ElementFaults.faults(of: sites) + MessageFaults(answer: self).faults() + ownFaults
            + Additions(answer: self).faults() + DocumentFaults.faults(of: exchange.response, api)
    }

    /// Those that only answers of the API can have.
    private var ownFaults: [WireFault] {
        switch api {
        case .v1: EnvelopeFaults(exchange: self).faults()
        case .v2: JSONFaults(answer: self).faults()
        }
    }

    /// Every change that is no fault.
    func permittedChanges() -> [WireFault] {
        PermittedChanges(answer: self).changes() + Additions(answer: self).permitted()
    }

    /// Every placeholder of what the answer is held against, with its place; not of other kinds of right answers.
    var heldPlaceholders: [String] {
        alike.flatMap { golden in
            reader.sites(of: golden.tree, isSuccess: isSuccess, alternatives: []).flatMap { site in
                JudgedAnswer.marks(site.tree.text, site.path)
            }
        }
    }

    /// Those that an element of the answer was held against.
    var metPlaceholders: [String] {
        sites.flatMap { site in
            site.alternatives.compactMap(\.self).flatMap { JudgedAnswer.marks($0.text, site.path) }
        }
    }

    /// Without positions in lists, which differ from page to page.
    private static func marks(_ text: String, _ path: String) -> [String] {
        guard Template.hasBrackets(text) else { return [] }
        let place = path.replacing(/\[[0-9]+\]/, with: "")
        let placeholders = Template(text).placeholders
        // What may be left out need not be met.
        let isOptional = placeholders.first?.kind == "optional"
        return (isOptional ? Array(placeholders.prefix(1)) : placeholders).map { "\($0) at \(place)" }
    }
}
