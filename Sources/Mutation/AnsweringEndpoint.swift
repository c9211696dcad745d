import ReferenceService
import SpecModel
import Wire

/// Changes answers of a right service, by what was asked.
final class AnsweringEndpoint: Endpoint {
    /// Changes the answer to a request.
    typealias Change = @Sendable (HTTPRequest, inout HTTPResponse) -> Void

    private let endpoint = InProcessEndpoint(ReferenceService.twin())
    private let isMeant: @Sendable (AskedOperation?) -> Bool
    private let change: Change

    /// Changes answers of one operation.
    init(_ operation: AskedOperation, _ change: @escaping Change) {
        isMeant = { $0 == operation }
        self.change = change
    }

    /// Changes all answers of an API.
    init(all api: API, _ change: @escaping Change) {
        isMeant = { ($0?.api ?? .v1) == api }
        self.change = change
    }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        var response = try await endpoint.exchange(request, within: deadline)
        if isMeant(AskedOperation.of(request)) { change(request, &response) }
        return response
    }
}
