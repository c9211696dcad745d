import SpecModel

/// Members, their constraints, and the rules that bind them together.
extension Linter {
    /// Checks members one by one and their rules; what they are sent with is checked elsewhere.
    ///
    /// - Parameter isLater: whether all of them came with a later version, so that each may be required.
    mutating func check(members: [Member], rules: [MemberRule], isLater: Bool = false, at place: String) {
        checkUnique(members.map(\.name), "member", at: place)
        for member in members { check(member, isLater: isLater, at: "\(place).\(member.name)") }
        for rule in rules { check(rule, members, at: place) }
    }

    private mutating func check(_ member: Member, isLater: Bool, at place: String) {
        checkText(member.name, "name", at: place)
        checkText(member.summary, "summary", at: place)
        check(member.shape, at: place)
        if member.required, member.isLater, !isLater {
            add(.contradictoryMember, at: place, "it is required and came with a later version: one can't hold")
        }
        if member.required, member.defaultValue != nil {
            add(.contradictoryMember, at: place, "it is required and has a default: one can't hold")
        }
        let check = ValueCheck(structures: structures, depth: .constraints)
        if let example = member.example {
            for problem in check.problems(example, member.shape) {
                add(.contradictoryExample, at: place + problem.path, "example \(problem.text)")
            }
            checkTemplates(example, in: .request, at: place)
            checkNeeds(of: example, member, at: place)
        }
        if let value = member.defaultValue {
            for problem in check.problems(value, member.shape) {
                add(.contradictoryDefault, at: place + problem.path, "default \(problem.text)")
            }
        }
    }

    /// An example that uses an outside resource says so, or its cases fail where there is none.
    private mutating func checkNeeds(of example: Value, _ member: Member, at place: String) {
        let resources = example.templates.flatMap(\.placeholders).filter { $0.kind == "resource" }
        for need in Set(resources.compactMap { $0.argument.flatMap(Need.init) }) where member.need == nil {
            add(
                .contradictoryExample, at: place,
                "example uses ⟦resource:\(need.rawValue)⟧ but the member has no need '\(need.rawValue)'")
        }
    }

    private mutating func check(_ shape: Shape, at place: String) {
        switch shape {
        case .text(let text):
            check(text.length, of: "length", at: place)
            check(pattern: text.pattern, at: place)
            check(allowed: text, at: place)
        case .integer(let bound): check(bound, of: "value", isSigned: true, at: place)
        case .structure(let name):
            if structures[name] == nil { add(.danglingType, at: place, "there is no type '\(name)'") }
        case .list(let member, let list):
            check(list.count, of: "count", at: place)
            check(member, at: place)
            check(key: list.key, of: member, at: place)
        case .map(let value): check(value, at: place)
        case .boolean, .long, .double, .timestamp, .blob: break
        }
    }

    private mutating func check(_ bound: Bound?, of kind: String, isSigned: Bool = false, at place: String) {
        guard let bound else { return }
        let lower = bound.statements.map(\.range.lowerBound).max() ?? 0
        let upper = bound.statements.map(\.range.upperBound).min() ?? 0
        let sources = bound.statements.map { "\($0.range.lowerBound)…\($0.range.upperBound) by \($0.source)" }
        if lower > upper {
            add(.emptyRange, at: place, "no \(kind) suits all sources: \(sources.joined(separator: ", "))")
        }
        if !isSigned, bound.widest.lowerBound < 0 {
            add(.emptyRange, at: place, "a \(kind) can't be negative: \(sources.joined(separator: ", "))")
        }
        for statement in bound.statements { checkText(statement.source, "source of a bound", at: place) }
    }

    private mutating func check(pattern: Pattern?, at place: String) {
        guard let pattern else { return }
        checkText(pattern.meaning, "meaning of the pattern", at: place)
        checkText(pattern.source, "source of the pattern", at: place)
        do {
            _ = try Regex(pattern.expression)
        } catch {
            add(.malformedPattern, at: place, "pattern '\(pattern.expression)' is no regular expression: \(error)")
        }
    }

    private mutating func check(allowed text: Shape.Text, at place: String) {
        for (index, value) in text.allowed.enumerated() {
            if value.isEmpty { add(.malformedEnumeration, at: place, "an allowed value is empty") }
            if text.allowed[..<index].contains(value) {
                add(.malformedEnumeration, at: place, "allowed value '\(value)' occurs more than once")
            }
            let rest = Shape.text(Shape.Text(length: text.length, pattern: text.pattern, format: text.format))
            for problem in ValueCheck(structures: structures, depth: .constraints).problems(.text(value), rest) {
                add(.malformedEnumeration, at: place, "allowed value \(problem.text)")
            }
        }
    }

    private mutating func check(key: String?, of member: Shape, at place: String) {
        guard let key else { return }
        let members = member.structureName.flatMap { structures[$0] }?.members ?? []
        if !members.contains(where: { $0.name == key }) {
            add(.unknownMember, at: place, "the list's key '\(key)' is no member of \(member.typeName)")
        }
    }

    private mutating func check(_ rule: MemberRule, _ members: [Member], at place: String) {
        checkText(rule.source, "source of a rule", at: place)
        if rule.members.count < 2 {
            add(.malformedRule, at: place, "a rule over [\(rule.members.joined(separator: ", "))] chooses nothing")
        }
        for name in rule.members {
            guard let member = members.first(where: { $0.name == name }) else {
                add(.malformedRule, at: place, "a rule names '\(name)', which is no member")
                continue
            }
            if member.required {
                add(.malformedRule, at: place, "a rule lets '\(name)' be left out, which is required")
            }
        }
    }
}
