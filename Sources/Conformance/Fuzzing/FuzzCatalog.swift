import SpecCatalog
import SpecModel

/// Derives cases with random requests from the spec: the same for the same id, whatever else is run.
public struct FuzzCatalog: Sendable {
    /// An operation, and what the names of its cases begin with.
    private struct Entry: Sendable {
        let subject: OperationUnderTest
        let label: String
    }

    /// Operations that random requests can be made to, API by API, alphabetical within.
    public let operations: [Operation]
    private let entries: [String: Entry]

    public init(_ catalog: Catalog) {
        operations = catalog.operations
        var entries: [String: Entry] = [:]
        for specification in catalog.specifications {
            let structures = catalog.structures(specification.api)
            for operation in specification.operations {
                let subject = OperationUnderTest(operation, structures: structures, family: specification.operations)
                entries[operation.id] = Entry(subject: subject, label: "f\(String(entries.count, radix: 36))")
            }
        }
        self.entries = entries
    }

    /// So many requests, to each operation in turn.
    public static func ids(seed: UInt64, requests: Int, of operations: [Operation]) -> [FuzzID] {
        guard !operations.isEmpty else { return [] }
        return (0..<requests).map { index in
            let operation = operations[index % operations.count]
            return FuzzID(
                api: operation.api, operation: operation.name, seed: seed, number: index / operations.count + 1)
        }
    }

    public func knows(_ id: FuzzID) -> Bool { entries["\(id.api.rawValue)/\(id.operation)"] != nil }

    /// nil for an operation that the catalogue does not have.
    func derivation(of id: FuzzID) -> FuzzDerivation? {
        guard let entry = entries["\(id.api.rawValue)/\(id.operation)"] else { return nil }
        let label = "\(entry.label)-\(String(id.number, radix: 36))"
        return FuzzDerivation(id, entry.subject, label: label)
    }

    /// Whether requests to an operation touch what the whole account shares.
    func isAccountWide(_ id: FuzzID) -> Bool {
        entries["\(id.api.rawValue)/\(id.operation)"]?.subject.operation.fixture.accountWide ?? false
    }
}
