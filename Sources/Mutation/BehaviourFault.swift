import Conformance
import ReferenceService
import SpecCatalog
import SpecModel
import Wire

/// An endpoint that behaves otherwise than the reference service in one thing.
struct BehaviourFault: Sendable {
    let faultClass: FaultClass
    /// `loses what CreateReceiptRule writes`.
    let what: String
    let api: API
    /// Whose cases may tell, as `v1/CreateReceiptRule`.
    let operations: [String]
    /// Makes the endpoint out of a service of its own.
    let endpoint: @Sendable () -> any Endpoint

    var kind: FaultKind { FaultKind(api, faultClass) }

    init(
        _ faultClass: FaultClass, _ what: String, _ api: API, operations: [String],
        endpoint: @escaping @Sendable () -> any Endpoint
    ) {
        self.faultClass = faultClass
        self.what = what
        self.api = api
        self.operations = operations
        self.endpoint = endpoint
    }

    /// A fault of one operation.
    init(
        _ faultClass: FaultClass, _ what: String, of operation: SpecModel.Operation,
        endpoint: @escaping @Sendable () -> any Endpoint
    ) {
        self.init(faultClass, what, operation.api, operations: [operation.id], endpoint: endpoint)
    }
}

extension Case {
    /// `v1/SendEmail`.
    var operationID: String { "\(api.rawValue)/\(operation)" }

    /// The operations that the case tells something of; where it goes over both APIs, those that prepare it, too.
    var tellingOperations: [String] {
        let all = setup + judged
        let steps = Set(all.map { $0.api(in: api) }).count > 1 ? all : judged
        return steps.map { "\($0.api(in: api).rawValue)/\($0.operation)" }
    }
}

extension ReferenceService {
    /// A service that gives out the same ids and tokens as every other one that is asked the same.
    static func twin(catalog: Catalog = .standard) -> ReferenceService {
        ReferenceService(catalog: catalog, identifiers: CountedIdentifiers())
    }
}

/// Two equal services side by side, one of which misses some requests.
///
/// What is lost is answered by the complete one, so that the answer itself is right.
final class LosingEndpoint: Endpoint {
    private let incomplete = InProcessEndpoint(ReferenceService.twin())
    private let complete = InProcessEndpoint(ReferenceService.twin())
    private let isLost: @Sendable (AskedOperation) -> Bool
    private let witness: API?

    /// - Parameters:
    ///   - witness: the API that knows nevertheless.
    ///   - isLost: what the other API, or both, never get to know of.
    init(seenBy witness: API? = nil, losing isLost: @escaping @Sendable (AskedOperation) -> Bool) {
        self.witness = witness
        self.isLost = isLost
    }

    /// Loses every request of an operation.
    convenience init(losing operation: AskedOperation?) { self.init { $0 == operation } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let right = try await complete.exchange(request, within: deadline)
        let asked = AskedOperation.of(request)
        if let asked, isLost(asked) { return right }
        let other = try await incomplete.exchange(request, within: deadline)
        return asked?.api == witness && witness != nil ? right : other
    }
}

/// Answers the reads of one operation from a service that has not seen the latest write yet.
final class StaleEndpoint: Endpoint {
    private let current = InProcessEndpoint(ReferenceService.twin())
    private let old = InProcessEndpoint(ReferenceService.twin())
    private let operation: AskedOperation?
    private let latest = Guarded<HTTPRequest?>(nil)

    init(reading operation: AskedOperation?) { self.operation = operation }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let asked = AskedOperation.of(request)
        if let asked, asked == operation { return try await old.exchange(request, within: deadline) }
        if asked?.isRead == false {
            let before = latest.withLock { latest in
                defer { latest = request }
                return latest
            }
            if let before { _ = try await old.exchange(before, within: deadline) }
        }
        return try await current.exchange(request, within: deadline)
    }
}

/// Changes the parameters of one operation's requests before they reach the service.
final class RewritingEndpoint: Endpoint {
    private let endpoint = InProcessEndpoint(ReferenceService.twin())
    private let operation: AskedOperation
    private let rewrite: @Sendable (inout AskedParameters) -> Void

    init(_ operation: AskedOperation, _ rewrite: @escaping @Sendable (inout AskedParameters) -> Void) {
        self.operation = operation
        self.rewrite = rewrite
    }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        guard AskedOperation.of(request) == operation, var parameters = AskedParameters(of: request) else {
            return try await endpoint.exchange(request, within: deadline)
        }
        rewrite(&parameters)
        return try await endpoint.exchange(parameters.written(into: request), within: deadline)
    }
}
