import SpecModel

/// A class of changes to one API; what numbers are counted by.
public struct FaultKind: Sendable, Hashable {
    public let api: API
    public let faultClass: FaultClass

    public init(_ api: API, _ faultClass: FaultClass) {
        self.api = api
        self.faultClass = faultClass
    }

    /// Every kind, API by API.
    static let all = API.allCases.flatMap { api in FaultClass.allCases.map { FaultKind(api, $0) } }
}
