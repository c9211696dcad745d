import Conformance
import SpecModel

/// How a difference is told in one line, and where a reader finds what it was held against.
enum FindingWording {
    /// A golden, or else the operation's spec, below the root of this project: `golden/v1/SendEmail/minimal.xml`.
    ///
    /// - Parameter finding: nil, or one without a golden, for the spec.
    static func place(of finding: Finding?, in one: CaseResult) -> String {
        if let golden = finding?.golden, !golden.isEmpty { return "golden/\(golden)" }
        return "specs/\(one.api.rawValue)/\(one.operation).swift"
    }

    /// "status: expected 400 ValidationError, got 200 SendEmailResponse".
    ///
    /// - Parameter limit: of each value, in Unicode scalars.
    static func words(on finding: Finding, limit: Int) -> String {
        func value(_ text: String?, or nothing: String) -> String {
            guard let text, !text.isEmpty else { return nothing }
            return VisibleText.line(text, limit: limit)
        }
        let difference = finding.difference
        return "\(VisibleText.line(difference.path, limit: limit)): expected "
            + "\(value(difference.expected.map(readable), or: "nothing")), got \(value(difference.actual, or: "nothing"))"
    }

    /// "A smaller request fails alike (without Tags):".
    static func words(on shrunk: ShrunkRequest) -> String {
        let changes = shrunk.changes.map { VisibleText.line($0, limit: 200) }
        return "A smaller request fails alike (\(changes.joined(separator: ", "))):"
    }

    /// An expectation with its alternatives in words: `400 MissingParameter or ValidationError`.
    static func readable(_ text: String) -> String {
        guard text.contains("⟦one-of:") else { return text }
        return Template(text).segments.map { segment in
            guard case .placeholder(let placeholder) = segment, placeholder.kind == "one-of",
                let choices = placeholder.argument
            else { return Template([segment]).text }
            return choices.split(separator: "|").joined(separator: " or ")
        }.joined()
    }
}
