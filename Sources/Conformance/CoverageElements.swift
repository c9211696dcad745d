import SpecModel

/// Every element of one API's spec, with its cases or the reason for having none.
struct CoverageElements {
    typealias Element = Coverage.Element

    private let specification: Specification
    private let structures: [String: Structure]
    private let index: CoverageIndex

    init(_ specification: Specification, _ index: CoverageIndex) {
        self.specification = specification
        self.index = index
        structures = Dictionary(
            specification.structures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var all: [Element] { specification.operations.flatMap(elements) + commonParameters + commonErrors }

    private func elements(_ operation: Operation) -> [Element] {
        let subject = OperationUnderTest(operation, structures: structures)
        let itself = element(
            operation, .operation, "", index.declaring("operation \(operation.name)", of: operation.name), nil)
        let rules = operation.rules.map { rule($0, below: "", operation, nil) }
        return [itself] + subject.sites.flatMap { elements($0, subject) } + rules
            + operation.errors.map { error($0, operation) }
            + (operation.result ?? []).flatMap { result($0, below: "", operation, nil, depth: 0) }
    }

    // MARK: Parameters

    private func elements(_ site: MemberSite, _ subject: OperationUnderTest) -> [Element] {
        let operation = subject.operation
        let why = CoverageReason.ofParameter(site) { index.sending($0, to: operation.name).isEmpty }
        let path = site.dotted
        var elements = [element(operation, .parameter, path, index.sending(path, to: operation.name), why)]
        if site.member.required {
            let cases = index.declaring("required \(path)", of: operation.name)
            elements.append(element(operation, .required, path, cases, why ?? CoverageReason.ofRequired(site, subject)))
        }
        elements += constraints(site.member.shape, path, operation, why)
        let rules: [MemberRule]
        let member: String
        switch site.member.shape {
        case .structure(let name): (rules, member) = (structures[name]?.rules ?? [], "\(path).")
        case .list(.structure(let name), _): (rules, member) = (structures[name]?.rules ?? [], "\(path).member.1.")
        default: (rules, member) = ([], "")
        }
        return elements
            + rules.map { rule in
                self.rule(
                    rule, below: member, operation, why ?? CoverageReason.ofRule(rule, below: member, site, subject))
            }
    }

    /// The constraints of a value and, in a list, of its members.
    private func constraints(_ shape: Shape, _ path: String, _ operation: Operation, _ why: String?) -> [Element] {
        func declared(_ kind: Coverage.Kind) -> Element {
            element(operation, kind, path, index.declaring("\(kind.rawValue) \(path)", of: operation.name), why)
        }
        switch shape {
        case .text(let text):
            var elements: [Element] = []
            if text.length != nil { elements.append(declared(.length)) }
            if text.pattern != nil { elements.append(declared(.pattern)) }
            if !text.allowed.isEmpty { elements.append(declared(.enumeration)) }
            return elements
                + text.allowed.map { value in
                    let cases = index.sending(path, value: value, to: operation.name)
                    return element(operation, .value, "\(path)=\(value)", cases, why)
                }
        case .boolean, .long, .double, .timestamp, .blob: return [declared(.type)]
        case .integer(let bound): return [declared(.type)] + (bound == nil ? [] : [declared(.range)])
        case .list(let member, let list):
            return (list.count == nil ? [] : [declared(.count)])
                + constraints(member, "\(path).member.1", operation, why)
        case .structure, .map: return []
        }
    }

    private func rule(
        _ rule: MemberRule, below path: String, _ operation: Operation, _ why: String?
    ) -> Element {
        let names = path + rule.members.joined(separator: ", ")
        return element(operation, .rule, names, index.declaring("rule \(names)", of: operation.name), why)
    }

    // MARK: Answers

    private func error(_ error: ErrorCase, _ operation: Operation) -> Element {
        let declared = index.declaring("error \(error.code)", of: operation.name)
        let shown = scenario(of: error).map { "\(operation.id)/\($0)" }.map(refusing(error.code)) ?? []
        return element(operation, .error, error.code, declared + shown, CoverageReason.ofError(error))
    }

    /// The case of that id, if it is refused with the code.
    private func refusing(_ code: String) -> (String) -> [String] {
        { [index] id in index.refuses(id, with: code) ? [id] : [] }
    }

    private func scenario(of error: ErrorCase) -> String? {
        if case .scenario(let name) = error.reach { name } else { nil }
    }

    private func result(
        _ member: Member, below path: String, _ operation: Operation, _ inherited: String?, depth: Int
    ) -> [Element] {
        let path = path + member.name
        let cases = index.expecting(path, of: operation.name)
        let why = cases.isEmpty ? inherited ?? CoverageReason.ofMember(member) : nil
        let itself = element(operation, .result, path, cases, why)
        guard depth < 8, let (name, step) = CoverageElements.structure(within: member.shape) else { return [itself] }
        let members = structures[name]?.members ?? []
        return [itself]
            + members.flatMap { result($0, below: "\(path)\(step).", operation, why, depth: depth + 1) }
    }

    /// The structure that a shape is made of, and what leads there: `.member` or `.value`.
    private static func structure(within shape: Shape) -> (name: String, step: String)? {
        switch shape {
        case .structure(let name): (name, "")
        case .list(let member, _): structure(within: member).map { ($0.name, ".member" + $0.step) }
        case .map(let value): structure(within: value).map { ($0.name, ".value" + $0.step) }
        default: nil
        }
    }

    // MARK: What all operations have

    private var commonParameters: [Element] {
        specification.commonParameters.map { member in
            Element(
                api: specification.api, operation: nil, kind: .commonParameter, name: member.name,
                cases: index.changing(member.name), reason: CoverageReason.ofMember(member))
        }
    }

    private var commonErrors: [Element] {
        specification.commonErrors.map { error in
            let shown = scenario(of: error).map { "\(specification.api.rawValue)/\($0)" }.map(refusing(error.code))
            return Element(
                api: specification.api, operation: nil, kind: .commonError, name: error.code, cases: shown ?? [],
                reason: CoverageReason.ofError(error))
        }
    }

    private func element(
        _ operation: Operation, _ kind: Coverage.Kind, _ name: String, _ cases: [String], _ reason: String?
    ) -> Element {
        Element(
            api: operation.api, operation: operation.name, kind: kind, name: name, cases: cases,
            reason: cases.isEmpty ? reason : nil)
    }
}
