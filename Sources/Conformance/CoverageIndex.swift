import SpecModel

/// What the cases of one API exercise, by operation and element.
struct CoverageIndex: Sendable {
    /// Something of an operation that cases can exercise.
    private struct Key: Hashable {
        let operation: String
        let what: String
    }

    private var found: [Key: Set<String>] = [:]
    private let operations: [String: Operation]
    private let structures: [String: Structure]

    init(_ specification: Specification, _ cases: [Case]) {
        operations = Dictionary(
            specification.operations.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        structures = Dictionary(
            specification.structures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for `case` in cases {
            for element in `case`.covers { add(`case`, `case`.operation, element) }
            for step in `case`.judged { add(step, of: `case`) }
        }
    }

    /// Cases that declare to cover this: `required Source`.
    func declaring(_ element: String, of operation: String) -> [String] { cases(operation, element) }

    /// Cases that send a parameter in a request which must succeed and is judged.
    ///
    /// - Parameter path: dotted; every member of a list counts as its first.
    func sending(_ path: String, to operation: String) -> [String] { cases(operation, "sends \(path)") }

    /// Cases that send this very value so.
    func sending(_ path: String, value: String, to operation: String) -> [String] {
        cases(operation, "sends \(path)=\(value)")
    }

    /// Cases that expect this member in a result: `Rules.member.Name`.
    func expecting(_ path: String, of operation: String) -> [String] { cases(operation, "expects \(path)") }

    /// Whether a case has a judged step that must be refused with this code.
    func refuses(_ id: String, with code: String) -> Bool { cases("", "refuses \(code)").contains(id) }

    /// Cases whose request has another `Action` or `Version` than usual, or none.
    func changing(_ parameter: String) -> [String] { cases("", "changes \(parameter)") }

    private func cases(_ operation: String, _ what: String) -> [String] {
        found[Key(operation: operation, what: what)].map { $0.sorted() } ?? []
    }

    private mutating func add(_ case: Case, _ operation: String, _ what: String) {
        found[Key(operation: operation, what: what), default: []].insert(`case`.id)
    }

    private mutating func add(_ step: Step, of case: Case) {
        guard step.expectation.hasGolden else { return }
        if step.envelope.action != .operation { add(`case`, "", "changes Action") }
        if step.envelope.version != `case`.api.version { add(`case`, "", "changes Version") }
        if step.paging?.size != nil, let pages = operations[step.operation]?.pages {
            // Pages are read to their end by the token of one answer in the request for the next.
            add(`case`, step.operation, "expects \(pages.token)")
            add(`case`, step.operation, "sends \(pages.token)")
        }
        for expectation in step.expectation.choices {
            switch expectation {
            case .result(let fields, _):
                addInput(.fields(step.input.fields), at: "", step.operation, `case`)
                let members = operations[step.operation]?.result ?? []
                for field in fields.fields {
                    addResult(field, among: members, below: "", step.operation, `case`)
                }
            case .failure(let failure):
                for code in failure.codes { add(`case`, "", "refuses \(code)") }
            case .accepted, .ignored, .modelled, .observed, .status, .anyOf: break
            }
        }
    }

    private mutating func addInput(_ value: Value, at path: String, _ operation: String, _ case: Case) {
        if !path.isEmpty { add(`case`, operation, "sends \(path)") }
        switch value {
        case .fields(let fields):
            for field in fields {
                addInput(field.value, at: path.isEmpty ? field.name : "\(path).\(field.name)", operation, `case`)
            }
        case .list(let members):
            for member in members { addInput(member, at: "\(path).member.1", operation, `case`) }
        default:
            if let text = value.scalarText { add(`case`, operation, "sends \(path)=\(text)") }
        }
    }

    private mutating func addResult(
        _ field: Field, among members: [Member], below path: String, _ operation: String, _ case: Case
    ) {
        guard let shape = members.first(where: { $0.name == field.name })?.shape else { return }
        addResult(field.value, shape, at: path + field.name, operation, `case`)
    }

    private mutating func addResult(
        _ value: Value, _ shape: Shape, at path: String, _ operation: String, _ case: Case
    ) {
        // What may as well be absent is not asked for.
        let placeholders = value.scalarText.map { Template($0).placeholders } ?? []
        guard !placeholders.contains(where: { $0.kind == "optional" }) else { return }
        add(`case`, operation, "expects \(path)")
        switch (value, shape) {
        case (.fields(let fields), .structure(let name)):
            let members = structures[name]?.members ?? []
            for field in fields { addResult(field, among: members, below: "\(path).", operation, `case`) }
        case (.fields(let entries), .map(let shape)):
            for entry in entries { addResult(entry.value, shape, at: "\(path).value", operation, `case`) }
        case (.list(let members), .list(let shape, _)):
            for member in members { addResult(member, shape, at: "\(path).member", operation, `case`) }
        default: break
        }
    }
}
