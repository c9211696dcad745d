import SpecModel
import Wire

/// What an answer is altogether, before anything in it is looked at.
extension AnswerComparer {
    /// The length of an error message in a headline, in Unicode scalars.
    private static let longestHeadline = 200

    /// The one difference of an answer that is something else than what was due; nil where it is worth a walk.
    func fundamentalDifference(_ expected: ExpectedAnswer, _ actual: Answer) -> Difference? {
        let isSuccess = 200..<300 ~= actual.status
        if expected.isSuccess, !isSuccess {
            return difference("status", .rejected, expected.headline, headline(of: actual))
        }
        if !expected.isSuccess, isSuccess {
            return difference("status", .accepted, expected.headline, headline(of: actual))
        }
        if let tree = actual.tree, tree.kind == expected.tree.kind, tree.name == expected.tree.name {
            return expected.isSuccess || expected.isJSON || tree.child("Error") != nil
                || expected.tree.child("Error") == nil
                ? nil : difference("body", .body, "ErrorResponse/Error", bodyHeadline(of: actual))
        }
        if expected.status != actual.status {
            return difference("status", .status, expected.headline, headline(of: actual))
        }
        let document = expected.isJSON ? "a JSON \(expected.tree.kind)" : expected.tree.name
        return difference("body", .body, document, bodyHeadline(of: actual))
    }

    private func difference(_ path: String, _ kind: Difference.Kind, _ expected: String, _ actual: String) -> Difference
    {
        Difference(path: path, kind: kind, expected: expected, actual: actual, severity: .error)
    }

    /// `400 ValidationError: message`, `200 SendEmailResponse`, `500 text/html: not well-formed at line 3`.
    public func headline(of answer: Answer) -> String {
        TreeText.capped("\(answer.status) \(bodyHeadline(of: answer))", at: Self.longestHeadline)
    }

    private func bodyHeadline(of answer: Answer) -> String {
        TreeText.capped(content(of: answer), at: Self.longestHeadline)
    }

    private func content(of answer: Answer) -> String {
        let type = answer.header("Content-Type").map(Answer.mediaType) ?? "no Content-Type"
        if type == "text/html", answer.tree?.kind ?? .element == .element, answer.tree?.name != "ErrorResponse" {
            return "text/html page"
        }
        if operation?.api == .v2, let code = answer.errorTypeInHeader {
            return answer.errorMessage(.v2).map { "\(code): \($0)" } ?? code
        }
        guard let tree = answer.tree else { return "\(type): \(answer.problem ?? "no document")" }
        let parts = [tree.descendant("Error") ?? tree.descendant("Errors.Error") ?? tree]
        let code = parts.lazy.compactMap { $0.child("Code") ?? $0.child("code") ?? $0.child("__type") }.first?.text
        let message = parts.lazy.compactMap { $0.child("Message") ?? $0.child("message") }.first?.text
        if tree.name == "ErrorResponse", let code { return message.map { "\(code): \($0)" } ?? code }
        let root = tree.kind == .element ? tree.name : "\(tree.kind)"
        let told = [code, message].compactMap { $0 }.joined(separator: ": ")
        let head = tree.kind == .element && tree.name.hasSuffix("Response") ? root : "\(type), \(root)"
        return told.isEmpty ? head : "\(head): \(told)"
    }
}
