/// A pattern over whole texts: `*` is any run of characters, `?` any single one, `\` takes the next literally.
///
/// `*` also crosses slashes, so that `v1/Send*` reaches every case of every operation that starts so.
/// Matching never backtracks further than to the last `*`: its time grows at most with the product of
/// the two lengths, and for patterns without `?` behind a `*` in practice with the text alone.
public struct Glob: Sendable, Hashable, CustomStringConvertible {
    private enum Part: Sendable, Hashable {
        case scalar(Unicode.Scalar)
        case anyOne
        case anyRun
    }

    /// As it was written.
    public let pattern: String
    /// The only text that matches; nil where the pattern has a wildcard.
    public let literal: String?
    private let parts: [Part]

    public init(_ pattern: String) {
        self.pattern = pattern
        parts = Glob.parse(pattern)
        var text = String.UnicodeScalarView()
        for case .scalar(let scalar) in parts { text.append(scalar) }
        literal = text.count == parts.count ? String(text) : nil
    }

    public var description: String { pattern }

    /// The pattern that matches this text and nothing else.
    public static func escaping(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "*" || scalar == "?" || scalar == "\\" { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// Whether the pattern covers the whole text; letter case matters.
    public func matches(_ text: String) -> Bool {
        if let literal { return literal == text }
        let scalars = Array(text.unicodeScalars)
        var position = 0
        var part = 0
        var star: Int?
        var resume = 0
        while position < scalars.count {
            if part < parts.count, parts[part] == .anyRun {
                star = part
                resume = position
                part += 1
            } else if part < parts.count, Glob.covers(parts[part], scalars[position]) {
                part += 1
                position += 1
            } else if let last = star {
                resume += 1
                position = resume
                part = last + 1
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == .anyRun }
    }

    private static func covers(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
        switch part {
        case .scalar(let own): own == scalar
        case .anyOne: true
        case .anyRun: false
        }
    }

    private static func parse(_ pattern: String) -> [Part] {
        var parts: [Part] = []
        var isEscaped = false
        for scalar in pattern.unicodeScalars {
            if isEscaped {
                parts.append(.scalar(scalar))
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "*" {
                if parts.last != .anyRun { parts.append(.anyRun) }
            } else {
                parts.append(scalar == "?" ? .anyOne : .scalar(scalar))
            }
        }
        if isEscaped { parts.append(.scalar("\\")) }
        return parts
    }
}
