import SpecModel

/// Replaces, in what is expected, references to what the case itself sends.
struct Echo: Sendable {
    let operation: Operation
    let structures: [String: Structure]
    /// What the operation's request of this case sends.
    let input: Fields
    /// Whether an answer must show the defaults of what was left out, or may leave them out too.
    var demandsDefaults: Bool = true

    func resolve(_ step: Step) -> Step {
        step.changed(input: resolve(step.input), expectation: resolve(step.expectation))
    }

    func resolve(_ expectation: Expectation) -> Expectation {
        switch expectation {
        case .result(let fields, let evidence): .result(resolve(fields), evidence)
        case .anyOf(let choices): .anyOf(choices.map(resolve))
        default: expectation
        }
    }

    func resolve(_ fields: Fields) -> Fields {
        Fields(fields.fields.compactMap { field in resolve(field.value).map { Field(text(field.name), $0) } })
    }

    private func resolve(_ value: Value) -> Value? {
        switch value {
        case .echo(let path): return echoed(path)
        case .text(let template):
            return .text(text(template))
        case .blob(let template):
            return .blob(text(template))
        case .list(let members): return .list(members.compactMap(resolve))
        case .fields(let fields):
            return .fields(fields.compactMap { field in resolve(field.value).map { Field(text(field.name), $0) } })
        case .integer, .boolean: return value
        }
    }

    /// The template with each `⟦input:PATH⟧` replaced by what was sent there.
    private func text(_ template: String) -> String {
        guard Template.hasBrackets(template) else { return template }
        return Template(template).segments.map { segment in
            guard case .placeholder(let placeholder) = segment, placeholder.kind == "input",
                let path = placeholder.argument
            else { return Template([segment]).text }
            return input.value(at: path)?.scalarText ?? ""
        }.joined()
    }

    private func echoed(_ path: String) -> Value? {
        let names = path.split(separator: ".").map(String.init)
        var members = operation.parameters
        var found: Member?
        for name in names where name != "member" && Int(name) == nil {
            found = members.first { $0.name == name }
            members = found.map { structure(of: $0.shape)?.members ?? [] } ?? []
        }
        guard let found else { return input.value(at: path) }
        return completed(input.value(at: path) ?? byDefault(found), found.shape)
    }

    /// What an answer shows of a member that was not sent.
    private func byDefault(_ member: Member) -> Value? {
        guard let value = member.defaultValue, !demandsDefaults else { return member.defaultValue }
        return .text(Placeholder("default").description + (value.scalarText ?? ""))
    }

    private func structure(of shape: Shape) -> Structure? {
        switch shape {
        case .structure(let name), .list(.structure(let name), _): structures[name]
        default: nil
        }
    }

    /// A value with the defaults of the members that were left out.
    private func completed(_ value: Value?, _ shape: Shape) -> Value? {
        switch (value, shape) {
        case (.fields(let fields)?, .structure(let name)):
            guard let structure = structures[name] else { return value }
            return .fields(
                structure.members.compactMap { member in
                    let sent = fields.first { $0.name == member.name }?.value ?? byDefault(member)
                    return completed(sent, member.shape).map { Field(member.name, $0) }
                })
        case (.list(let members)?, .list(let shape, _)):
            return .list(members.compactMap { completed($0, shape) })
        case (.blob(let text)?, _): return .text(text)
        default: return value
        }
    }
}
