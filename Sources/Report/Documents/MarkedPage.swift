/// Why the part of a page between marks can't be found.
public enum MarkedPageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The page lacks one of the two marks.
    case missing(file: String, topic: String, mark: String)
    /// The page has the mark a second time; lines count from 1.
    case repeated(file: String, mark: String, line: Int)
    /// The end stands before the beginning.
    case reversed(file: String, mark: String, line: Int)

    public var description: String {
        switch self {
        case .missing(let file, let topic, let mark):
            "\(file) has no line \(mark): put \(MarkedPage.start(topic)) and \(MarkedPage.end(topic)) "
                + "where the table goes, each on a line of its own"
        case .repeated(let file, let mark, let line): "\(file):\(line): \(mark) is there already"
        case .reversed(let file, let mark, let line): "\(file):\(line): \(mark) has no beginning before it"
        }
    }
}

/// A Markdown page of which a part, between two comments, is written by this tool and the rest by people.
///
///     <!-- ses-conformance:support -->
///     | Operation | Status |
///     <!-- /ses-conformance:support -->
///
/// Marks stand alone on their lines; within a fenced block they are text like any other.
public struct MarkedPage: Sendable {
    private let text: String
    private let name: String

    /// - Parameter name: what errors call the page.
    public init(_ text: String, name: String) {
        self.text = text
        self.name = name
    }

    /// The page with the part between the marks of a table replaced; all else, line ends included, stays as it is.
    ///
    /// - Parameter topic: `support`, or `parameters/SendEmail` for one operation.
    /// - Throws: ``MarkedPageError`` unless each mark is there once, in order.
    public func replacing(_ topic: String, with content: String) throws(MarkedPageError) -> String {
        let ending = text.contains("\r\n") ? "\r\n" : "\n"
        // A CR and an LF are one character.
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        let first = try position(of: Self.start(topic), topic, in: lines)
        let last = try position(of: Self.end(topic), topic, in: lines)
        guard first < last else { throw .reversed(file: name, mark: Self.end(topic), line: last + 1) }
        // Offsets within the page, so that nothing outside of the marks is touched.
        let head = text[..<lines[first].endIndex]
        let tail = text[lines[last].startIndex...]
        let body = content.replacing("\n", with: ending)
        return "\(head)\(ending)\(ending)\(body)\(ending)\(tail)"
    }

    fileprivate static func start(_ topic: String) -> String { "<!-- ses-conformance:\(topic) -->" }

    fileprivate static func end(_ topic: String) -> String { "<!-- /ses-conformance:\(topic) -->" }

    private func position(of mark: String, _ topic: String, in lines: [Substring]) throws(MarkedPageError) -> Int {
        var found: Int?
        var fence: Substring?
        for (index, line) in lines.enumerated() {
            let trimmed = line.drop { $0 == " " }
            if let open = fence {
                if trimmed.hasPrefix(open), trimmed.allSatisfy({ open.contains($0) || $0.isWhitespace }) { fence = nil }
            } else if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
                fence = trimmed.prefix { $0 == trimmed.first }
            } else if Self.bare(trimmed) == mark {
                if found != nil { throw .repeated(file: name, mark: mark, line: index + 1) }
                found = index
            }
        }
        guard let found else { throw .missing(file: name, topic: topic, mark: mark) }
        return found
    }

    private static func bare(_ line: Substring) -> String {
        String(line.reversed().drop { $0.isWhitespace }.reversed())
    }
}
