import Conformance
import SpecCatalog
import SpecModel

/// Markdown tables of what the spec says and of what an endpoint supports.
///
/// Equal input gives equal text. Every table ends with a newline; one without rows is a sentence that says so.
public struct DocumentationTables: Sendable {
    let catalog: Catalog

    /// - Parameter catalog: where operations and data types are looked up.
    public init(catalog: Catalog = .standard) { self.catalog = catalog }

    /// The operations of one API, or of both, with family, throttle and page.
    public func operations(_ api: API? = nil) -> String {
        let operations = catalog.operations.filter { api == nil || $0.api == api }
        let isMixed = Set(operations.map(\.api)).count > 1
        let rows = operations.map { operation in
            let name = isMixed ? operation.id : operation.name
            let deprecated = operation.deprecated.map { " Deprecated: use \(Self.replacement($0))." } ?? ""
            return [
                Markdown.code(name), operation.family.rawValue, Markdown.prose(operation.summary) + deprecated,
                operation.throttle.map(DocumentationTables.rate) ?? "–", operation.page.short,
            ]
        }
        return table(["Operation", "Family", "What it does", "Requests a second", "Page"], rows, "no operations")
    }

    /// The parameters of an operation in the reference's order.
    public func parameters(_ operation: Operation) -> String {
        members(operation.parameters, operation.rules, head: "Parameter", nothing: "no parameters")
    }

    /// The members of an operation's result.
    public func responses(_ operation: Operation) -> String {
        guard let result = operation.result else { return "The answer has no result element.\n" }
        return members(result, [], head: "Member", nothing: "no members: the result is empty")
    }

    /// The errors that an operation declares, without the common ones.
    public func errors(_ operation: Operation) -> String {
        errors(operation.errors, nothing: "no errors beside the common ones")
    }

    /// The errors that every operation of an API may give.
    public func commonErrors(_ api: API) -> String {
        errors(catalog.specification(api)?.commonErrors ?? [], nothing: "no common errors")
    }

    /// The parameters that every operation of an API takes.
    public func commonParameters(_ api: API) -> String {
        let found = catalog.specification(api)?.commonParameters ?? []
        return members(found, [], head: "Parameter", nothing: "no common parameters")
    }

    /// The data types of an API, each with a heading and a table of its members.
    public func types(_ api: API) -> String {
        let structures = catalog.specification(api)?.structures ?? []
        guard !structures.isEmpty else { return "No data types.\n" }
        return structures.map { structure in
            "### \(Markdown.text(structure.name))\n\n\(Markdown.prose(structure.summary)) "
                + "(\(structure.page.brief)\(structure.isLater ? "; later than the reference" : ""))\n\n"
                + members(structure.members, structure.rules, head: "Member", nothing: "no members")
        }.joined(separator: "\n")
    }

    /// The data types of one API, or of both.
    public func allTypes(_ api: API? = nil) -> String {
        let apis = catalog.specifications.map(\.api).filter { api == nil || $0 == api }
        let found = apis.filter { catalog.specification($0)?.structures.isEmpty == false }
        return found.isEmpty ? "No data types.\n" : found.map(types).joined(separator: "\n")
    }

    /// The parameters of every operation, each below a heading, and those that all of them take.
    public func allParameters(_ api: API? = nil) -> String {
        let apis = catalog.specifications.filter { !$0.commonParameters.isEmpty }.map(\.api)
        return sections(api, parameters) + shared(apis, api, "Common parameters", commonParameters)
    }

    /// The errors of every operation, each below a heading, and those that any of them may give.
    public func allErrors(_ api: API? = nil) -> String {
        let apis = catalog.specifications.filter { !$0.commonErrors.isEmpty }.map(\.api)
        return sections(api, errors) + shared(apis, api, "Common errors", commonErrors)
    }

    /// The results of every operation, each below a heading.
    public func allResponses(_ api: API? = nil) -> String { sections(api, responses) }

