import Wire

/// Whether an answer says that the endpoint does not know the operation at all.
enum SupportDecision {
    /// What was seen, if it means that the operation is unknown; nil if the endpoint knows it.
    ///
    /// Unknown: InvalidAction, 501, a 404 or 405 that is not the API's own form, an HTML 5xx.
    static func unknown(_ answer: Answer, _ response: HTTPResponse) -> String? {
        let code = errorCode(answer)
        let isOwnForm = answer.tree?.name == "ErrorResponse" && code != nil
        if code == "InvalidAction", !isUnavailable(answer) { return seen(response, "InvalidAction") }
        if response.status == 501 { return seen(response, code) }
        if [404, 405].contains(response.status), !isOwnForm { return seen(response, code) }
        if response.status >= 500, isHTML(response) { return seen(response, "an HTML page") }
        return nil
    }

    /// The service's word for an operation that its region does not offer.
    ///
    /// Source: truth entry "*receiving actions*, receipt actions in a region without email receiving".
    static func isUnavailable(_ answer: Answer) -> Bool {
        errorCode(answer) == "InvalidAction"
            && answer.tree?.descendant("Error.Message")?.text.hasPrefix("Unavailable Operation") == true
    }

    /// The code of an error answer in whatever form it came.
    static func errorCode(_ answer: Answer) -> String? {
        guard let tree = answer.tree else { return nil }
        let code = tree.descendant("Error.Code") ?? (tree.name == "Error" ? tree.child("Code") : nil)
        return code?.text
    }

    /// "400 ValidationError: 1 validation error detected …", shortened.
    static func summary(_ answer: Answer, _ response: HTTPResponse) -> String {
        let message = answer.tree?.descendant("Error.Message")?.text ?? ""
        guard let code = errorCode(answer) else {
            let type = response.header("Content-Type") ?? "no document"
            let root = answer.tree.map { $0.name.isEmpty ? type : $0.name } ?? answer.problem ?? type
            return "\(response.status) \(root)"
        }
        return "\(response.status) \(code)" + (message.isEmpty ? "" : ": \(message.prefix(160))")
    }

    private static func isHTML(_ response: HTTPResponse) -> Bool {
        if response.header("Content-Type")?.lowercased().hasPrefix("text/html") == true { return true }
        let start = String(decoding: response.body.prefix(200), as: UTF8.self).lowercased()
        return start.contains("<!doctype html") || start.contains("<html")
    }

    private static func seen(_ response: HTTPResponse, _ detail: String?) -> String {
        let type = response.header("Content-Type")?.split(separator: ";").first.map { " \($0)" } ?? ""
        return "\(response.status)\(type)" + (detail.map { ", \($0)" } ?? "")
    }
}
