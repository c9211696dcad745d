import SpecModel

/// Names, and types that are used or not.
extension Linter {
    mutating func checkNames() {
        let names = specification.operations.map(\.name)
        let types = specification.structures.map(\.name)
        checkUnique(names, "operation", at: api)
        checkUnique(types, "type", at: api)
        checkOrder(names, "operation")
        checkOrder(types, "type")
        for operation in specification.operations where operation.api != specification.api {
            add(.malformedName, at: operation.id, "it stands in the spec of \(api)")
        }
    }

    private mutating func checkOrder(_ names: [String], _ kind: String) {
        for (name, next) in zip(names, names.dropFirst()) where next < name {
            add(.unorderedName, at: api, "\(kind) '\(next)' stands after '\(name)'; the order is alphabetical")
        }
    }

    mutating func checkStructures() {
        var used: Set<String> = []
        for operation in specification.operations {
            collect(operation.parameters + (operation.result ?? []), into: &used)
        }
        collect(specification.commonParameters, into: &used)
        for structure in specification.structures {
            let place = "\(api) type \(structure.name)"
            checkText(structure.summary, "summary", at: place)
            checkPage(structure.page, at: place)
            check(members: structure.members, rules: structure.rules, isLater: structure.isLater, at: place)
            if structure.members.isEmpty { add(.missingText, at: place, "it has no members") }
            if !used.contains(structure.name) {
                add(.unusedType, at: place, "no operation uses it")
            }
        }
    }

    private func collect(_ members: [Member], into used: inout Set<String>) {
        for name in members.compactMap(\.shape.structureName) where used.insert(name).inserted {
            collect(structures[name]?.members ?? [], into: &used)
        }
    }
}

extension Shape {
    /// The data type that the shape is, or is a list or a map of.
    package var structureName: String? {
        switch self {
        case .structure(let name): name
        case .list(let member, _), .map(let member): member.structureName
        default: nil
        }
    }
}
