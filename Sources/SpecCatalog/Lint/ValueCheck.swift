import SpecModel

/// Holds a value of the spec against the shape that it is given for.
struct ValueCheck {
    /// How much must fit; each includes those before.
    enum Depth: Int, Comparable {
        /// Members have names that exist.
        case names
        /// Values are of the right type, allowed values included.
        case types
        /// Lengths, counts, patterns, required members and rules hold, too.
        case constraints

        static func < (left: Depth, right: Depth) -> Bool { left.rawValue < right.rawValue }
    }

    struct Problem {
        /// Where within the value: `.Message.Body`; empty for the value itself.
        let path: String
        /// "'12x' is no Integer".
        let text: String
    }

    let structures: [String: Structure]
    let depth: Depth

    /// Whether a name says of itself that nothing has it: cases of unknown parameters and members need some.
    static func isStranger(_ name: String) -> Bool { name.hasPrefix("Unknown") || name.hasPrefix("NoSuch") }

    func problems(_ value: Value, _ shape: Shape, at path: String = "") -> [Problem] {
        switch (value, shape) {
        case (.echo, _): []
        case (.list(let values), .list(let member, let list)):
            count(values.count, list, at: path)
                + values.enumerated().flatMap { problems($1, member, at: "\(path).member.\($0 + 1)") }
        case (.fields(let fields), .structure(let name)): problems(fields, structures[name], at: path)
        case (.fields(let fields), .map(let member)):
            fields.flatMap { problems($0.value, member, at: "\(path).\($0.name)") }
        case (.text(let text), .structure), (.text(let text), .list), (.text(let text), .map):
            // A text of placeholders alone (`⟦any⟧`, `⟦optional⟧⟦any⟧`) may stand for anything.
            !Template(text).isPlaceholders ? mismatch("'\(text)'", shape, at: path) : []
        case (.text(let text), _): problems(text, shape, at: path)
        case (.integer(let number), .integer), (.integer(let number), .long), (.integer(let number), .double):
            problems(String(number), shape, at: path)
        case (.boolean, .boolean), (.blob, .blob): []
        case (.integer(let number), _): mismatch("\(number)", shape, at: path)
        case (.boolean(let flag), _): mismatch("\(flag)", shape, at: path)
        case (.blob, _): mismatch("in base64", shape, at: path)
        case (.list, _): mismatch("a list", shape, at: path)
        case (.fields, _): mismatch("a structure", shape, at: path)
        }
    }

    private func mismatch(_ value: String, _ shape: Shape, at path: String) -> [Problem] {
        depth < .types ? [] : [Problem(path: path, text: "\(value) is no \(shape.typeName)")]
    }

    private func problems(_ fields: [Field], _ structure: Structure?, at path: String) -> [Problem] {
        guard let structure else { return [] }
        var problems: [Problem] = []
        for field in fields {
            if depth < .constraints, Self.isStranger(field.name) { continue }
            guard let member = structure.members.first(where: { $0.name == field.name }) else {
                problems.append(
                    Problem(path: path, text: "has '\(field.name)', which is no member of \(structure.name)"))
                continue
            }
            problems += self.problems(field.value, member.shape, at: "\(path).\(field.name)")
        }
        guard depth == .constraints else { return problems }
        let given = Set(fields.map(\.name))
        for member in structure.members where member.required && !given.contains(member.name) {
            problems.append(Problem(path: path, text: "lacks '\(member.name)', which \(structure.name) requires"))
        }
        for rule in structure.rules where !holds(rule, given) {
            let names = rule.members.joined(separator: ", ")
            problems.append(Problem(path: path, text: "breaks the rule of \(structure.name) over \(names)"))
        }
        return problems
    }

    private func holds(_ rule: MemberRule, _ given: Set<String>) -> Bool {
        let count = rule.members.filter(given.contains).count
        switch rule {
        case .atLeastOne: return count >= 1
        case .exactlyOne: return count == 1
        }
    }

    private func count(_ count: Int, _ list: Shape.List, at path: String) -> [Problem] {
        guard depth == .constraints, let range = list.count?.agreed, !range.contains(count) else { return [] }
        return [Problem(path: path, text: "has \(count) members, not \(range.lowerBound) to \(range.upperBound)")]
    }

    private func problems(_ text: String, _ shape: Shape, at path: String) -> [Problem] {
        guard depth >= .types else { return [] }
        return Template(text).samples.flatMap { sample -> [Problem] in
            switch shape {
            case .text(let constraints): problems(sample, constraints, at: path)
            case .integer(let bound): number(sample, bound, shape, at: path)
            case .boolean where sample != "true" && sample != "false": mismatch("'\(sample)'", shape, at: path)
            case .long where Int(sample) == nil: mismatch("'\(sample)'", shape, at: path)
            case .double where Double(sample) == nil: mismatch("'\(sample)'", shape, at: path)
            case .timestamp where sample.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/) == nil:
                mismatch("'\(sample)'", shape, at: path)
            default: []
            }
        }
    }

    private func number(_ text: String, _ bound: Bound?, _ shape: Shape, at path: String) -> [Problem] {
        guard let number = Int(text) else { return mismatch("'\(text)'", shape, at: path) }
        guard depth == .constraints, let range = bound?.agreed, !range.contains(number) else { return [] }
        return [Problem(path: path, text: "\(number) is not within \(range.lowerBound) to \(range.upperBound)")]
    }

    private func problems(_ text: String, _ constraints: Shape.Text, at path: String) -> [Problem] {
        var problems: [String] = []
        if !constraints.allowed.isEmpty, !constraints.allowed.contains(text) {
            problems.append("is none of \(constraints.allowed.joined(separator: ", "))")
        }
        if depth == .constraints {
            if let range = constraints.length?.agreed, !range.contains(text.count) {
                problems.append("has \(text.count) characters, not \(range.lowerBound) to \(range.upperBound)")
            }
            if let pattern = constraints.pattern, let regex = try? Regex(pattern.expression),
                (try? regex.wholeMatch(in: text)) == nil
            {
                problems.append("does not match '\(pattern.expression)'")
            }
            if let expected = constraints.format.rejects(text) { problems.append("is no \(expected)") }
        }
        return problems.map { Problem(path: path, text: "'\(text)' \($0)") }
    }
}

extension Format {
    /// What the text should be and plainly is not; nil where nothing speaks against it.
    fileprivate func rejects(_ text: String) -> String? {
        switch self {
        case .emailAddress where !text.contains("@"): "email address"
        case .domain where !text.contains(".") || text.contains("@"): "domain"
        case .identity where !text.contains("."): "email address, domain or ARN of one"
        case .arn where !text.hasPrefix("arn:"): "ARN"
        case .cidr where text.wholeMatch(of: /[0-9.]+(\/[0-9]+)?/) == nil: "address range"
        case .policy where !text.hasPrefix("{"): "JSON object"
        default: nil
        }
    }
}
