import Foundation
import SpecModel

/// Holds the parameters of a request against the catalogue's constraints.
///
/// What the service model constrains (required members, allowed values, lengths that it states) is reported
/// together in one `ValidationError`; what the service checks by itself comes after it, one at a time, as
/// `InvalidParameterValue`.
///
/// Source: truth, wire format section 3.
struct ConstraintChecker {
    private(set) var violations: [Violation] = []

    /// The typed parameters, absent ones replaced by their defaults.
    ///
    /// - Throws: `ValidationError`, then `InvalidParameterValue`.
    static func check(
        _ parameters: ParameterNode, _ operation: OperationSchema
    ) throws(Refusal) -> Arguments {
        var checker = ConstraintChecker()
        let arguments = checker.structure(parameters, operation.input, at: "")
        guard !checker.violations.isEmpty else { return arguments }
        throw Violation.refusal(checker.violations, operation)
    }

    private mutating func structure(
        _ node: ParameterNode, _ schema: StructureSchema, at path: String
    ) -> Arguments {
        var result = Arguments(schema)
        for (key, child) in node.children {
            result.values[key] = argument(child, schema.members[key], at: path)
        }
        // The only published message that names two members has the later one first.
        for position in schema.members.indices.reversed()
        where schema.members[position].required && result.values[position] == nil {
            violations.append(Violation(path.joined(schema.members[position].lowerName), .absent))
        }
        for rule in schema.rules { check(rule, schema, result, at: path) }
        for position in schema.members.indices where result.values[position] == nil {
            result.values[position] = schema.members[position].defaultValue
        }
        return result
    }

    private mutating func check(_ rule: MemberRule, _ schema: StructureSchema, _ given: Arguments, at path: String) {
        let count = rule.members.count { given[$0] != nil }
        let isBroken =
            switch rule {
            case .atLeastOne: count == 0
            case .exactlyOne: count != 1
            }
        if isBroken { violations.append(Violation(path, .combination(rule, structure: schema.name))) }
    }

    private mutating func argument(_ node: ParameterNode, _ member: MemberSchema, at path: String) -> Argument? {
        value(node, member.shape, of: member, at: { path.joined(member.lowerName) })
    }

    private mutating func value(
        _ node: ParameterNode, _ shape: ShapeSchema, of owner: MemberSchema, at path: () -> String
    ) -> Argument? {
        switch shape {
        case .structure(let schema):
            // Any name below it makes a structure, even one that nobody knows.
            return .structure(structure(node, schema, at: path()))
        case .list(let member, let count): return list(node, member, count, of: owner, at: path())
        case .text(let schema):
            guard case .text(let text)? = node.value else { return nil }
            check(text, schema, of: owner, at: path)
            return node.value
        case .integer(let bound?):
            if case .integer(let number)? = node.value, !bound.widest.contains(number) {
                violations.append(Violation(path(), .outOfRange(number, bound.widest, of: owner)))
            }
            return node.value
        default: return node.value
        }
    }

    private mutating func list(
        _ node: ParameterNode, _ member: ShapeSchema, _ count: Bound?, of owner: MemberSchema, at path: String
    ) -> Argument? {
        guard !node.children.isEmpty || node.isEmptyList else { return nil }
        var members: [Argument] = []
        for (index, item) in node.items {
            guard let value = value(item, member, of: owner, at: { path + ".\(index).member" }) else { continue }
            members.append(value)
        }
        if let count, !count.widest.contains(members.count) {
            violations.append(Violation(path, .count(members.count, count)))
        }
        return .list(members)
    }

    private mutating func check(_ text: String, _ schema: TextSchema, of member: MemberSchema, at path: () -> String) {
        if !schema.allowed.isEmpty, !schema.allowed.contains(text) {
            violations.append(Violation(path(), .notAllowed(schema.allowed)))
        }
        if let length = schema.length, !length.widest.contains(characters: text) {
            violations.append(Violation(path(), .length(text, length, of: member)))
        }
        if let pattern = schema.pattern, let expression = schema.expression, !expression.accepts(text) {
            violations.append(Violation(path(), .pattern(text, pattern, of: member)))
        }
    }
}

extension String {
    fileprivate func joined(_ member: String) -> String { isEmpty ? member : self + "." + member }
}

extension ClosedRange<Int> {
    /// Whether a text has as many characters; bytes decide where they can.
    fileprivate func contains(characters text: String) -> Bool {
        let bytes = text.utf8.count
        if bytes < lowerBound { return false }
        if bytes <= upperBound, bytes / 4 >= lowerBound { return true }
        return contains(text.unicodeScalars.count)
    }
}

extension NSRegularExpression {
    fileprivate func accepts(_ text: String) -> Bool {
        firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
    }
}
