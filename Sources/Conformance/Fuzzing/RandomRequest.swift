import SpecModel

/// Makes valid requests of an operation at random: the required members, some others, and values that every source
/// of the spec allows.
///
/// What the operation's fixture counts on stays as the examples have it: names of what the setup makes, and values
/// that its steps are composed of.
struct RandomRequest {
    private let subject: OperationUnderTest
    private var numbers: SeededNumbers
    /// Whether every member is one that the spec documents as valid: letters and digits, allowed values, numbers
    /// within bounds. Of other texts nobody has seen whether the service takes them all.
    private(set) var isCertain = false
    /// Names and values that other steps of the case rest on.
    private let tied: Set<String>

    init(_ subject: OperationUnderTest, _ numbers: SeededNumbers) {
        self.subject = subject
        self.numbers = numbers
        tied = subject.operation.fixture.placeholders
    }

    mutating func make() -> Fields {
        let operation = subject.operation
        // A mail that came in before the run counts for a day only, and not every service keeps all that long.
        isCertain = !operation.fixture.needs.contains(.receivedMail)
        return Fields(fields(operation.parameters, operation.rules, ""))
    }

    /// The generator as it stands behind the request.
    var rest: SeededNumbers { numbers }

    private mutating func fields(_ members: [Member], _ rules: [MemberRule], _ owner: String) -> [Field] {
        let chosen = rules.compactMap { choice($0, members) }
        let refused = rules.flatMap { rule -> [String] in
            guard case .exactlyOne(let names, _) = rule else { return [] }
            return names.filter { !chosen.contains($0) }
        }
        return members.compactMap { member in
            let isWanted = member.required || member.isUsual || chosen.contains(member.name)
            // Drawn for every member, so that one more in the spec moves as little as can be.
            let isDrawn = Bool.random(using: &numbers)
            let isOffered = isDrawn && !member.isLater && !subject.builder.needsSomething(member)
            guard isWanted || isOffered, !refused.contains(member.name) else { return nil }
            let path = owner.isEmpty ? member.name : "\(owner).\(member.name)"
            return value(of: member, path).map { Field(member.name, $0) }
        }
    }

    private mutating func choice(_ rule: MemberRule, _ members: [Member]) -> String? {
        let sendable = rule.members.compactMap { name in members.first { $0.name == name } }
            .filter { subject.builder.example(of: $0, .minimal) != nil }
        let free = sendable.filter { !subject.builder.needsSomething($0) }
        return (free.randomElement(using: &numbers) ?? sendable.first)?.name
    }

    private mutating func value(of member: Member, _ path: String) -> Value? {
        if let example = member.example { return varied(example, member.shape, path) }
        switch member.shape {
        case .structure(let name):
            guard let structure = subject.builder.structures[name] else { return nil }
            let fields = fields(structure.members, structure.rules, path)
            return fields.isEmpty ? nil : .fields(fields)
        case .list(.structure(let name), let list):
            guard let structure = subject.builder.structures[name] else { return nil }
            let count = list.key == nil ? count(list, usual: 1) : 1
            let members = (1...count).map { index in
                Value.fields(fields(structure.members, structure.rules, "\(path).member.\(index)"))
            }
            return members.allSatisfy(\.isEmpty) ? nil : .list(members.filter { !$0.isEmpty })
        default: return nil
        }
    }

    /// An example with other values in the place of its own.
    private mutating func varied(_ value: Value, _ shape: Shape, _ path: String) -> Value {
        guard Bool.random(using: &numbers), !tied.contains("input:\(path)") else { return value }
        switch (value, shape) {
        case (.text(let example), .text(let text)): return .text(self.text(example, text))
        case (.boolean(let usual), .boolean):
            let flag = Bool.random(using: &numbers)
            // Some switches may be turned one way only where others are set.
            if flag != usual { isCertain = false }
            return .boolean(flag)
        case (.integer(let usual), .integer(let bound?)): return .integer(number(usual, bound.agreed))
        case (.blob(let mail), .blob): return .blob(mail + wild(200))
        case (.fields(let fields), .structure(let name)):
            let members = subject.builder.structures[name]?.members ?? []
            return .fields(fields.map { Field($0.name, inner($0, members, path)) })
        case (.list(let values), .list(let shape, let list)): return .list(self.list(values, shape, list, path))
        default: return value
        }
    }

    private mutating func inner(_ field: Field, _ members: [Member], _ path: String) -> Value {
        guard let member = members.first(where: { $0.name == field.name }) else { return field.value }
        return varied(field.value, member.shape, "\(path).\(field.name)")
    }

    private mutating func list(_ values: [Value], _ shape: Shape, _ list: Shape.List, _ path: String) -> [Value] {
        var values = values
        if let first = values.first, values.count == 1, list.key == nil, first.texts.allSatisfy({ !names($0) }) {
            values = Array(repeating: first, count: count(list, usual: 1))
        }
        return values.enumerated().map { varied($1, shape, "\(path).member.\($0 + 1)") }
    }

