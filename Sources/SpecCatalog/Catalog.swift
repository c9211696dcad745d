import SpecModel
import SpecsV1
import SpecsV2

/// The specs of both APIs as one ordered whole, with look-up by name.
public struct Catalog: Sendable {
    public let specifications: [Specification]
    private let operationsByID: [String: Operation]
    private let structuresByAPI: [API: [String: Structure]]

    /// What this build knows.
    public static let standard = Catalog([SESv1.specification, SESv2.specification])

    /// A catalogue of one's own, such as one with a constraint left out.
    public init(_ specifications: [Specification]) {
        self.specifications = specifications
        var operations: [String: Operation] = [:]
        var structures: [API: [String: Structure]] = [:]
        for specification in specifications {
            for operation in specification.operations { operations[operation.id] = operation }
            for structure in specification.structures {
                structures[specification.api, default: [:]][structure.name] = structure
            }
        }
        operationsByID = operations
        structuresByAPI = structures
    }

    /// All operations, API by API, alphabetical within.
    public var operations: [Operation] { specifications.flatMap(\.operations) }

    public func specification(_ api: API) -> Specification? { specifications.first { $0.api == api } }

    public func operation(_ api: API, _ name: String) -> Operation? { operationsByID["\(api.rawValue)/\(name)"] }

    /// The data types of an API by name.
    public func structures(_ api: API) -> [String: Structure] { structuresByAPI[api] ?? [:] }
}
