import Conformance
import Foundation

/// Writes JSON that is the same for the same value, and harmless to look at.
enum JSONDocument {
    /// Keys sorted, indented, a newline at the end; `null` keys are left out.
    static func data(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Only numbers that are not finite could make the encoder throw; no document of this room has any.
        guard let encoded = try? encoder.encode(value) else { return Data() }
        var data = JSONText.shielded(encoded)
        data.append(UInt8(ascii: "\n"))
        return data
    }
}
