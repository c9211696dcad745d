import SpecCatalog
import SpecModel

/// Every case of a catalogue: derived by rule, scenarios and samples, ordered by id.
public struct CaseCatalog: Sendable {
    public let cases: [Case]
    private let indices: [String: Int]

    public init(_ catalog: Catalog) {
        let pages = catalog.operations.reduce(into: [String: Pages]()) { $0[$1.id] = $1.pages }
        let named = catalog.specifications.flatMap { CaseCatalog.cases($0, pages) }.map { (id: $0.id, case: $0) }
        self.init(of: named.sorted { $0.id < $1.id }.map(\.case))
    }

    /// - Parameter cases: in the order of their ids, where that matters to anybody.
    init(of cases: [Case]) {
        self.cases = cases
        indices = Dictionary(cases.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Ids that more than one case has, in order: none where the specs are sound.
    public var repeatedIDs: [String] {
        zip(cases, cases.dropFirst()).filter { $0.id == $1.id }.map(\.0.id).reduce(into: []) { ids, id in
            if ids.last != id { ids.append(id) }
        }
    }

    public subscript(id: String) -> Case? { indices[id].map { cases[$0] } }

    /// The cases of one operation.
    public func cases(of operation: String, _ api: API) -> [Case] {
        cases.filter { $0.operation == operation && $0.api == api }
    }

    /// The place of a case among all, stable for one version of the spec; part of the names that it uses.
    func number(of id: String) -> Int { indices[id] ?? 0 }

    /// The same as part of a name.
    func label(of id: String) -> String { String(number(of: id), radix: 36) }

    /// - Parameter pages: how operations of both APIs list in pages, by id.
    private static func cases(_ specification: Specification, _ pages: [String: Pages]) -> [Case] {
        let structures = Dictionary(
            specification.structures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let scenarios = specification.scenarios.map {
            $0.asCase(specification.api, rule: Scenario.rule, pages: pages)
        }
        let samples = specification.samples.map {
            $0.asCase(specification.api, rule: Scenario.sampleRule, pages: pages)
        }
        let asked = Set(scenarios.map(\.question))
        let derived = specification.operations.concurrentlyMapped { operation in
            let subject = OperationUnderTest(operation, structures: structures, family: specification.operations)
            let cases = Rules.all.flatMap { rule in
                rule.cases(for: subject).filter { !rule.yieldsToScenarios || !asked.contains($0.question) }
            }
            // Two rules, or one rule at two places, may come to the same request.
            var seen: Set<[Question]> = []
            return cases.filter { seen.insert($0.whole).inserted }
        }
        return derived.flatMap { $0 } + scenarios + samples
    }
}

extension Step {
    /// The step with the page size that it wants in its request.
    fileprivate func asking(_ pages: Pages?) -> Step {
        guard let size = paging?.size, let parameter = pages?.size, input[parameter] == nil else { return self }
        return changed(input: input.setting(parameter, to: .integer(size)))
    }
}

extension Scenario {
    static let rule = "scenario"
    static let sampleRule = "reference-sample"

    func asCase(_ api: API, rule: String, pages: [String: Pages]) -> Case {
        let setup = setup.map { $0.asking(pages["\($0.api(in: api).rawValue)/\($0.operation)"]) }
        let steps = steps.map { $0.asking(pages["\($0.api(in: api).rawValue)/\($0.operation)"]) }
        return Case(
            api: api, operation: operation, name: name, axis: axis, rule: rule, title: title,
            requirement: requirement, source: source, covers: ["scenario \(name)"],
            needs: needs.adding(resourcesIn: setup + steps), accountWide: accountWide, isDeep: isDeep,
            setup: setup, steps: steps,
            cleanup: cleanup, scope: judgesEnvelope ? .strictly : .everything)
    }
}
