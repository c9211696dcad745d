import SpecModel
import SpecsV1
import SpecsV2

/// The specs of both APIs as one ordered whole, with look-up by name.
public struct Catalog: Sendable {
    public let specifications: [Specification]
    private let operationsByAPI: [API: [String: Operation]]
    private let structuresByAPI: [API: [String: Structure]]

    /// What this build knows.
    public static let standard = Catalog([SESv1.specification, SESv2.specification])

    /// A catalogue of one's own, such as one with a constraint left out.
    public init(_ specifications: [Specification]) {
        self.specifications = specifications
        var operations: [API: [String: Operation]] = [:]
        var structures: [API: [String: Structure]] = [:]
        for specification in specifications {
            for operation in specification.operations {
                operations[operation.api, default: [:]][operation.name] = operation
            }
            for structure in specification.structures {
                structures[specification.api, default: [:]][structure.name] = structure
            }
        }
        operationsByAPI = operations
        structuresByAPI = structures
    }

    /// All operations, API by API, alphabetical within.
    public var operations: [Operation] { specifications.flatMap(\.operations) }

    public func specification(_ api: API) -> Specification? { specifications.first { $0.api == api } }

    public func operation(_ api: API, _ name: String) -> Operation? { operationsByAPI[api]?[name] }

    /// The data types of an API by name.
    public func structures(_ api: API) -> [String: Structure] { structuresByAPI[api] ?? [:] }
}

extension Catalog {
    /// The data types that an operation's parameters and result are made of, however deep, by name.
    public func structures(of operation: Operation) -> [Structure] {
        let known = structures(operation.api)
        var found: Set<String> = []
        var open = operation.parameters + (operation.result ?? [])
        while let member = open.popLast() {
            guard let name = member.shape.structureName, found.insert(name).inserted else { continue }
            open += known[name]?.members ?? []
        }
        return found.compactMap { known[$0] }.sorted { $0.name < $1.name }
    }
}
