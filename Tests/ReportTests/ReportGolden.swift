import Foundation
import Testing

/// Compares a report of the fixed run with the file that holds it, in `Tests/Reports`.
///
/// `SES_CONFORMANCE_WRITE_REPORTS=1 swift test --filter ReportTests` writes the files anew, and fails, so
/// that a changed report is read before it is committed.
enum ReportGolden {
    static func compare(
        _ data: Data, with name: String, location: SourceLocation = #_sourceLocation
    ) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reports")
        let file = folder.appending(path: name)
        // A megabyte is no good to read.
        let huge = FixedRun.huge.dropFirst(6)
        let actual = String(decoding: data, as: UTF8.self).replacing(huge, with: "(1 MiB)")
        if ProcessInfo.processInfo.environment["SES_CONFORMANCE_WRITE_REPORTS"] != nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(actual.utf8).write(to: file)
            Issue.record("wrote \(name): read it, then run the test again", sourceLocation: location)
            return
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        guard actual != expected else { return }
        let pairs = zip(lines(actual), lines(expected)).enumerated()
        let shorter = min(lines(actual).count, lines(expected).count)
        let line = pairs.first { $0.element.0 != $0.element.1 }?.offset ?? shorter
        let isShown = { (text: [Substring]) in text.indices.contains(line) ? String(text[line]) : "(end)" }
        Issue.record(
            """
            report differs from Tests/Reports/\(name):\(line + 1)
            expected: \(isShown(lines(expected)))
            actual:   \(isShown(lines(actual)))
            help: SES_CONFORMANCE_WRITE_REPORTS=1 swift test --filter ReportTests
            """, sourceLocation: location)
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Scalars that a terminal, or a reader of logs, would act on.
    static func dangerous(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
            default: false
            }
        }
    }
}
