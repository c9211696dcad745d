import SpecModel

extension Template {
    /// What the template may stand for, as far as that is known without a run; empty where it is not.
    var samples: [String] {
        var results = [""]
        for segment in segments {
            let parts: [String]
            switch segment {
            case .literal(let text): parts = [text]
            case .placeholder(let placeholder): parts = placeholder.samples
            }
            results = results.flatMap { result in parts.map { result + $0 } }
        }
        return results
    }
}

extension Template {
    /// Whether there is nothing in it but placeholders, and at least one.
    var isPlaceholders: Bool { !segments.isEmpty && placeholders.count == segments.count }
}

extension Placeholder {
    fileprivate var samples: [String] {
        switch kind {
        case "name": ["sc-k3f9-12-\(argument ?? "")"]
        case "sender": ["sc-k3f9-12-sender@example.com"]
        case "resource": argument.flatMap(Need.init)?.defaultResource.map { [$0] } ?? []
        case "one-of": alternatives
        default: []
        }
    }

    /// The values of `⟦one-of:A|B⟧`.
    var alternatives: [String] {
        argument?.split(separator: "|", omittingEmptySubsequences: false).map(String.init) ?? []
    }
}

extension Value {
    /// Every text within the value, names of fields included, as templates.
    var templates: [Template] {
        switch self {
        case .text(let text), .blob(let text): [Template(text)]
        case .integer, .boolean, .echo: []
        case .list(let values): values.flatMap(\.templates)
        case .fields(let fields): fields.flatMap { [Template($0.name)] + $0.value.templates }
        }
    }

    /// Every `.echo` within the value.
    var echoes: [String] {
        switch self {
        case .echo(let path): [path]
        case .list(let values): values.flatMap(\.echoes)
        case .fields(let fields): fields.flatMap(\.value.echoes)
        case .text, .integer, .boolean, .blob: []
        }
    }
}
