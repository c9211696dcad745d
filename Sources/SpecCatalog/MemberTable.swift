import SpecModel

/// Members as an indented table in which data types are laid open.
struct MemberTable {
    let structures: [String: Structure]

    /// One line a member, indented by depth, then the rules over them.
    func text(_ members: [Member], _ rules: [MemberRule]) -> String {
        SpecificationText.table(rows(members, rules, indentation: "", above: []))
    }

    private func rows(
        _ members: [Member], _ rules: [MemberRule], indentation: String, above: Set<String>
    ) -> [[String]] {
        var rows: [[String]] = []
        for member in members {
            rows.append([
                indentation + member.name, member.shape.typeName, member.required ? "required" : "optional",
                description(of: member),
            ])
            guard let name = member.shape.structureName, let structure = structures[name] else { continue }
            let deeper = indentation + "  "
            guard !above.contains(name) else {
                rows.append([deeper + "as above", "", "", ""])
                continue
            }
            rows += self.rows(structure.members, structure.rules, indentation: deeper, above: above.union([name]))
        }
        for rule in rules {
            let kind: String
            switch rule {
            case .atLeastOne: kind = "at least one"
            case .exactlyOne: kind = "exactly one"
            }
            rows.append([indentation + kind, "", "", "of \(rule.members.joined(separator: ", ")) (\(rule.source))"])
        }
        return rows
    }

    private func description(of member: Member) -> String {
        var parts = [member.summary] + constraints(member.shape)
        if let value = member.defaultValue { parts.append("default \(Self.text(value))") }
        if let need = member.need { parts.append("needs \(need.rawValue)") }
        if member.isLater { parts.append("later than the reference") }
        if let note = member.note { parts.append(note) }
        if parts.count > 1, parts[0].hasSuffix(".") { parts[0].removeLast() }
        return parts.joined(separator: "; ")
    }

    private func constraints(_ shape: Shape) -> [String] {
        switch shape {
        case .text(let text):
            var parts: [String] = []
            if !text.allowed.isEmpty { parts.append("one of \(text.allowed.joined(separator: ", "))") }
            if let length = text.length { parts.append("\(Self.text(length)) characters") }
            if let pattern = text.pattern { parts.append(pattern.meaning) }
            if text.format != .text { parts.append(text.format.rawValue) }
            return parts
        case .integer(let bound): return bound.map { [Self.text($0)] } ?? []
        case .list(let member, let list):
            let count = list.count.map { ["\(Self.text($0)) members"] } ?? []
            return count + (list.ordered ? ["in order"] : []) + constraints(member)
        case .map(let value): return constraints(value)
        case .boolean, .long, .double, .timestamp, .blob, .structure: return []
        }
    }

    /// `1 to 63 (API reference p. 8), 1 to 64 (service model)`.
    private static func text(_ bound: Bound) -> String {
        bound.statements.map { statement in
            let range = statement.range
            let words =
                range.upperBound == Int.max
                ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
            return "\(words) (\(statement.source))"
        }.joined(separator: ", ")
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .text(let text), .blob(let text): "'\(text)'"
        case .integer(let number): String(number)
        case .boolean(let flag): String(flag)
        case .echo(let path): "what \(path) is"
        case .list(let values): "[\(values.map(text).joined(separator: ", "))]"
        case .fields(let fields): "{\(fields.map { "\($0.name): \(text($0.value))" }.joined(separator: ", "))}"
        }
    }
}
