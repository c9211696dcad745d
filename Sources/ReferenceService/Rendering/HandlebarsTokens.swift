/// What a template is made of: text, and tags without their braces.
enum HandlebarsToken: Sendable, Equatable {
    case text(String)
    /// What stands between the braces, without white space at its ends.
    case tag(String)
}

/// Cuts a template into texts and tags; comments are left out.
struct HandlebarsTokens {
    private var rest: Substring.UTF8View
    private var tokens: [HandlebarsToken] = []
    /// Whether the last tag takes away the white space behind it.
    private var trims = false

    private init(_ text: String) { rest = Substring(text).utf8 }

    /// - Throws: `BadRequestException` for a tag without its end.
    static func split(_ text: String) throws(Refusal) -> [HandlebarsToken] {
        var cutter = HandlebarsTokens(text)
        while !cutter.rest.isEmpty { try cutter.next() }
        return cutter.tokens
    }

    private mutating func next() throws(Refusal) {
        guard let open = Self.find("{{", in: rest) else {
            text(rest)
            rest = rest[rest.endIndex...]
            return
        }
        text(rest[..<open])
        rest = rest[rest.index(open, offsetBy: 2)...]
        if take("~") { trimText() }
        if take("!--") { return try comment(upTo: "--") }
        if take("!") { return try comment(upTo: "") }
        let end = take("{") ? "}}}" : "}}"
        guard let close = Self.find(end, in: rest) else { throw .badTemplate("A tag is not closed.") }
        var tag = Substring(rest[..<close])
        rest = rest[rest.index(close, offsetBy: end.utf8.count)...]
        trims = tag.hasSuffix("~")
        if trims { tag = tag.dropLast() }
        if tag.hasPrefix("&") { tag = tag.dropFirst() }
        tokens.append(.tag(String(tag).trimmed))
    }

    private mutating func comment(upTo mark: String) throws(Refusal) {
        guard let close = Self.find(mark + "}}", in: rest) ?? Self.find(mark + "~}}", in: rest) else {
            throw .badTemplate("A comment is not closed.")
        }
        rest = rest[rest.index(close, offsetBy: mark.utf8.count)...]
        trims = take("~")
        _ = take("}}")
    }

    private mutating func text(_ part: Substring.UTF8View) {
        let part = trims ? part.drop { $0.isHandlebarsSpace } : part
        guard !part.isEmpty else { return }
        trims = false
        tokens.append(.text(String(Substring(part))))
    }

    /// Takes the white space away that ends the text before the tag.
    private mutating func trimText() {
        guard case .text(let text)? = tokens.last else { return }
        tokens.removeLast()
        let kept = text.utf8.reversed().drop { $0.isHandlebarsSpace }
        if !kept.isEmpty { tokens.append(.text(String(decoding: kept.reversed(), as: UTF8.self))) }
    }

    private mutating func take(_ word: String) -> Bool {
        guard rest.starts(with: word.utf8) else { return false }
        rest = rest.dropFirst(word.utf8.count)
        return true
    }

    private static func find(_ word: String, in text: Substring.UTF8View) -> Substring.Index? {
        guard let first = word.utf8.first else { return text.startIndex }
        var position = text.startIndex
        while let next = text[position...].firstIndex(of: first) {
            if text[next...].starts(with: word.utf8) { return next }
            position = text.index(after: next)
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var isHandlebarsSpace: Bool { self == 0x20 || 0x09...0x0d ~= self }
}

extension String {
    fileprivate var trimmed: String {
        let front = utf8.drop { $0.isHandlebarsSpace }
        let kept = front.reversed().drop { $0.isHandlebarsSpace }
        return String(decoding: kept.reversed(), as: UTF8.self)
    }
}

extension Refusal {
    /// What is wrong with a template; the wordings are this project's own.
    static func badTemplate(_ fault: String) -> Refusal { .badRequest("The template is not valid. \(fault)") }
}
