import ReferenceService
import SpecCatalog
import SpecModel
import Wire

/// Faults of behaviour that come of a catalogue with one constraint changed, handed to the service.
struct CatalogFaults: Sendable {
    let catalog: Catalog
    let api: API

    /// Where a member is declared.
    private enum Owner: Sendable, Hashable {
        case operation(String)
        case structure(String)
    }

    func faults() -> [BehaviourFault] {
        guard let specification = catalog.specification(api) else { return [] }
        let operations = specification.operations.flatMap { operation in
            faults(
                operation.parameters, operation.rules, of: .operation(operation.name), [operation.id],
                labels: operation.route?.labels ?? [])
        }
        let structures = specification.structures.flatMap { structure -> [BehaviourFault] in
            let users = specification.operations.filter { sends(structure.name, in: $0) }.map(\.id)
            guard !users.isEmpty, !structure.isLater else { return [] }
            return faults(structure.members, structure.rules, of: .structure(structure.name), users)
        }
        return operations + structures
    }

    /// - Parameter labels: members that travel in the path; without them it is another path.
    private func faults(
        _ members: [Member], _ rules: [MemberRule], of owner: Owner, _ operations: [String], labels: [String] = []
    ) -> [BehaviourFault] {
        let (name, isOperation) =
            switch owner {
            case .operation(let name): (name, true)
            case .structure(let name): (name, false)
            }
        // In a form, a structure without its only member is not sent at all: its owner says whether it must be.
        let canBeEmpty = isOperation || api == .v2
        let canLack = canBeEmpty || members.count > 1
        let ofMembers = members.enumerated().filter { !$0.element.isLater }.flatMap { index, member in
            member.weakened(in: api).filter {
                $0.faultClass != .requiredOff || (canLack && !labels.contains(member.name))
            }.map { change in
                let what = "\(name).\(member.name): \(change.what)"
                return fault(change.faultClass, what, operations, owner) { members, _ in
                    members[index] = change.member
                }
            }
        }
        let breakable = rules.enumerated().filter { canBeEmpty || $0.element.canBeBroken(by: members) }
        let ofRules = breakable.map { index, rule in
            let what = "\(name): does not care which of \(rule.members.joined(separator: ", ")) are given"
            return fault(.memberRuleOff, what, operations, owner) { _, rules in rules.remove(at: index) }
        }
        return ofMembers + ofRules
    }

    private func fault(
        _ faultClass: FaultClass, _ what: String, _ operations: [String], _ owner: Owner,
        _ change: @escaping @Sendable (inout [Member], inout [MemberRule]) -> Void
    ) -> BehaviourFault {
        BehaviourFault(faultClass, what, api, operations: operations) {
            InProcessEndpoint(ReferenceService.twin(catalog: changed(owner, change)))
        }
    }

    /// The catalogue with one declaration changed.
    private func changed(
        _ owner: Owner, _ change: (inout [Member], inout [MemberRule]) -> Void
    ) -> Catalog {
        Catalog(
            catalog.specifications.map { specification in
                guard specification.api == api else { return specification }
                return Specification(
                    api: api,
                    operations: specification.operations.map {
                        owner == .operation($0.name) ? $0.changing(change) : $0
                    },
                    structures: specification.structures.map {
                        owner == .structure($0.name) ? $0.changing(change) : $0
                    },
                    commonParameters: specification.commonParameters, commonErrors: specification.commonErrors)
            })
    }

    /// Whether requests of the operation may hold the structure.
    private func sends(_ structure: String, in operation: SpecModel.Operation) -> Bool {
        ParameterPath.all(of: operation, catalog.structures(api)).contains { path in
            switch path.member.shape {
            case .structure(structure), .list(.structure(structure), _): true
            default: false
            }
        }
    }
}

extension MemberRule {
    /// In a form, a structure with none of its members is not sent: that one of them all must be there says nothing.
    fileprivate func canBeBroken(by members: [Member]) -> Bool {
        if case .atLeastOne(let names, _) = self { !members.allSatisfy { names.contains($0.name) } } else { true }
    }
}

extension SpecModel.Operation {
    fileprivate func changing(_ change: (inout [Member], inout [MemberRule]) -> Void) -> SpecModel.Operation {
        var (members, rules) = (parameters, rules)
        change(&members, &rules)
        return SpecModel.Operation(
            name, api: api, family: family, summary, page: page, route: route, deprecated: deprecated,
            throttle: throttle,
            parameters: members, rules: rules, result: result, errors: errors, pages: pages, undo: undo,
            fixture: fixture, observations: observations)
    }
}

extension Structure {
    fileprivate func changing(_ change: (inout [Member], inout [MemberRule]) -> Void) -> Structure {
        var (members, rules) = (members, rules)
        change(&members, &rules)
        return Structure(name, summary, page: page, members: members, rules: rules, isLater: isLater)
    }
}