    private func sections(_ api: API?, _ body: (Operation) -> String) -> String {
        let operations = catalog.operations.filter { api == nil || $0.api == api }
        let isMixed = Set(operations.map(\.api)).count > 1
        guard !operations.isEmpty else { return "No operations.\n" }
        return operations.map { operation in
            "### \(Markdown.text(isMixed ? operation.id : operation.name))\n\n" + body(operation)
        }.joined(separator: "\n")
    }

    /// What the operations of an API have in common, as further sections.
    private func shared(_ apis: [API], _ wanted: API?, _ title: String, _ body: (API) -> String) -> String {
        apis.filter { wanted == nil || $0 == wanted }.map { api in
            "\n### \(title)\(apis.count > 1 ? " of \(api.rawValue)" : "")\n\n" + body(api)
        }.joined()
    }

    private func members(_ members: [Member], _ rules: [MemberRule], head: String, nothing: String) -> String {
        let rows = members.map { member in
            var words = [Markdown.prose(member.summary)]
            if let value = member.defaultValue { words.append("Default: \(Markdown.code(Self.spelling(value))).") }
            if let need = member.need { words.append("Needs \(Markdown.code(need.rawValue)).") }
            if member.isLater { words.append("Later than the reference.") }
            if let note = member.note { words.append(Markdown.prose(Wording.sentence(note))) }
            return [
                Markdown.code(member.name), Markdown.text(member.shape.typeName), member.required ? "yes" : "no",
                ShapeWording.constraints(of: member.shape), words.joined(separator: " "),
            ]
        }
        let text = table([head, "Type", "Required", "Constraints", "What it is"], rows, nothing)
        let sentences = rules.map { rule in
            let names = Wording.list(rule.members.map { Markdown.code($0) }, last: "or")
            let source = Markdown.text(rule.source)
            switch rule {
            case .atLeastOne: return "At least one of \(names) is given (\(source)).\n"
            case .exactlyOne: return "Exactly one of \(names) is given (\(source)).\n"
            }
        }
        return ([text] + sentences).joined(separator: "\n")
    }

    private func errors(_ errors: [ErrorCase], nothing: String) -> String {
        let rows = errors.map { error in
            let later = error.isLater ? " (later than the reference)" : ""
            return [
                Markdown.code(error.code), "\(error.status)", error.origin.rawValue,
                Markdown.prose(error.condition) + later, Self.reach(error.reach),
            ]
        }
        return table(["Error", "Status", "Type", "When", "Exercised"], rows, nothing)
    }

    private static func reach(_ reach: ErrorCase.Reach) -> String {
        switch reach {
        case .provoked(let ways): "by \(Wording.count(ways.count, "derived case"))"
        case .scenario(let name): "by the scenario \(Markdown.code(name))"
        case .unreachable(let why): "no: \(Markdown.prose(why))"
        }
    }

    private func table(_ head: [String], _ rows: [[String]], _ nothing: String) -> String {
        guard rows.isEmpty else { return Markdown.table(head, rows) }
        return nothing.prefix(1).uppercased() + nothing.dropFirst() + ".\n"
    }

    /// The name of an operation as code, anything else as a sentence of the spec.
    private static func replacement(_ text: String) -> String {
        text.contains { $0 == " " || $0 == "`" } ? Markdown.prose(text) : Markdown.code(text)
    }

    private static func rate(_ value: Double) -> String {
        let text = Wording.decimal(value, digits: 2)
        return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
    }

    private static func spelling(_ value: Value) -> String {
        switch value {
        case .text(let text), .blob(let text): text
        case .integer(let number): "\(number)"
        case .boolean(let flag): "\(flag)"
        case .list(let members): members.map(spelling).joined(separator: ", ")
        case .fields(let fields): fields.map { "\($0.name): \(spelling($0.value))" }.joined(separator: ", ")
        case .echo(let path): "as sent in \(path)"
        }
    }
}
