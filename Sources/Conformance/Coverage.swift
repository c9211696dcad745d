import SpecCatalog
import SpecModel

/// Which elements of the spec the cases exercise, and why the others have none.
///
/// An element is one thing that a client can see: an operation, a parameter, each of its constraints, an error, a
/// member of a result. What has neither a case nor a reason is ``uncovered``: a gap in the suite.
public struct Coverage: Sendable {
    /// What of an operation an element is, in the order of every table.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case operation
        /// That it is accepted.
        case parameter
        /// That the request is refused without it.
        case required
        /// That a text which is no number, truth value, time or base64 is refused.
        case type
        case length
        case pattern
        /// That a value outside is refused.
        case enumeration
        /// That one value of an enumeration is accepted.
        case value
        case range
        /// How many members a list may have.
        case count
        /// Over several members: either … or ….
        case rule
        case error
        /// A member of the result.
        case result
        case commonParameter = "common-parameter"
        case commonError = "common-error"
    }

    /// One element, and what is known of its exercise.
    public struct Element: Sendable, Hashable, CustomStringConvertible {
        public let api: API
        /// nil for what all operations have in common.
        public let operation: String?
        public let kind: Kind
        /// `Rule.Actions.member.1.S3Action.BucketName`, `IdentityType=Domain`, an error's code; empty for the
        /// operation itself.
        public let name: String
        /// Ids of the cases that exercise it, ordered.
        public let cases: [String]
        /// Why a client without insight can't exercise it; nil where there are cases, or where nobody knows.
        public let reason: String?

        public var isUncovered: Bool { cases.isEmpty && reason == nil }

        /// `v1/SendEmail required Source`.
        public var description: String {
            let owner = operation.map { "\(api.rawValue)/\($0)" } ?? api.rawValue
            return [owner, kind.rawValue, name].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// API by API, operation by operation, in the reference's order.
    public let elements: [Element]
    /// Ids of cases that ask the same, want to hear the same, and do so after the same preparation; all but one of
    /// them exercise nothing of their own. Samples of the reference are there for their source.
    public let padding: [[String]]

    /// - Parameter api: nil for both.
    public init(_ catalog: Catalog, cases: CaseCatalog, api: API? = nil) {
        let wanted = cases.cases.filter { (api == nil || $0.api == api) && $0.rule != Scenario.sampleRule }
        padding = Dictionary(grouping: wanted) { $0.whole }.values
            .filter { $0.count > 1 }.map { $0.map(\.id).sorted() }.sorted { $0[0] < $1[0] }
        elements = catalog.specifications.filter { api == nil || $0.api == api }.flatMap { specification in
            let index = CoverageIndex(specification, cases.cases.filter { $0.api == specification.api })
            return CoverageElements(specification, index).all
        }
    }

    /// The gaps: elements with neither a case nor a reason.
    public var uncovered: [Element] { elements.filter(\.isUncovered) }
}
