import Wire

/// Puts data into a template.
struct HandlebarsRenderer {
    /// What a block looks at.
    private struct Frame {
        let value: Tree
        /// `index`, `key`, `first` and `last` within `each`.
        let variables: [String: Tree]
    }

    private let partials: [String: [HandlebarsTemplate.Node]]
    private let strict: Bool
    private var frames: [Frame] = []
    private var depth = 0
    private var output = ""
    /// So that partials that include themselves come to an end.
    private static let deepest = 200

    init(partials: [String: [HandlebarsTemplate.Node]], strict: Bool) {
        self.partials = partials
        self.strict = strict
    }

    mutating func render(_ nodes: [HandlebarsTemplate.Node], _ data: Tree) throws(Refusal) -> String {
        frames = [Frame(value: data, variables: [:])]
        output = ""
        try write(nodes)
        return output
    }

    private mutating func write(_ nodes: [HandlebarsTemplate.Node]) throws(Refusal) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .badTemplate("Partials include each other without end.") }
        for node in nodes {
            switch node {
            case .text(let text): output += text
            case .value(let path): try write(path)
            case .partial(let name):
                guard let partial = partials[name] else { throw .badTemplate("There is no partial '\(name)'.") }
                try write(partial)
            case .block(let helper, let path, let body, let otherwise):
                try write(helper, lookUp(path), body: body, otherwise: otherwise)
            }
        }
    }

    /// Source: truth entry "variable missing" of TestRenderTemplate; what is null is as good as missing.
    private mutating func write(_ path: HandlebarsPath) throws(Refusal) {
        if let value = lookUp(path), value.kind != .null {
            output += Self.text(value)
        } else if strict {
            throw .badRequest("Attribute '\(path.text)' is not present in the rendering data.")
        }
    }

    private mutating func write(
        _ helper: HandlebarsTemplate.Helper, _ value: Tree?, body: [HandlebarsTemplate.Node],
        otherwise: [HandlebarsTemplate.Node]
    ) throws(Refusal) {
        let isSomething = value.map(Self.isSomething) ?? false
        switch helper {
        case .if: try write(isSomething ? body : otherwise)
        case .unless: try write(isSomething ? otherwise : body)
        case .with:
            guard let value, isSomething else { return try write(otherwise) }
            try write(body, inside: Frame(value: value, variables: [:]))
        case .each:
            guard let value, !value.children.isEmpty else { return try write(otherwise) }
            try write(body, forEachOf: value)
        case .section:
            guard let value, isSomething else { return try write(otherwise) }
            switch value.kind {
            case .array: try write(body, forEachOf: value)
            case .object: try write(body, inside: Frame(value: value, variables: [:]))
            default: try write(body)
            }
        }
    }

    private mutating func write(_ body: [HandlebarsTemplate.Node], forEachOf list: Tree) throws(Refusal) {
        for (index, child) in list.children.enumerated() {
            let isLast = index == list.children.count - 1
            let key = list.kind == .object ? child.name : String(index)
            let variables = [
                "index": Tree("", kind: .number, text: String(index)),
                "key": Tree("", kind: .string, text: key),
                "first": Tree("", kind: .boolean, text: index == 0 ? "true" : "false"),
                "last": Tree("", kind: .boolean, text: isLast ? "true" : "false"),
            ]
            try write(body, inside: Frame(value: child, variables: variables))
        }
    }

    private mutating func write(_ body: [HandlebarsTemplate.Node], inside frame: Frame) throws(Refusal) {
        frames.append(frame)
        defer { frames.removeLast() }
        try write(body)
    }

    /// What the data has there; of members that are there twice, the later one.
    private func lookUp(_ path: HandlebarsPath) -> Tree? {
        guard path.outwards < frames.count else { return nil }
        var value: Tree? = frames[frames.count - 1 - path.outwards].value
        if let variable = path.variable {
            value = variable == "root" ? frames.first?.value : self.variable(variable, outwards: path.outwards)
        }
        for name in path.names {
            guard let parent = value else { return nil }
            switch parent.kind {
            case .array:
                let index = Int(name) ?? -1
                value = parent.children.indices.contains(index) ? parent.children[index] : nil
            default: value = parent.children.last { $0.name == name }
            }
        }
        return value
    }

    /// The nearest value of `@index` and the like.
    private func variable(_ name: String, outwards: Int) -> Tree? {
        for frame in frames.dropLast(outwards).reversed() {
            if let value = frame.variables[name] { return value }
        }
        return nil
    }

    /// Source: handlebarsjs.com, "Built-in helpers", `if`.
    private static func isSomething(_ value: Tree) -> Bool {
        switch value.kind {
        case .null: false
        case .boolean: value.text == "true"
        case .string: !value.text.isEmpty
        case .number: Double(value.text) != 0
        case .array: !value.children.isEmpty
        case .object, .element: true
        }
    }

    private static func text(_ value: Tree) -> String {
        switch value.kind {
        case .array: value.children.map(text).joined(separator: ",")
        case .object: JSONWriter.document(value)
        default: value.text
        }
    }
}
