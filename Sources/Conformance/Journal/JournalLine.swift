import Foundation

/// One line of a run's journal, as JSON.
///
/// Example: `{"undo":{"api":"v1","id":7,"input":{"Identity":"sc-k3f9-1@example.com"},"operation":"DeleteIdentity"}}`.
enum JournalLine: Codable, Hashable {
    /// The first line: whose journal it is.
    case run(version: Int, name: String, endpoint: String, region: String)
    /// What takes away again what is about to be made.
    case undo(id: Int, api: String, operation: String, input: [String: String])
    /// The active rule set before it is about to be changed; no name where none was active.
    case activeRuleSet(id: Int, name: String?)
    /// What was noted under that number is taken away, or was never made.
    case done(id: Int)

    static let version = 1

    /// The first line of a run that made nothing, wherever it was to be.
    static func nothing(_ run: String) -> JournalLine { .run(version: version, name: run, endpoint: "", region: "") }

    /// The line with its end.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array((try? encoder.encode(self)) ?? Data()) + [UInt8(ascii: "\n")]
    }

    /// - Returns: nil for what is no line of a journal.
    init?(_ bytes: some Collection<UInt8>) {
        guard let line = try? JSONDecoder().decode(JournalLine.self, from: Data(bytes)) else { return nil }
        self = line
    }
}
