import Conformance
import SpecCatalog
import SpecModel

/// Tables of what the spec says and of what an endpoint supports.
///
/// Equal input gives equal documents. A table without rows is a sentence that says so.
public struct DocumentationTables: Sendable {
    let catalog: Catalog

    /// - Parameter catalog: where operations and data types are looked up.
    public init(catalog: Catalog = .standard) { self.catalog = catalog }

    /// The operations of one API, or of both, with family, throttle and page.
    public func operations(_ api: API? = nil) -> Document {
        operations(catalog.operations.filter { api == nil || $0.api == api })
    }

    /// The row of one operation.
    public func operation(_ operation: Operation) -> Document { operations([operation]) }

    private func operations(_ operations: [Operation]) -> Document {
        let isMixed = Set(operations.map(\.api)).count > 1
        let rows: [[Phrase]] = operations.map { operation in
            let name = isMixed ? operation.id : operation.name
            let deprecated = operation.deprecated.map { " Deprecated: use " + Self.replacement($0) + "." } ?? ""
            return [
                .code(name), .text(operation.family.rawValue), .prose(operation.summary) + deprecated,
                operation.throttle.map { .text(Self.rate($0)) } ?? "–", .text(operation.page.short),
            ]
        }
        return Document(
            "Operations", ["Operation", "Family", "What it does", "Requests a second", "Page"], rows,
            or: "No operations.")
    }

    /// The parameters of an operation in the reference's order.
    public func parameters(_ operation: Operation) -> Document {
        members(
            "Parameters of \(operation.name)", operation.parameters, operation.rules, head: "Parameter",
            nothing: "No parameters.")
    }

    /// The members of an operation's result.
    public func responses(_ operation: Operation) -> Document {
        let title = "Response of \(operation.name)"
        guard let result = operation.result else {
            var document = Document(title)
            document.paragraph("The answer has no result element.")
            return document
        }
        return members(title, result, [], head: "Member", nothing: "No members: the result is empty.")
    }

    /// The errors that an operation declares, without the common ones.
    public func errors(_ operation: Operation) -> Document {
        errors("Errors of \(operation.name)", operation.errors, nothing: "No errors beside the common ones.")
    }

    /// The errors that every operation of an API may give.
    public func commonErrors(_ api: API) -> Document {
        errors("Common errors", catalog.specification(api)?.commonErrors ?? [], nothing: "No common errors.")
    }

    /// The parameters that every operation of an API takes.
    public func commonParameters(_ api: API) -> Document {
        let found = catalog.specification(api)?.commonParameters ?? []
        return members("Common parameters", found, [], head: "Parameter", nothing: "No common parameters.")
    }

    /// The parameters of every operation, each below a heading, and those that all of them take.
    public func allParameters(_ api: API? = nil) -> Document {
        let apis = catalog.specifications.filter { !$0.commonParameters.isEmpty }.map(\.api)
        return sections("Parameters", api, parameters, shared: apis, commonParameters)
    }

    /// The errors of every operation, each below a heading, and those that any of them may give.
    public func allErrors(_ api: API? = nil) -> Document {
        let apis = catalog.specifications.filter { !$0.commonErrors.isEmpty }.map(\.api)
        return sections("Errors", api, errors, shared: apis, commonErrors)
    }

    /// The results of every operation, each below a heading.
    public func allResponses(_ api: API? = nil) -> Document {
        sections("Responses", api, responses, shared: [], commonErrors)
    }

    /// A section for each operation, and one for what those of an API have in common.
    private func sections(
        _ title: String, _ api: API?, _ body: (Operation) -> Document, shared apis: [API],
        _ sharedBody: (API) -> Document
    ) -> Document {
        let operations = catalog.operations.filter { api == nil || $0.api == api }
        let isMixed = Set(operations.map(\.api)).count > 1
        var document = Document(title)
        for operation in operations {
            document.heading(.text(isMixed ? operation.id : operation.name))
            document.append(body(operation))
        }
        for shared in apis where api == nil || api == shared {
            let content = sharedBody(shared)
            document.heading(.text(content.title + (apis.count > 1 ? " of \(shared.rawValue)" : "")))
            document.append(content)
        }
        if document.isEmpty { document.paragraph("No operations.") }
        return document
    }

    func members(
        _ title: String, _ members: [Member], _ rules: [MemberRule], head: Phrase, nothing: Phrase
    ) -> Document {
        let rows: [[Phrase]] = members.map { member in
            var words: [Phrase] = [.prose(member.summary)]
            if let value = member.defaultValue { words.append("Default: \(code: Self.spelling(value)).") }
            if let need = member.need { words.append("Needs \(code: need.rawValue).") }
            if member.isLater { words.append("Later than the reference.") }
            if let note = member.note { words.append(.prose(Wording.sentence(note))) }
            return [
                .code(member.name), .text(member.shape.typeName), member.required ? "yes" : "no",
                ShapeWording.constraints(of: member.shape), words.joined(separator: " "),
            ]
        }
        var document = Document(
            title, [head, "Type", "Required", "Constraints", "What it is"], rows, or: nothing)
        for rule in rules {
            let names = Phrase.list(rule.members.map { .code($0) }, last: "or")
            switch rule {
            case .atLeastOne: document.paragraph("At least one of \(names) is given (\(rule.source)).")
            case .exactlyOne: document.paragraph("Exactly one of \(names) is given (\(rule.source)).")
            }
        }
        return document
    }

    private func errors(_ title: String, _ errors: [ErrorCase], nothing: Phrase) -> Document {
        let rows: [[Phrase]] = errors.map { error in
            let later: Phrase = error.isLater ? " (later than the reference)" : ""
            return [
                .code(error.code), "\(error.status)", .text(error.origin.rawValue),
                .prose(error.condition) + later, Self.reach(error.reach),
            ]
        }
        return Document(title, ["Error", "Status", "Type", "When", "Exercised"], rows, or: nothing)
    }

    private static func reach(_ reach: ErrorCase.Reach) -> Phrase {
        switch reach {
        case .provoked(let ways): "by \(Wording.count(ways.count, "derived case"))"
        case .scenario(let name): "by the scenario \(code: name)"
        case .unreachable(let why): "no: \(prose: why)"
        }
    }

    /// The name of an operation as code, anything else as a sentence of the spec.
    private static func replacement(_ text: String) -> Phrase {
        text.contains { $0 == " " || $0 == "`" } ? .prose(text) : .code(text)
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
