import SpecModel

/// Placeholders, and paths that lead into parameters and results.
extension Linter {
    /// On which side of an exchange a template stands.
    enum Side { case request, answer }

    private static let requestKinds: Set = ["name", "sender", "resource", "capture", "serial", "input"]
    private static let answerKinds = requestKinds.union([
        "request-id", "message-id", "token", "timestamp", "number", "any", "one-of", "at-least", "optional", "default",
    ])

    mutating func checkTemplates(_ value: Value, in side: Side, at place: String) {
        for template in value.templates { check(template, in: side, at: place) }
    }

    mutating func check(_ template: Template, in side: Side, at place: String) {
        let kinds = side == .request ? Self.requestKinds : Self.answerKinds
        for placeholder in template.placeholders {
            if !kinds.contains(placeholder.kind) {
                let known = kinds.sorted().joined(separator: ", ")
                let where_ = side == .request ? "a request" : "an answer"
                add(.unknownPlaceholder, at: place, "'\(placeholder)' in \(where_); the kinds there are \(known)")
            } else if let problem = problem(placeholder) {
                add(.unknownPlaceholder, at: place, "'\(placeholder)' \(problem)")
            }
        }
    }

    private func problem(_ placeholder: Placeholder) -> String? {
        let argument = placeholder.argument ?? ""
        switch placeholder.kind {
        case "name" where argument.wholeMatch(of: /[A-Za-z0-9]+(-[A-Za-z0-9]+)*(\*[0-9]+)?/) == nil:
            return "names no key of words joined by hyphens, such as ⟦name:rule-set⟧"
        case "resource" where Need(rawValue: argument) == nil:
            return "names no need; the needs are \(Need.allCases.map(\.rawValue).joined(separator: ", "))"
        case "capture" where argument.isEmpty, "input" where argument.isEmpty, "at-least" where argument.isEmpty:
            return "lacks what follows the colon"
        case "one-of" where placeholder.alternatives.count < 2 || placeholder.alternatives.contains(""):
            return "needs two values or more"
        default: return nil
        }
    }

    /// Keys that the templates take from earlier answers, by `⟦capture:KEY⟧` and `⟦at-least:KEY+N⟧`.
    func capturesUsed(_ templates: [Template]) -> [String] {
        templates.flatMap(\.placeholders).compactMap { placeholder in
            guard let argument = placeholder.argument else { return nil }
            switch placeholder.kind {
            case "capture": return argument
            case "at-least": return String(argument.prefix { $0 != "+" })
            default: return nil
            }
        }
    }

    /// Paths of parameters that the templates take by `⟦input:PATH⟧`.
    func inputsUsed(_ templates: [Template]) -> [String] {
        templates.flatMap(\.placeholders).compactMap { $0.kind == "input" ? $0.argument : nil }
    }

    /// Whether a dotted path (`Actions.member.1.S3Action.BucketName`) leads anywhere.
    func exists(_ path: String, in members: [Member]) -> Bool {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false)[...]
        guard let name = parts.first, let member = members.first(where: { $0.name == name }) else { return false }
        return exists(parts.dropFirst(), in: member.shape)
    }

    private func exists(_ path: ArraySlice<Substring>, in shape: Shape) -> Bool {
        guard let first = path.first else { return true }
        var rest = path.dropFirst()
        switch shape {
        case .structure(let name):
            guard let member = structures[name]?.members.first(where: { $0.name == first }) else { return false }
            return exists(rest, in: member.shape)
        case .list(let member, _):
            guard first == "member" else { return Int(first) != nil && exists(rest, in: member) }
            if let number = rest.first, Int(number) != nil { rest = rest.dropFirst() }
            return exists(rest, in: member)
        case .map(let value):
            guard first == "entry" else { return exists(rest, in: value) }
            if let number = rest.first, Int(number) != nil { rest = rest.dropFirst() }
            guard let part = rest.popFirst() else { return true }
            return part == "key" ? rest.isEmpty : part == "value" && exists(rest, in: value)
        case .text, .boolean, .integer, .long, .double, .timestamp, .blob: return false
        }
    }
}
