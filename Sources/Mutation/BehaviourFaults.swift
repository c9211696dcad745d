import SpecCatalog
import SpecModel
import Wire

/// Faults of behaviour that a decorator round the service can bring about.
struct BehaviourFaults: Sendable {
    let catalog: Catalog

    private var operations: [SpecModel.Operation] { catalog.operations }

    /// Every way in which the whole endpoint is otherwise.
    func all() -> [BehaviourFault] {
        faults() + API.allCases.flatMap { CatalogFaults(catalog: catalog, api: $0).faults() }
            + StateFaults(operations: operations).faults() + EmulatorFaults(operations: operations).faults()
            + Leeway(operations: operations).changes()
    }

    func faults() -> [BehaviourFault] {
        operations.flatMap { operation in
            unchanged(operation) + (AskedOperation(operation).isRead ? stale(operation) : lost(operation))
                + ignored(operation) + reversed(operation)
        } + disagreeing()
    }

    /// The decorators themselves must not be what is noticed.
    private func unchanged(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let asked = AskedOperation(operation)
        let endpoints: [@Sendable () -> any Endpoint] = [
            { LosingEndpoint(losing: nil) }, { StaleEndpoint(reading: nil) }, { RewritingEndpoint(asked) { _ in } },
        ]
        return endpoints.map { BehaviourFault(.nothingChanged, "\(asked.name) as it is", of: operation, endpoint: $0) }
    }

    private func lost(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let asked = AskedOperation(operation)
        return [
            BehaviourFault(.writeLost, "loses what \(asked.name) writes", of: operation) {
                LosingEndpoint(losing: asked)
            }
        ]
    }

    private func stale(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let asked = AskedOperation(operation)
        return [
            BehaviourFault(.readStale, "\(asked.name) misses the latest write", of: operation) {
                StaleEndpoint(reading: asked)
            }
        ]
    }

    /// An endpoint that ignored a required parameter would refuse its requests: no question for the judge.
    private func ignored(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let asked = AskedOperation(operation)
        return paths(operation).filter { !$0.member.required }.map { path in
            BehaviourFault(.parameterIgnored, "\(asked.name) ignores \(path.dotted)", of: operation) {
                RewritingEndpoint(asked) { $0.remove(path) }
            }
        }
    }

    private func reversed(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let asked = AskedOperation(operation)
        return paths(operation).filter(\.isOrderedList).map { path in
            BehaviourFault(.listReversed, "\(asked.name) reverses \(path.dotted)", of: operation) {
                RewritingEndpoint(asked) { $0.reverse(path) }
            }
        }
    }

    private func paths(_ operation: SpecModel.Operation) -> [ParameterPath] {
        ParameterPath.all(of: operation, catalog.structures(operation.api))
    }

    /// Two APIs with a state of their own each, in everything or in what one operation writes.
    private func disagreeing() -> [BehaviourFault] {
        let families = API.allCases.map { api in Set(operations.filter { $0.api == api }.map(\.family)) }
        let shared = families.dropFirst().reduce(families.first ?? []) { $0.intersection($1) }
        let written = operations.filter { shared.contains($0.family) && !AskedOperation($0).isRead }
        let single = written.map { operation in
            let asked = AskedOperation(operation)
            return BehaviourFault(.apisDisagree, "the other API misses what \(asked.name) writes", of: operation) {
                LosingEndpoint(seenBy: asked.api) { $0 == asked }
            }
        }
        let whole = API.allCases.map { api in
            BehaviourFault(
                .apisDisagree, "the other API misses whatever is written", api,
                operations: written.filter { $0.api == api }.map(\.id)
            ) {
                LosingEndpoint(seenBy: api) { $0.api == api && !$0.isRead }
            }
        }
        return whole + single
    }
}

/// A parameter by the names that lead to it, whatever the positions in lists.
struct ParameterPath: Sendable {
    /// From the operation's parameter down.
    let names: [String]
    let member: Member

    var dotted: String { names.joined(separator: ".") }

    var isOrderedList: Bool { if case .list(_, let list) = member.shape { list.ordered } else { false } }

    /// Every parameter of an operation's request, owners before what they own.
    static func all(of operation: SpecModel.Operation, _ structures: [String: Structure]) -> [ParameterPath] {
        paths(operation.parameters, below: [], structures)
    }

    private static func paths(
        _ members: [Member], below owner: [String], _ structures: [String: Structure]
    ) -> [ParameterPath] {
        guard owner.count < 8 else { return [] }
        return members.filter { !$0.isLater }.flatMap { member -> [ParameterPath] in
            let names = owner + [member.name]
            let inner: [Member] =
                switch member.shape {
                case .structure(let name), .list(.structure(let name), _): structures[name]?.members ?? []
                default: []
                }
            return [ParameterPath(names: names, member: member)] + paths(inner, below: names, structures)
        }
    }

    /// Whether a name of the form, such as `Rule.Actions.member.1.StopAction.Scope`, is this parameter or within it.
    func covers(_ name: String) -> Bool { ParameterPath.plain(name).starts(with: names) }

    private static func plain(_ name: String) -> [String] {
        let parts = name.split(separator: ".").map(String.init)
        return parts.enumerated().filter { index, part in
            let isIndex = index > 0 && parts[index - 1] == "member"
            return part != "member" && !isIndex
        }.map(\.element)
    }

    /// The parameters with the members of this list counted from the end.
    func reversingMembers(of parameters: [FormParameter]) -> [FormParameter] {
        let head = dotted + ".member."
        func index(_ name: String) -> Int? {
            guard name.hasPrefix(head) else { return nil }
            return Int(name.dropFirst(head.count).prefix { $0 != "." })
        }
        let last = parameters.compactMap { index($0.name) }.max() ?? 0
        return parameters.map { parameter in
            guard let place = index(parameter.name) else { return parameter }
            let tail = parameter.name.dropFirst(head.count).drop { $0 != "." }
            return FormParameter(head + String(last + 1 - place) + tail, parameter.value)
        }
    }
}
