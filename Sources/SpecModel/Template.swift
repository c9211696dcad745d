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
/// | `⟦serial⟧` | the number of a request that is sent several times, from 1 | – |
/// | `⟦input:PATH⟧` | – (replaced when the case is derived) | what the case sent there |
/// | `⟦request-id⟧`, `⟦message-id⟧`, `⟦token⟧`, `⟦timestamp⟧`, `⟦number⟧`, `⟦any⟧` | – | any value of that form |
/// | `⟦message-id#1⟧` | – | of that form, and equal wherever the same number stands |
/// | `⟦one-of:A\|B⟧` | – | one of the values |
/// | `⟦optional⟧` in front of a text | – | the element, with that text, or none |
/// | `⟦default⟧` in front of a text | – | the element, with that text; none is a warning, since another case asks for it |
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
        guard Template.hasBrackets(text) else {
            segments = text.isEmpty ? [] : [.literal(text)]
            return
        }
        var text = text
        segments = text.withUTF8 { bytes in
            var reader = TemplateReader(bytes)
            return reader.read()
        }
    }

    /// Whether there is a bracket in a text, so that it is worth reading as a template.
    public static func hasBrackets(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            // Most texts of this project are ASCII, and the first byte of a bracket is rare in the others.
            guard bytes.contains(0xE2) else { return false }
            return bytes.indices.dropLast(2).contains { place in
                bytes[place] == 0xE2 && bytes[place + 1] == 0x9F && (0xA6...0xA7).contains(bytes[place + 2])
            }
        }
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
        guard hasBrackets(text) else { return text }
        // By scalars, as they are read: a combining mark behind a bracket makes it no other thing.
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "⟦" || scalar == "⟧" { result.append(scalar) }
            result.append(scalar)
        }
        return String(result)
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
        if let colon = head.utf8.firstIndex(of: UInt8(ascii: ":")) {
            tail = String(head[head.index(after: colon)...])
            head = head[..<colon]
        }
        var number: Int?
        if let hash = head.utf8.firstIndex(of: UInt8(ascii: "#")), let value = Int(head[head.index(after: hash)...]) {
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

/// Reads a template over its UTF-8: a bracket is three bytes, and nothing else holds them.
private struct TemplateReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// Where the literal text begins that is not taken yet.
    private var start = 0
    private var literal = ""
    private var segments: [Template.Segment] = []

    private static let length = 3

    private enum Bracket { case opening, closing }

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read() -> [Template.Segment] {
        while position < bytes.count {
            guard let bracket = bracket(at: position) else {
                position += 1
                continue
            }
            let inside = position + TemplateReader.length
            if self.bracket(at: inside) == bracket {
                take(upTo: inside, continuingAt: inside + TemplateReader.length)
            } else if bracket == .opening, let end = closing(from: inside) {
                take(upTo: position, continuingAt: end + TemplateReader.length)
                flush()
                segments.append(.placeholder(Placeholder(inside: String(decoding: bytes[inside..<end], as: UTF8.self))))
            } else {
                position = inside
            }
        }
        take(upTo: position, continuingAt: position)
        flush()
        return segments
    }

    private func bracket(at place: Int) -> Bracket? {
        guard place + 2 < bytes.count, bytes[place] == 0xE2, bytes[place + 1] == 0x9F else { return nil }
        switch bytes[place + 2] {
        case 0xA6: return .opening
        case 0xA7: return .closing
        default: return nil
        }
    }

    private func closing(from place: Int) -> Int? {
        bytes.indices[place...].first { bracket(at: $0) == .closing }
    }

    private mutating func take(upTo end: Int, continuingAt next: Int) {
        if end > start { literal += String(decoding: bytes[start..<end], as: UTF8.self) }
        start = next
        position = next
    }

    private mutating func flush() {
        guard !literal.isEmpty else { return }
        segments.append(.literal(literal))
        literal = ""
    }
}
