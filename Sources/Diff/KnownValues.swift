import SpecModel

/// Puts the values of a run back to the placeholders that they came from, so that texts are the same in every run.
public struct KnownValues: Sendable {
    private struct Entry: Sendable {
        let value: [UInt8]
        let placeholder: [UInt8]
    }

    /// Longest value first.
    private let entries: [Entry]

    /// A value shorter than this, in bytes, could stand in any text by chance.
    private static let shortest = 4

    public init(_ bindings: Bindings) {
        entries = bindings.known
            .filter { $0.value.utf8.count >= KnownValues.shortest }
            .map { Entry(value: Array($0.value.utf8), placeholder: Array("⟦\($0.key)⟧".utf8)) }
            .sorted {
                if $0.value.count != $1.value.count { return $0.value.count > $1.value.count }
                // Names before captures of the same value, and always the same one of several.
                return KnownValues.rank($0.placeholder).lexicographicallyPrecedes(KnownValues.rank($1.placeholder))
            }
    }

    /// The text as a template: values that stand between token boundaries become placeholders, literal
    /// brackets are doubled.
    public func template(of text: String) -> String { replace(in: text, escape: Template.escape) }

    /// The text with placeholders for known values, for people to read; brackets stay as they are.
    public func restore(_ text: String) -> String { replace(in: text) { $0 } }

    private static func rank(_ placeholder: [UInt8]) -> [UInt8] {
        let isCapture = placeholder.starts(with: "⟦capture".utf8)
        return [isCapture ? 1 : 0] + placeholder
    }

    private func replace(in text: String, escape: (String) -> String) -> String {
        guard !entries.isEmpty else { return escape(text) }
        let bytes = Array(text.utf8)
        var result = ""
        var literalStart = 0
        var position = 0
        while position < bytes.count {
            guard isBoundary(bytes, position), let entry = entry(at: position, in: bytes) else {
                position += 1
                continue
            }
            result += escape(String(decoding: bytes[literalStart..<position], as: UTF8.self))
            result += String(decoding: entry.placeholder, as: UTF8.self)
            position += entry.value.count
            literalStart = position
        }
        return literalStart == 0
            ? escape(text) : result + escape(String(decoding: bytes[literalStart...], as: UTF8.self))
    }

    private func entry(at position: Int, in bytes: [UInt8]) -> Entry? {
        entries.first { entry in
            let end = position + entry.value.count
            return end <= bytes.count && isBoundary(bytes, end)
                && bytes[position..<end].elementsEqual(entry.value)
        }
    }

    /// Whether a token may begin or end here: not between two characters that names are made of.
    private func isBoundary(_ bytes: [UInt8], _ position: Int) -> Bool {
        guard position > 0, position < bytes.count else { return true }
        return !(isNamePart(bytes[position - 1]) && isNamePart(bytes[position]))
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        Forms.isDigit(byte) || Forms.isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
