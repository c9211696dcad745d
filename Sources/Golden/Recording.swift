/// When an answer was taken in from an endpoint, and by which spec it was asked for.
///
/// Only goldens that came from an endpoint have one. All others follow from the spec, which says by itself whether they
/// are up to date.
public struct Recording: Sendable, Hashable {
    /// The day in UTC: `2026-11-21`.
    public let date: String
    /// What ``SpecHash`` gave for the operation then.
    public let spec: String

    public init(date: String, spec: String) {
        self.date = date
        self.spec = spec
    }

    /// The attributes' names in files.
    static let names = ["date", "spec"]

    /// - Returns: nil where there are no such attributes.
    init?(_ values: [String: String]) throws(GoldenFault) {
        let found = Self.names.filter { values[$0] != nil }
        guard !found.isEmpty else { return nil }
        for name in Self.names where values[name] == nil { throw .missingAttribute(name) }
        self.init(date: values["date"] ?? "", spec: values["spec"] ?? "")
    }

    var attributes: [(String, String)] { [("date", date), ("spec", spec)] }
}
