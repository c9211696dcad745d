import SpecCatalog
import SpecModel
import Wire

/// Faults of behaviour that a decorator round the service can bring about.
struct BehaviourFaults: Sendable {
    let catalog: Catalog

    private var operations: [SpecModel.Operation] { catalog.specification(.v1)?.operations ?? [] }

    /// Every way in which the whole endpoint is otherwise.
    func all() -> [BehaviourFault] {
        faults() + CatalogFaults(catalog: catalog).faults() + StateFaults(operations: operations).faults()
            + EmulatorFaults.faults(operations) + Leeway(operations: operations).changes()
    }

    func faults() -> [BehaviourFault] {
        operations.flatMap { operation in
            unchanged(operation) + (ActionParameter.isRead(operation.name) ? stale(operation) : lost(operation))
                + ignored(operation) + reversed(operation)
        }
    }

    /// The decorators themselves must not be what is noticed.
    private func unchanged(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let name = operation.name
        let endpoints: [@Sendable () -> any Endpoint] = [
            { LosingEndpoint(losing: "") }, { StaleEndpoint(reading: "") }, { RewritingEndpoint(name) { $0 } },
        ]
        return endpoints.map { endpoint in
            BehaviourFault(
                faultClass: .nothingChanged, what: "\(name) as it is", operations: [name], endpoint: endpoint)
        }
    }

    private func lost(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let name = operation.name
        return [
            BehaviourFault(faultClass: .writeLost, what: "loses what \(name) writes", operations: [name]) {
                LosingEndpoint(losing: name)
            }
        ]
    }

    private func stale(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let name = operation.name
        return [
            BehaviourFault(faultClass: .readStale, what: "\(name) misses the latest write", operations: [name]) {
                StaleEndpoint(reading: name)
            }
        ]
    }

    /// An endpoint that ignored a required parameter would refuse its requests: no question for the judge.
    private func ignored(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let name = operation.name
        return ParameterPath.all(of: operation, catalog.structures(.v1)).filter { !$0.member.required }.map { path in
            BehaviourFault(faultClass: .parameterIgnored, what: "\(name) ignores \(path.dotted)", operations: [name]) {
                RewritingEndpoint(name) { parameters in parameters.filter { !path.covers($0.name) } }
            }
        }
    }

    private func reversed(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let name = operation.name
        return ParameterPath.all(of: operation, catalog.structures(.v1)).filter(\.isOrderedList).map { path in
            BehaviourFault(faultClass: .listReversed, what: "\(name) reverses \(path.dotted)", operations: [name]) {
                RewritingEndpoint(name) { path.reversingMembers(of: $0) }
            }
        }
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
