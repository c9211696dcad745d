import Foundation
import SpecModel

extension Coverage {
    /// What ``json()`` calls its form.
    public static let schema = "ses-conformance/coverage/1"

    /// A table of the kinds, then what has no case and why, by reason, then the gaps.
    ///
    /// - Parameter isVerbose: whether every element follows with its cases.
    public func text(isVerbose: Bool = false) -> String {
        var lines = summary + reasons
        if isVerbose { lines += ["", "Elements and their cases"] + elements.map { "  " + Coverage.line($0) } }
        let gaps = uncovered
        lines += [""]
        lines += gaps.isEmpty ? ["Nothing is without a case or a reason."] : ["Neither a case nor a reason"]
        lines += gaps.map { "  \($0)" }
        if !padding.isEmpty { lines += ["", "Cases that exercise nothing of their own, beside the first of each row"] }
        lines += padding.map { "  " + $0.joined(separator: ", ") }
        return lines.map { $0 + "\n" }.joined()
    }

    private var summary: [String] {
        let head = ["", "elements", "with cases", "with a reason", "uncovered"]
        func row(_ name: String, _ elements: [Element]) -> [String] {
            let numbers = [
                elements.count, elements.count { !$0.cases.isEmpty },
                elements.count { $0.cases.isEmpty && $0.reason != nil }, elements.count(where: \.isUncovered),
            ]
            return [name] + numbers.map(String.init)
        }
        let byKind = Dictionary(grouping: elements, by: \.kind)
        let rows = Kind.allCases.compactMap { kind in byKind[kind].map { row(kind.rawValue, $0) } }
        let all = [head] + rows + [row("all", elements)]
        let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            row.enumerated().map { column, text in
                let pad = String(repeating: " ", count: widths[column] - text.count)
                return column == 0 ? text + pad : pad + text
            }.joined(separator: "  ")
        }
    }

    private var reasons: [String] {
        let unexercised = elements.filter { $0.cases.isEmpty }
        let byReason = Dictionary(grouping: unexercised.filter { $0.reason != nil }) { $0.reason ?? "" }
        guard !byReason.isEmpty else { return [] }
        return ["", "Without a case, and why"]
            + byReason.keys.sorted().flatMap { reason in
                ["  \(reason)"] + (byReason[reason] ?? []).map { "    \($0)" }
            }
    }

    private static func line(_ element: Element) -> String {
        let ids = element.cases.map { id in
            let own = element.operation.map { "\(element.api.rawValue)/\($0)/" } ?? "/"
            return id.hasPrefix(own) ? String(id.dropFirst(own.count)) : id
        }
        return "\(element): " + (ids.isEmpty ? element.reason ?? "nothing" : ids.joined(separator: ", "))
    }

    /// Every element as JSON, byte-stable.
    public func json() throws -> Data {
        struct Row: Encodable {
            let api: String
            let operation: String?
            let kind: Kind
            let name: String
            let cases: [String]
            let reason: String?
        }
        struct Document: Encodable {
            let schema: String
            let uncovered: Int
            let padding: [[String]]
            let elements: [Row]
        }
        let rows = elements.map {
            Row(
                api: $0.api.rawValue, operation: $0.operation, kind: $0.kind, name: $0.name, cases: $0.cases,
                reason: $0.reason)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(schema: Coverage.schema, uncovered: uncovered.count, padding: padding, elements: rows)
        return try encoder.encode(document) + Data("\n".utf8)
    }
}