    /// How many members: of lists that no source bounds, more than the example has may be refused, and what an answer
    /// says of each is known for the example's only.
    private mutating func count(_ list: Shape.List, usual: Int) -> Int {
        let result = subject.operation.result ?? []
        guard Int.random(in: 0..<4, using: &numbers) == 0, !result.contains(where: \.isPlural) else { return usual }
        let bound = list.count?.agreed ?? 1...4
        let count = Int.random(in: max(1, bound.lowerBound)...max(1, min(bound.upperBound, 4)), using: &numbers)
        if list.count == nil, count > usual { isCertain = false }
        return count
    }

    private mutating func number(_ usual: Int, _ range: ClosedRange<Int>) -> Int {
        let range = range.lowerBound...max(range.lowerBound, min(range.upperBound, range.lowerBound + 1000))
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: return range.lowerBound
        case 1: return range.upperBound
        default: return Int.random(in: range, using: &numbers)
        }
    }

    /// Whether a text holds a name or anything else that is made when the case is run.
    private func names(_ text: String) -> Bool { Template.hasBrackets(text) }

    private mutating func wild(_ most: Int) -> String {
        isCertain = false
        return RandomText.wild(most, &numbers)
    }
}

// MARK: Texts

extension RandomRequest {
    private mutating func text(_ example: String, _ text: Shape.Text) -> String {
        if !text.allowed.isEmpty { return text.allowed.randomElement(using: &numbers) ?? example }
        switch text.format {
        case .text: return names(example) ? name(example, text) : free(example, text)
        case .emailAddress: return address(example)
        default: return example
        }
    }

    /// The example's address with a label, which mail to it does not care for.
    private mutating func address(_ example: String) -> String {
        let parts = example.split(separator: "@")
        guard parts.count == 2, !names(example) else { return example }
        return "\(parts[0])+\(RandomText.word(6, &numbers))@\(parts[1])"
    }

    /// A name of the case's own that nothing else rests on, with something behind it.
    private mutating func name(_ example: String, _ text: Shape.Text) -> String {
        guard let placeholder = Template(example).soleName, placeholder.kind == "name",
            let key = placeholder.argument, !tied.contains("name:\(key)"), isMentionedOnce(example)
        else { return example }
        let most = text.length?.agreed.upperBound ?? 40
        if most < 256, Bool.random(using: &numbers) {
            return Placeholder("name", "\(key)*\(Int.random(in: min(48, most)...most, using: &numbers))").description
        }
        let ends = ["-", "_", "."].map { $0 + RandomText.word(3, &numbers) } + [RandomText.word(5, &numbers)]
        let end = ends[Int.random(in: 0..<ends.count, using: &numbers)]
        guard text.pattern?.allows("x\(end)") ?? end.allSatisfy({ $0.isLetter || $0.isNumber }) else { return example }
        return example + end
    }

    private func isMentionedOnce(_ name: String) -> Bool {
        Value.fields(subject.builder.complete().fields).texts.count { $0.contains(name) } <= 1
    }

    /// A text of one's own, where the example has no form that the spec does not state.
    private mutating func free(_ example: String, _ text: Shape.Text) -> String {
        if example.contains("@") { return address(example) }
        let forms = [/\{.*/, /arn:.*/, /.*:\/\/.*/, /[a-z.]+\.[a-z]+/]
        guard !forms.contains(where: { example.wholeMatch(of: $0) != nil }) else { return example }
        let most = min(text.length?.agreed.upperBound ?? 64, 64)
        let isTame = Bool.random(using: &numbers)
        let made = isTame ? RandomText.tame(most, &numbers) : RandomText.wild(most, &numbers)
        guard text.pattern?.allows(made) ?? true, text.length?.agreed.contains(made.unicodeScalars.count) ?? true else {
            return example
        }
        // Without a pattern nothing says that any text will do.
        if !isTame || text.pattern == nil { isCertain = false }
        return made
    }
}

extension Member {
    /// Whether it holds as many things as were asked for.
    fileprivate var isPlural: Bool {
        switch shape {
        case .list, .map: true
        default: false
        }
    }
}

extension Fixture {
    /// What its steps mention, such as `name:rule-set` and `input:Rule.Name`, but for what only reads back.
    fileprivate var placeholders: Set<String> {
        let echoed = Set(["input"])
        let prepared = (setup + cleanup).flatMap { Value.fields($0.input.fields).texts }
        let read = (effect + (completeEffect ?? [])).flatMap { step in
            Value.fields(step.input.fields).texts + step.expectation.texts
        }
        let expected = Value.fields(result.fields).texts + Value.fields(completeResult?.fields ?? []).texts
        func mentioned(_ texts: [String]) -> [Placeholder] {
            texts.filter(Template.hasBrackets).flatMap { Template($0).placeholders }
        }
        let all = mentioned(prepared) + mentioned(read + expected).filter { !echoed.contains($0.kind) }
        return Set(all.compactMap { placeholder in placeholder.argument.map { "\(placeholder.kind):\($0)" } })
    }
}

extension Expectation {
    fileprivate var texts: [String] {
        choices.flatMap { choice -> [String] in
            if case .result(let fields, _) = choice { Value.fields(fields.fields).texts } else { [] }
        }
    }
}
