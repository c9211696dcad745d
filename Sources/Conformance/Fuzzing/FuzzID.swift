import SpecModel

/// Which random request: with the spec, this says it byte for byte, but for the names that are the run's own.
///
/// `v1/SendEmail/fuzz-7-12` is the twelfth request to v1's SendEmail from seed 7.
public struct FuzzID: Sendable, Hashable, CustomStringConvertible {
    public let api: API
    public let operation: String
    public let seed: UInt64
    /// From 1, for each operation.
    public let number: Int

    public init(api: API, operation: String, seed: UInt64, number: Int) {
        self.api = api
        self.operation = operation
        self.seed = seed
        self.number = number
    }

    /// Reads a case's id; nil for another than a random request's.
    public init?(_ text: String) {
        guard let match = text.wholeMatch(of: /(v1|v2)\/([A-Za-z0-9]+)\/fuzz-([0-9]+)-([0-9]+)/),
            let api = API(rawValue: String(match.1)), let seed = UInt64(match.3), let number = Int(match.4), number > 0
        else { return nil }
        self.init(api: api, operation: String(match.2), seed: seed, number: number)
    }

    /// The case's name within its operation.
    var name: String { "fuzz-\(seed)-\(number)" }

    public var description: String { "\(api.rawValue)/\(operation)/\(name)" }
}
