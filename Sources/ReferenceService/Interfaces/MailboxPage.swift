import Foundation
import Wire

/// The service with a page of its own, on which whoever tests a program reads what mail it sent.
///
/// `GET /_ses-conformance/messages` answers the mails that were accepted, the latest thousand, oldest first, as a
/// JSON array of objects: `id`, `accepted` (milliseconds since 1970), `operation`, `source`, `recipients`, `subject`,
/// `size` (bytes).
public struct MailboxPage: Service {
    /// Where the page is; the real service has nothing there.
    public static let path = "/_ses-conformance/messages"

    private let service: ReferenceService

    public init(_ service: ReferenceService) { self.service = service }

    public func answer(_ request: HTTPRequest) -> HTTPResponse {
        guard request.method == "GET", request.target == MailboxPage.path else { return service.answer(request) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(service.messages)) ?? Data("[]".utf8)
        return HTTPResponse(status: 200, headers: [Header("Content-Type", "application/json")], body: Array(body))
    }
}
