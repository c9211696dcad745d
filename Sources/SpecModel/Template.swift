/// A text with placeholders in `⟦…⟧`; literal brackets are written twice.
///
/// Used alike in what requests send and in what goldens expect. The kinds:
///
/// | written | in a request | in an answer |
/// |---|---|---|
/// | `⟦name:KEY⟧` | a name of the case's own, unique to the run | the same name |
/// | `⟦sender⟧` | the address that mails are sent from | the same address |
/// | `⟦resource:NEED⟧` | what the endpoint was said to offer | the same |
/// | `⟦capture:KEY⟧` | what an earlier step's answer held | the same |
/// | `⟦input:PATH⟧` | – (replaced when the case is derived) | what the case sent there |
/// | `⟦request-id⟧`, `⟦message-id⟧`, `⟦token⟧`, `⟦timestamp⟧`, `⟦number⟧`, `⟦any⟧` | – | any value of that form |
/// | `⟦message-id#1⟧` | – | of that form, and equal wherever the same number stands |
/// | `⟦one-of:A\|B⟧` | – | one of the values |
/// | `⟦at-least:KEY+N⟧` | – | a number not below the captured one; exactly N more where counters are judged exactly |
public struct Template: Sendable, Hashable {
    public enum Segment: Sendable, Hashable {
        case literal(String)
        case placeholder(Placeholder)
    }

    public let segments: [Segment]

    public init(_ segments: [Segment]) { self.segments = segments }

    /// Reads a template; text without a closing bracket is literal.
    public init(_ text: String) {
        guard text.contains("⟦") || text.contains("⟧") else {
            segments = text.isEmpty ? [] : [.literal(text)]
            return
        }
        var reader = TemplateReader(text)
        segments = reader.read()
    }

    /// The text if there is no placeholder in it.
    public var literal: String? {
        var result = ""
        for segment in segments {
            guard case .literal(let text) = segment else { return nil }
            result += text
        }
        return result
    }

    /// The only placeholder, if the template is nothing else.
    public var soleName: Placeholder? {
        guard segments.count == 1, case .placeholder(let placeholder) = segments[0] else { return nil }
        return placeholder
    }

    public var placeholders: [Placeholder] {
        segments.compactMap { if case .placeholder(let placeholder) = $0 { placeholder } else { nil } }
    }

    /// The template as it is written, literal brackets doubled.
    public var text: String {
        segments.map { segment in
            switch segment {
            case .literal(let text): Template.escape(text)
            case .placeholder(let placeholder): placeholder.description
            }
        }.joined()
    }

    /// Doubles literal brackets, so that a text of anybody's is read back as it is.
    public static func escape(_ text: String) -> String {
        guard text.contains("⟦") || text.contains("⟧") else { return text }
        return text.replacing("⟦", with: "⟦⟦").replacing("⟧", with: "⟧⟧")
    }
}

/// What stands between `⟦` and `⟧`: a kind, perhaps an argument, perhaps a number that ties equal values.
public struct Placeholder: Sendable, Hashable, CustomStringConvertible {
    /// `name`, `request-id`, `one-of` …
    public let kind: String
    /// What follows the colon; nil without one.
    public let argument: String?
    /// What follows `#`.
    public let identity: Int?

    public init(_ kind: String, _ argument: String? = nil, identity: Int? = nil) {
        self.kind = kind
        self.argument = argument
        self.identity = identity
    }

    init(inside text: String) {
        var head: Substring = text[...]
        var tail: String?
        if let colon = head.firstIndex(of: ":") {
            tail = String(head[head.index(after: colon)...])
            head = head[..<colon]
        }
        var number: Int?
        if let hash = head.firstIndex(of: "#"), let value = Int(head[head.index(after: hash)...]) {
            number = value
            head = head[..<hash]
        }
        self.init(String(head), tail, identity: number)
    }

    public var description: String {
        let number = identity.map { "#\($0)" } ?? ""
        let tail = argument.map { ":\($0)" } ?? ""
        return "⟦\(kind)\(number)\(tail)⟧"
    }
}

private struct TemplateReader {
    private let characters: [Character]
    private var position = 0
    private var segments: [Template.Segment] = []
    private var literal = ""

    init(_ text: String) { characters = Array(text) }

    mutating func read() -> [Template.Segment] {
        while position < characters.count {
            let character = characters[position]
            if character == "⟦" || character == "⟧", peek(1) == character {
                literal.append(character)
                position += 2
            } else if character == "⟦", let end = characters[position...].firstIndex(of: "⟧") {
                flush()
                segments.append(.placeholder(Placeholder(inside: String(characters[position + 1..<end]))))
                position = end + 1
            } else {
                literal.append(character)
                position += 1
            }
        }
        flush()
        return segments
    }

    private func peek(_ offset: Int) -> Character? {
        position + offset < characters.count ? characters[position + offset] : nil
    }

    private mutating func flush() {
        guard !literal.isEmpty else { return }
        segments.append(.literal(literal))
        literal = ""
    }
}
