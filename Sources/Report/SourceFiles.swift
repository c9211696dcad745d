import Conformance
import Diff

/// The files of this project that a result points at, line by line.
///
/// A reporter has no disk: whoever has the files gives their texts.
public struct SourceFiles: Sendable {
    /// A file below the root of this project and a line in it, counted from 1.
    struct Place: Sendable, Hashable {
        let file: String
        let line: Int
    }

    private let text: @Sendable (String) -> String?

    /// - Parameter text: the text of a file by its path below the root; nil for a file that is not at hand.
    public init(_ text: @escaping @Sendable (String) -> String?) { self.text = text }

    /// No file is at hand: whatever is pointed at is the first line.
    public static let none = SourceFiles { _ in nil }

    /// The element of the golden that a difference is about, or else the operation in its spec.
    ///
    /// - Parameter finding: nil, or one without a golden, for the spec.
    func place(of finding: Finding?, in one: CaseResult) -> Place {
        let file = FindingWording.place(of: finding, in: one)
        guard let text = text(file) else { return Place(file: file, line: 1) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let index: Int? =
            if file.hasSuffix(".swift") {
                lines.firstIndex { $0.contains("static let") && $0.contains("= Operation(") }
            } else {
                Self.element(at: finding?.difference.path ?? "", in: lines, isJSON: file.hasSuffix(".json"))
            }
        return Place(file: file, line: (index ?? 0) + 1)
    }

    /// The line of the innermost element of a path that a golden's answer has; what heads the answer stands above it.
    private static func element(at path: String, in lines: [Substring], isJSON: Bool) -> Int? {
        let isHead = path == "status" || path.hasPrefix("header ")
        if isHead { return isJSON ? lines.firstIndex { $0.contains("\"status\"") } : 0 }
        let start =
            isJSON
            ? lines.firstIndex { $0.hasPrefix("  \"response\"") }
            : lines.firstIndex { $0.hasPrefix("<") && !$0.hasPrefix("<?") }
        guard var found = start else { return nil }
        for part in path.replacing(/\[[^\]]*\]/, with: "").split(separator: "/") {
            let marks = isJSON ? ["\"\(part)\":"] : ["<\(part)>", "<\(part) ", "<\(part)/>"]
            let next = lines[found...].firstIndex { line in marks.contains { line.contains($0) } }
            guard let next else { continue }
            found = next
        }
        return found
    }
}
