import Wire

/// A template of the kind that the service renders.
///
/// What it knows: `{{path}}`, `{{{path}}}` and `{{&path}}`, nested paths, `this`, `../`, `@index`, `@key`, `@first`,
/// `@last`, `@root`; `if`, `unless`, `each` and `with` with `{{else}}` and `{{else if …}}`; sections; comments; inline
/// partials; `~` to take away white space.
///
/// Values are never escaped, braces be two or three.
/// Source: Amazon SES developer guide, "Advanced email personalization" (the note on HTML content, the examples of
/// nested attributes, lists, conditions and inline partials); handlebarsjs.com, "Built-in helpers", for the rest.
struct HandlebarsTemplate: Sendable {
    indirect enum Node: Sendable {
        case text(String)
        case value(HandlebarsPath)
        case block(Helper, HandlebarsPath, body: [Node], otherwise: [Node])
        case partial(String)
    }

    enum Helper: String, Sendable {
        case `if`, unless, each, with
        /// `{{#name}}`: as often as there are members, or once where there is anything.
        case section
    }

    let nodes: [Node]
    /// By name; they hold in the whole template.
    let partials: [String: [Node]]

    /// - Throws: `BadRequestException` for what is not well-formed.
    init(_ text: String) throws(Refusal) {
        var parser = HandlebarsParser(try HandlebarsTokens.split(text))
        nodes = try parser.template()
        partials = parser.partials
    }

    /// The text with what the data has in place of the tags.
    ///
    /// - Parameters:
    ///   - data: an object.
    ///   - strict: whether an attribute that is not there is an error, or nothing.
    /// - Throws: `BadRequestException` naming the attribute.
    func render(_ data: Tree, strict: Bool) throws(Refusal) -> String {
        var renderer = HandlebarsRenderer(partials: partials, strict: strict)
        return try renderer.render(nodes, data)
    }
}

/// Where a value is: `contact.firstName`, `../name`, `@index`, `this`.
struct HandlebarsPath: Sendable {
    /// As it is written.
    let text: String
    /// How many blocks further out it begins.
    let outwards: Int
    /// `index` of `@index`.
    let variable: String?
    let names: [String]

    init(_ text: String) {
        self.text = text
        var rest = text[...]
        var outwards = 0
        while rest.hasPrefix("../") {
            rest = rest.dropFirst(3)
            outwards += 1
        }
        if rest == ".." {
            rest = ""
            outwards += 1
        }
        if rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        var names = rest.split { $0 == "." || $0 == "/" }.map { name in
            name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : String(name)
        }
        if names.first == "this" { names.removeFirst() }
        if let first = names.first, first.hasPrefix("@") {
            variable = String(first.dropFirst())
            names.removeFirst()
        } else {
            variable = nil
        }
        self.outwards = outwards
        self.names = names
    }
}
