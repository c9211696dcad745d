import ReferenceService
import Wire

@testable import Conformance

/// A reference service with a fault.
struct Planted: Endpoint {
    typealias Answer = @Sendable (HTTPRequest, any Endpoint) async throws(EndpointError) -> HTTPResponse

    private let service: any Endpoint = InProcessEndpoint(ReferenceService())
    private let answer: Answer

    init(_ answer: @escaping Answer) { self.answer = answer }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        try await answer(request, service)
    }

    /// Whether a domain of no characters is to be verified.
    static func isEmptyDomain(_ request: HTTPRequest) -> Bool {
        let form = WatchedEndpoint.Call(request)
        return form.action == "VerifyDomainIdentity" && form["Domain"]?.isEmpty == true
    }

    /// Loses a part of what is written to a path.
    static func losing(
        from path: String, _ change: @escaping @Sendable (String) -> String.UnicodeScalarView
    ) -> Planted {
        Planted { request, service throws(EndpointError) in
            guard request.method == "POST", request.target.contains(path) else {
                return try await service.exchange(request, within: .seconds(5))
            }
            var changed = request
            changed.body = Array(String(change(String(decoding: request.body, as: UTF8.self))).utf8)
            changed.headers.removeAll { $0.isNamed("Authorization") || $0.isNamed("X-Amz-Date") }
            return try await service.exchange(Rehearsal.options().signed(changed), within: .seconds(5))
        }
    }
}
