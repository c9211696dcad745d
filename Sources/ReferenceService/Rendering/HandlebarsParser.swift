/// Puts the tokens of a template together to blocks.
struct HandlebarsParser {
    typealias Node = HandlebarsTemplate.Node

    private var tokens: [HandlebarsToken]
    private var position = 0
    private var depth = 0
    private(set) var partials: [String: [Node]] = [:]
    /// So that no template overflows the stack; the service's own bound is not known.
    private static let deepest = 100

    init(_ tokens: [HandlebarsToken]) { self.tokens = tokens }

    mutating func template() throws(Refusal) -> [Node] {
        let nodes = try nodes()
        if case .tag(let tag)? = current { throw .badTemplate("{{\(tag)}} closes nothing.") }
        return nodes
    }

    private var current: HandlebarsToken? { position < tokens.count ? tokens[position] : nil }

    /// Everything up to a tag that closes or parts a block, or to the end.
    private mutating func nodes() throws(Refusal) -> [Node] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .badTemplate("Blocks are nested too deep.") }
        var nodes: [Node] = []
        while let token = current {
            switch token {
            case .text(let text): nodes.append(.text(text))
            case .tag(let tag):
                if tag.hasPrefix("/") || Self.otherwise(tag) != nil { return nodes }
                position += 1
                if let node = try node(tag) { nodes.append(node) }
                continue
            }
            position += 1
        }
        return nodes
    }

    private mutating func node(_ tag: String) throws(Refusal) -> Node? {
        if tag.hasPrefix(">") { return .partial(try Self.single(tag.dropFirst())) }
        guard tag.hasPrefix("#") else { return .value(HandlebarsPath(try Self.single(tag[...]))) }
        let words = Self.words(tag.dropFirst())
        if words.first == "*inline" || words.starts(with: ["*", "inline"]) {
            try inline(words.last ?? "")
            return nil
        }
        let (helper, path) = try Self.helper(words)
        let node = try block(helper, path)
        try close(helper == .section ? path : helper.rawValue)
        return node
    }

    /// The body of a block and what stands for it otherwise; leaves the closing tag.
    private mutating func block(_ helper: HandlebarsTemplate.Helper, _ path: String) throws(Refusal) -> Node {
        let body = try nodes()
        var otherwise: [Node] = []
        if case .tag(let tag)? = current, let words = Self.otherwise(tag) {
            position += 1
            if words.isEmpty {
                otherwise = try nodes()
            } else {
                let (helper, path) = try Self.helper(words)
                otherwise = [try block(helper, path)]
            }
        }
        return .block(helper, HandlebarsPath(path), body: body, otherwise: otherwise)
    }

    /// `{{#* inline "name"}}…{{/inline}}`, with the line end behind it, which is not rendered.
    ///
    /// Source: Amazon SES developer guide, "Creating inline partials".
    private mutating func inline(_ name: String) throws(Refusal) {
        partials[String(name.filter { $0 != "\"" && $0 != "'" })] = try nodes()
        try close("inline")
        guard case .text(let text)? = current, let first = text.first, first.isNewline else { return }
        tokens[position] = .text(String(text.dropFirst()))
    }

    private mutating func close(_ name: String) throws(Refusal) {
        guard case .tag(let tag)? = current, tag.hasPrefix("/"), try Self.single(tag.dropFirst()) == name else {
            throw .badTemplate("{{/\(name)}} is missing.")
        }
        position += 1
    }

    /// What follows `else`; nil for another tag.
    private static func otherwise(_ tag: String) -> [String]? {
        if tag == "^" { return [] }
        let words = words(tag[...])
        return words.first == "else" ? Array(words.dropFirst()) : nil
    }

    private static func helper(_ words: [String]) throws(Refusal) -> (HandlebarsTemplate.Helper, String) {
        guard let first = words.first else { throw .badTemplate("A block has no name.") }
        if words.count == 1 {
            guard HandlebarsTemplate.Helper(rawValue: first) == nil else {
                throw .badTemplate("{{#\(first)}} needs something to look at.")
            }
            return (.section, first)
        }
        guard words.count == 2, let helper = HandlebarsTemplate.Helper(rawValue: first), helper != .section else {
            throw .badTemplate("There is no helper '\(first)' for it.")
        }
        return (helper, words[1])
    }

    private static func words(_ text: Substring) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func single(_ text: Substring) throws(Refusal) -> String {
        let words = words(text)
        guard words.count == 1, !words[0].contains(where: { "{}()|\"'<>#".contains($0) }) else {
            throw .badTemplate("{{\(text)}} is no tag that can be read.")
        }
        return words[0]
    }
}
