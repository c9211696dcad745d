import Diff
import SpecModel
import Wire

/// Whether an answer says that the endpoint does not know the operation at all.
enum SupportDecision {
    /// What was seen, if it means that the operation is unknown; nil if the endpoint knows it.
    ///
    /// Unknown: InvalidAction, 501, a 404 or 405 that is not the API's own form or quotes the path, an HTML 5xx. To a
    /// request of v2 also UnknownOperationException, and an InvalidAction of an endpoint that knows the query API alone.
    static func unknown(_ answer: Answer, _ response: HTTPResponse, _ api: API) -> String? {
        let code = answer.errorCode(api) ?? answer.errorCode(.v1)
        if let code, unknownCodes.contains(code), !isUnavailable(answer) { return seen(response, code) }
        if response.status == 501 { return seen(response, code) }
        // The service never quotes a path: it was a router that did not know this one.
        if response.status == 404, answer.errorMessage(api)?.contains("/v2/email/") == true {
            return seen(response, "a path that is not known")
        }
        if [404, 405].contains(response.status), !isOwnError(answer, api) { return seen(response, code) }
        if response.status >= 500, isHTML(response) { return seen(response, "an HTML page") }
        return nil
    }

    /// The longest text on an answer that thousands of cases may repeat, in Unicode scalars.
    private static let longest = 400

    private static let unknownCodes = ["InvalidAction", "UnknownOperationException"]

    /// Whether an answer is an error in the API's own form; many a server says `code` in JSON of its own.
    private static func isOwnError(_ answer: Answer, _ api: API) -> Bool {
        switch api {
        case .v1: answer.tree?.name == "ErrorResponse" && answer.errorCode(.v1) != nil
        case .v2: answer.errorTypeInHeader != nil || answer.errorTypeInBody?.hasSuffix("Exception") == true
        }
    }

    /// Whether only somebody who speaks the API answers so, be it right or wrong.
    static func speaks(_ answer: Answer, _ api: API) -> Bool {
        switch api {
        case .v1: answer.tree?.name.hasSuffix("Response") == true || answer.errorCode(.v1) != nil
        case .v2:
            isOwnError(answer, .v2) || answer.tree?.kind == .object && answer.header("x-amzn-RequestId") != nil
        }
    }

    /// The service's word for an operation that its region does not offer.
    ///
    /// Source: truth entry "*receiving actions*, receipt actions in a region without email receiving".
    static func isUnavailable(_ answer: Answer) -> Bool {
        answer.errorCode(.v1) == "InvalidAction"
            && answer.errorMessage(.v1)?.hasPrefix("Unavailable Operation") == true
    }

    /// "400 ValidationError: 1 validation error detected …", shortened.
    static func summary(_ answer: Answer, _ response: HTTPResponse, _ api: API) -> String {
        let message = answer.errorMessage(api) ?? ""
        guard let code = answer.errorCode(api) else {
            let type = response.header("Content-Type") ?? "no document"
            let root = answer.tree.map { $0.name.isEmpty ? type : $0.name } ?? answer.problem ?? type
            return TreeText.capped("\(response.status) \(root)", at: longest)
        }
        let said = String(message.unicodeScalars.prefix(160))
        return TreeText.capped("\(response.status) \(code)" + (said.isEmpty ? "" : ": \(said)"), at: longest)
    }

    private static func isHTML(_ response: HTTPResponse) -> Bool {
        if response.header("Content-Type")?.lowercased().hasPrefix("text/html") == true { return true }
        let start = String(decoding: response.body.prefix(200), as: UTF8.self).lowercased()
        return start.contains("<!doctype html") || start.contains("<html")
    }

    private static func seen(_ response: HTTPResponse, _ detail: String?) -> String {
        let type = response.header("Content-Type")?.split(separator: ";").first.map { " \($0)" } ?? ""
        return TreeText.capped("\(response.status)\(type)" + (detail.map { ", \($0)" } ?? ""), at: longest)
    }
}

/// What an answer says of its operation, beside what was asked; it is kept when the answer itself is not.
struct SupportSign: Sendable {
    /// What was seen, if it means that the operation is unknown.
    let unknown: String?
    /// Whether the service said that its region does not offer the operation.
    let isUnavailable: Bool
    /// Whether it is a refusal in the API's own way.
    let isRefusal: Bool

    init(_ answer: Answer, _ response: HTTPResponse, _ api: API) {
        unknown = SupportDecision.unknown(answer, response, api)
        isUnavailable = SupportDecision.isUnavailable(answer)
        isRefusal = answer.isRefusal(api)
    }
}
