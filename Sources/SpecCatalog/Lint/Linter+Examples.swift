import SpecModel

/// Whether requests can be derived: what has an example, and what says why it has none.
extension Linter {
    mutating func checkExamples(of operation: Operation) {
        var seen: Set<String> = []
        checkExamples(operation.parameters, at: "\(operation.id) parameter ", &seen)
        for rule in operation.rules where !canBeSent(rule, operation.parameters, []) {
            let names = rule.members.joined(separator: ", ")
            add(.missingExample, at: operation.id, "one of \(names) must be sent and none has an example")
        }
    }

    private mutating func checkExamples(_ members: [Member], at place: String, _ seen: inout Set<String>) {
        for member in members {
            let place = place + member.name
            if !canBeSent(member, []) {
                if member.required {
                    add(.missingExample, at: place, "it is required and has no example to send")
                } else if member.note == nil {
                    add(.missingNote, at: place, "it has neither an example nor a note that says why")
                } else {
                    continue
                }
            }
            if let name = member.shape.structureName, seen.insert(name).inserted {
                checkExamples(structures[name]?.members ?? [], at: place + ".", &seen)
            }
        }
    }

    /// Whether a request can hold the member: by its own example, or by those of its members.
    private func canBeSent(_ member: Member, _ above: Set<String>) -> Bool {
        if member.example != nil { return true }
        guard let name = member.shape.structureName, !above.contains(name), let structure = structures[name] else {
            return false
        }
        let above = above.union([name])
        return structure.members.contains { canBeSent($0, above) }
            && structure.members.allSatisfy { !$0.required || canBeSent($0, above) }
            && structure.rules.allSatisfy { canBeSent($0, structure.members, above) }
    }

    private func canBeSent(_ rule: MemberRule, _ members: [Member], _ above: Set<String>) -> Bool {
        members.contains { rule.members.contains($0.name) && canBeSent($0, above) }
    }
}
