import Conformance
import Foundation
import SpecModel

/// The numbers of a run as an SVG badge, a line for each API: counts, no percentage.
///
/// Cases whose right answer nobody knows are not counted. The badge has no script and loads nothing.
///
///     SES v1 | 28 of 41 operations, 312 of 410 cases
public struct BadgeReporter: Reporter {
    /// Of a line, in pixels, as badges usually are.
    private static let height = 20
    /// Of an average character in 11 px of a sans-serif, in pixels; the text is set to just that length.
    private static let advance = 6

    public init() {}

    public func report(_ result: RunResult) -> Data {
        let apis = Set(result.cases.map(\.api)).union(result.support.map(\.api)).sorted()
        let lines =
            apis.isEmpty
            ? [Line(label: "SES", value: "nothing tested", isWhole: false)]
            : apis.map { api in
                Line(api, result)
            }
        let width = lines.map(\.width).max() ?? 0
        let height = Self.height * lines.count
        let title = XMLText.content(lines.map { "\($0.label): \($0.value)" }.joined(separator: "; "))
        let label = XMLText.attribute(lines.map { "\($0.label): \($0.value)" }.joined(separator: "; "))
        let body = lines.enumerated().map { $1.shapes(at: $0 * Self.height, width: width) }.joined()
        let text = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img" aria-label="\(label)">
            <title>\(title)</title>
            <g font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" fill="#fff">
            \(body)</g>
            </svg>

            """
        return Data(text.utf8)
    }

    /// What is told of one API.
    private struct Line {
        let label: String
        let value: String
        /// Whether every operation is there and every case passed.
        let isWhole: Bool

        init(label: String, value: String, isWhole: Bool) {
            self.label = label
            self.value = value
            self.isWhole = isWhole
        }

        init(_ api: API, _ result: RunResult) {
            let operations = result.support.filter { $0.api == api }
            let supported = operations.count(where: \.isSupported)
            let cases = result.cases.filter { $0.api == api && $0.outcome != .observed }
            let passed = cases.count { $0.outcome == .passed }
            label = "SES \(api.rawValue)"
            value =
                "\(supported) of \(Wording.count(operations.count, "operation")), "
                + "\(Wording.number(passed)) of \(Wording.count(cases.count, "case"))"
            isWhole = supported == operations.count && passed == cases.count
        }

        private var labelWidth: Int { label.count * BadgeReporter.advance + 12 }
        private var valueWidth: Int { value.count * BadgeReporter.advance + 12 }
        var width: Int { labelWidth + valueWidth }

        /// White on each of the three colours has a contrast of 4.5 to 1 or more.
        func shapes(at top: Int, width: Int) -> String {
            let colour = isWhole ? "#2a7a2a" : "#3b5f8a"
            return """
                <rect y="\(top)" width="\(labelWidth)" height="\(BadgeReporter.height)" fill="#444"/>
                <rect x="\(labelWidth)" y="\(top)" width="\(width - labelWidth)" \
                height="\(BadgeReporter.height)" fill="\(colour)"/>
                <text x="6" y="\(top + 14)" textLength="\(labelWidth - 12)">\(XMLText.content(label))</text>
                <text x="\(labelWidth + 6)" y="\(top + 14)" textLength="\(valueWidth - 12)">\(XMLText.content(value))</text>

                """
        }
    }
}
