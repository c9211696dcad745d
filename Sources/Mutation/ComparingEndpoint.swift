import SpecModel
import Wire

/// Asks a right service the same beside a faulty one, to find out whether anybody could have noticed.
final class ComparingEndpoint: Endpoint {
    private let faulty: any Endpoint
    private let right: any Endpoint
    private let difference = Guarded<String?>(nil)

    init(_ faulty: any Endpoint, beside right: any Endpoint) {
        self.faulty = faulty
        self.right = right
    }

    /// The first answer of another status or error code than the right one's; nil where there was none.
    var firstDifference: String? { difference.withLock { $0 } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let answer = try await faulty.exchange(request, within: deadline)
        let other = try await right.exchange(request, within: deadline)
        let asked = AskedOperation.of(request)
        let api = asked?.api ?? .v1
        let (given, due) = (ComparingEndpoint.headline(answer, api), ComparingEndpoint.headline(other, api))
        if given != due {
            let name = asked?.name ?? "a request for no operation"
            difference.withLock { $0 = $0 ?? "\(name) was answered \(given) for \(due)" }
        }
        return answer
    }

    private static func headline(_ response: HTTPResponse, _ api: API) -> String {
        let code = Answer(reading: response).errorCode(api)
        return "\(response.status)" + (code.map { " \($0)" } ?? "")
    }
}
