/// A line of text whose parts say what they are: text, code or a link; how each is written is a format's affair.
///
/// What is interpolated may be anybody's: it becomes one line without anything that a reader would act on.
///
///     "missing \(code: name) is accepted"
struct Phrase: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        case code(String)
        case link(String, to: String)
    }

    private(set) var parts: [Part] = []

    /// A text of anybody's.
    ///
    /// - Parameter limit: in Unicode scalars; more is cut off.
    static func text(_ text: String, limit: Int = 300) -> Phrase { "\(text, limit: limit)" }

    /// A text of anybody's as code.
    static func code(_ text: String, limit: Int = 120) -> Phrase { "\(code: text, limit: limit)" }

    /// A sentence of the spec, in which what stands between backticks is code.
    static func prose(_ text: String) -> Phrase { "\(prose: text)" }

    var isEmpty: Bool { parts.isEmpty }

    /// Without any mark-up.
    var plain: String {
        parts.map { part in
            switch part {
            case .text(let text), .code(let text), .link(let text, _): text
            }
        }.joined()
    }

    static func + (left: Phrase, right: Phrase) -> Phrase {
        var both = left
        both.parts += right.parts
        return both
    }

    /// "A, B and C".
    static func list(_ items: [Phrase], last word: String = "and") -> Phrase {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return Array(items.dropLast()).joined(separator: ", ") + Phrase(stringLiteral: " \(word) ") + last
    }

    /// On one line, without what a terminal would act on, cut off where it is longer than the limit.
    fileprivate static func flat(_ text: String, limit: Int) -> String {
        let spaced = text.unicodeScalars.prefix(limit).map { scalar -> Unicode.Scalar in
            scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : scalar
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: spaced)
        let head = VisibleText.line(String(view)).split(separator: " ").joined(separator: " ")
        return text.unicodeScalars.dropFirst(limit).isEmpty ? head : head + "…"
    }
}

extension Phrase: ExpressibleByStringInterpolation {
    init(stringLiteral text: String) { if !text.isEmpty { parts = [.text(text)] } }

    init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { parts.append(.text(literal)) } }

        mutating func appendInterpolation(_ text: String, limit: Int = 300) {
            appendLiteral(Phrase.flat(text, limit: limit))
        }

        mutating func appendInterpolation(_ phrase: Phrase) { parts += phrase.parts }

        mutating func appendInterpolation(_ number: Int) { appendLiteral("\(number)") }

        mutating func appendInterpolation(code text: String, limit: Int = 120) {
            let flat = Phrase.flat(text, limit: limit)
            parts.append(flat.isEmpty ? .text("(empty)") : .code(flat))
        }

        mutating func appendInterpolation(link text: String, to target: String) {
            parts.append(.link(Phrase.flat(text, limit: 300), to: target))
        }

        mutating func appendInterpolation(prose text: String) {
            let flat = Phrase.flat(text, limit: .max)
            let pieces = flat.split(separator: "`", omittingEmptySubsequences: false)
            guard pieces.count % 2 == 1, !flat.contains("``") else { return appendLiteral(flat) }
            for (index, piece) in pieces.enumerated() {
                if index % 2 == 1 { parts.append(.code(String(piece))) } else { appendLiteral(String(piece)) }
            }
        }
    }
}

extension [Phrase] {
    func joined(separator: Phrase) -> Phrase {
        enumerated().reduce("") { $1.offset == 0 ? $1.element : $0 + separator + $1.element }
    }
}
