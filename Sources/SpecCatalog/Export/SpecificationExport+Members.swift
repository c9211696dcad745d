import SpecModel

/// Members with their constraints, and values.
extension SpecificationExport {
    static func json(_ member: Member) -> JSON {
        .object(dropping: [
            "name": .text(member.name),
            "shape": json(member.shape),
            "required": .boolean(member.required),
            "summary": .text(member.summary),
            "example": member.example.map(json),
            "default": member.defaultValue.map(json),
            "need": member.need.map { .text($0.rawValue) },
            "isLater": .boolean(member.isLater),
            "note": member.note.map(JSON.text),
        ])
    }

    static func json(_ rule: MemberRule) -> JSON {
        let kind: JSON
        switch rule {
        case .atLeastOne: kind = "atLeastOne"
        case .exactlyOne: kind = "exactlyOne"
        }
        return .object(["kind": kind, "members": .texts(rule.members), "source": .text(rule.source)])
    }

    private static func json(_ shape: Shape) -> JSON {
        switch shape {
        case .text(let text): json(text)
        case .boolean: .object(["type": "boolean"])
        case .integer(let bound): .object(dropping: ["type": "integer", "range": bound.map(json)])
        case .long: .object(["type": "long"])
        case .double: .object(["type": "double"])
        case .timestamp: .object(["type": "timestamp"])
        case .blob: .object(["type": "blob"])
        case .structure(let name): .object(["type": "structure", "name": .text(name)])
        case .list(let member, let list):
            .object(dropping: [
                "type": "list", "member": json(member), "count": list.count.map(json),
                "ordered": .boolean(list.ordered), "key": list.key.map(JSON.text),
                "accountWide": .boolean(list.accountWide),
            ])
        case .map(let value): .object(["type": "map", "value": json(value)])
        }
    }

    private static func json(_ text: Shape.Text) -> JSON {
        .object(dropping: [
            "type": "text",
            "length": text.length.map(json),
            "pattern": text.pattern.map {
                .object([
                    "expression": .text($0.expression), "meaning": .text($0.meaning), "source": .text($0.source),
                ])
            },
            "allowed": text.allowed.isEmpty ? nil : .texts(text.allowed),
            "format": .text(text.format.rawValue),
        ])
    }

    private static func json(_ bound: Bound) -> JSON {
        .array(
            bound.statements.map {
                .object([
                    "minimum": .integer($0.range.lowerBound), "maximum": .integer($0.range.upperBound),
                    "source": .text($0.source),
                ])
            })
    }

    static func json(_ value: Value) -> JSON {
        switch value {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .boolean(let flag): .boolean(flag)
        case .blob(let text): .object(["$blob": .text(text)])
        case .echo(let path): .object(["$echo": .text(path)])
        case .list(let values): .array(values.map(json))
        case .fields(let fields): json(fields)
        }
    }

    static func json(_ fields: [Field]) -> JSON {
        .object(Dictionary(fields.map { ($0.name, json($0.value)) }) { first, _ in first })
    }
}
