import Conformance
import SpecCatalog
import SpecModel

/// How many goldens of one tier an API or an operation has.
public struct GoldenCount: Sendable, Hashable {
    public let api: API
    public let provenance: Provenance
    public let count: Int
    /// `v1/SendEmail`, where the count is of one operation's only.
    public let operation: String?

    public init(api: API, provenance: Provenance, count: Int, operation: String? = nil) {
        self.operation = operation
        self.api = api
        self.provenance = provenance
        self.count = count
    }
}

extension DocumentationTables {
    /// The index of the spec: each operation with its file, family and page, as seen from the folder `specs`.
    public func specs(_ api: API? = nil) -> Document {
        let rows: [[Phrase]] = catalog.operations.filter { api == nil || $0.api == api }.map { operation in
            [
                "\(link: operation.id, to: "\(operation.id).swift")", .text(operation.family.rawValue),
                "\(link: "\(operation.page)", to: Self.address(of: operation))",
            ]
        }
        return Document("Specs", ["Operation", "Family", "Source"], rows, or: "No operations.")
    }

    /// The number of goldens of each tier and API; tiers are never added up.
    public func goldens(_ counts: [GoldenCount]) -> Document {
        let apis = Set(counts.map(\.api)).sorted()
        let rows: [[Phrase]] = Provenance.allCases.map { tier in
            [.code(tier.rawValue)]
                + apis.map { api in
                    let found = counts.filter { $0.api == api && $0.provenance == tier }
                    return .text(Wording.number(found.reduce(0) { $0 + $1.count }))
                }
        }
        let head: [Phrase] = ["Provenance"] + apis.map { .text($0.rawValue) }
        return Document("Goldens", head, apis.isEmpty ? [] : rows, or: "No goldens.")
    }

    /// The number of goldens of each tier and operation; tiers are never added up.
    public func goldensByOperation(_ counts: [GoldenCount]) -> Document {
        let rows = Set(counts.compactMap(\.operation)).sorted().map { operation -> [Phrase] in
            [.code(operation)]
                + Provenance.allCases.map { tier in
                    let found = counts.filter { $0.operation == operation && $0.provenance == tier }
                    return found.isEmpty ? "–" : .text(Wording.number(found.reduce(0) { $0 + $1.count }))
                }
        }
        let head: [Phrase] = ["Operation"] + Provenance.allCases.map { .text($0.rawValue) }
        return Document("Goldens", head, rows, or: "No goldens.")
    }

    /// Where today's reference describes an operation.
    private static func address(of operation: Operation) -> String {
        let folder =
            switch operation.api {
            case .v1: "APIReference"
            case .v2: "APIReference-V2"
            }
        return "https://docs.aws.amazon.com/ses/latest/\(folder)/API_\(operation.name).html"
    }
}
