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
    /// Whose cases may tell.
    let operations: [String]
    /// Makes the endpoint out of a service of its own.
    let endpoint: @Sendable () -> any Endpoint
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
    private let operation: String

    /// Loses every request of an operation.
    init(losing operation: String) { self.operation = operation }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let right = try await complete.exchange(request, within: deadline)
        guard ActionParameter.of(request) != operation else { return right }
        return try await incomplete.exchange(request, within: deadline)
    }
}

/// Answers the reads of one operation from a service that has not seen the latest write yet.
final class StaleEndpoint: Endpoint {
    private let current = InProcessEndpoint(ReferenceService.twin())
    private let old = InProcessEndpoint(ReferenceService.twin())
    private let operation: String
    private let latest = Guarded<HTTPRequest?>(nil)

    init(reading operation: String) { self.operation = operation }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let action = ActionParameter.of(request)
        if action == operation { return try await old.exchange(request, within: deadline) }
        if !ActionParameter.isRead(action) {
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
    private let operation: String
    private let rewrite: @Sendable ([FormParameter]) -> [FormParameter]

    init(_ operation: String, _ rewrite: @escaping @Sendable ([FormParameter]) -> [FormParameter]) {
        self.operation = operation
        self.rewrite = rewrite
    }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        guard ActionParameter.of(request) == operation, let parameters = try? FormEncoding.decode(request.body) else {
            return try await endpoint.exchange(request, within: deadline)
        }
        var rewritten = request
        rewritten.body = FormEncoding.encode(rewrite(parameters))
        return try await endpoint.exchange(rewritten, within: deadline)
    }
}

/// What a request asks for.
enum ActionParameter {
    /// The value of `Action` in the body; nil for other requests.
    static func of(_ request: HTTPRequest) -> String? {
        guard request.body.starts(with: "Action=".utf8) else {
            return (try? FormEncoding.decode(request.body))?.first { $0.name == "Action" }?.value
        }
        return String(decoding: request.body.dropFirst(7).prefix { $0 != UInt8(ascii: "&") }, as: UTF8.self)
    }

    /// Whether the operation changes nothing.
    static func isRead(_ operation: String?) -> Bool {
        guard let operation else { return true }
        return ["Get", "List", "Describe"].contains { operation.hasPrefix($0) }
    }
}
