import Diff
import SpecModel
import Wire

/// Fills the placeholders of what a case sends.
struct Resolver: Sendable {
    /// What every name of the case's own begins with: `sc-k3f9-1a`.
    let prefix: String
    var bindings: Bindings

    /// Concrete parameters; one that is nothing but a capture that was never made is left out.
    mutating func resolve(_ fields: Fields) -> Fields {
        Fields(fields.fields.compactMap { field in resolve(field.value).map { Field(field.name, $0) } })
    }

    /// The step with what its envelope sends instead of parameters filled in.
    mutating func resolveEnvelope(of step: Step) -> Step {
        var envelope = step.envelope
        switch envelope.body {
        case .text(let template): envelope.body = .text(text(template) ?? "")
        case .followed(let template): envelope.body = .followed(by: text(template) ?? "")
        case .parameters, .reversed: return step
        }
        return step.changed(envelope: envelope)
    }

    private mutating func resolve(_ value: Value) -> Value? {
        switch value {
        case .text(let template): return text(template).map { .text($0) }
        case .blob(let template): return text(template).map { .blob($0) }
        case .list(let members): return .list(members.compactMap { resolve($0) })
        case .fields(let fields):
            // A name is a template too where it is the key of a map.
            return .fields(
                fields.compactMap { field in
                    resolve(field.value).map { Field(text(field.name) ?? field.name, $0) }
                })
        case .integer, .boolean: return value
        case .echo: return nil
        }
    }

    private mutating func text(_ text: String) -> String? {
        guard Template.hasBrackets(text) else { return text }
        let template = Template(text)
        var result = ""
        for segment in template.segments {
            switch segment {
            case .literal(let literal): result += literal
            case .placeholder(let placeholder):
                guard let value = self.value(of: placeholder) else {
                    if template.segments.count == 1 { return nil }
                    continue
                }
                result += value
            }
        }
        return result
    }

    /// The value that a placeholder stands for; names are made when first asked for.
    mutating func value(of placeholder: Placeholder) -> String? {
        let key = placeholder.argument.map { "\(placeholder.kind):\($0)" } ?? placeholder.kind
        if let known = bindings.known[key] { return known }
        guard placeholder.kind == "name", let name = placeholder.argument else { return nil }
        let made = makeName(name)
        bindings.known[key] = made
        return made
    }

    private mutating func learn(namesIn text: String) {
        guard Template.hasBrackets(text) else { return }
        for placeholder in Template(text).placeholders where placeholder.kind == "name" {
            _ = value(of: placeholder)
        }
    }

    /// Makes every name that occurs in an expected answer known.
    mutating func learnNames(_ tree: Tree) {
        learn(namesIn: tree.text)
        // The keys of a map in JSON.
        learn(namesIn: tree.name)
        for child in tree.children { learnNames(child) }
    }

    /// `KEY` or `KEY*63`: a name of exactly that many characters.
    private func makeName(_ key: String) -> String {
        guard let star = key.lastIndex(of: "*"), let length = Int(key[key.index(after: star)...]) else {
            return "\(prefix)-\(key)"
        }
        let name = "\(prefix)-\(key[..<star])"
        return name.count >= length
            ? String(name.prefix(length)) : name + String(repeating: "x", count: length - name.count)
    }
}
