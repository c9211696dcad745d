import SpecModel
import Wire

extension AnswerComparer {
    /// The namespace that answers from before any service have: seen for unknown actions and malformed queries.
    ///
    /// Source: truth entry "unknown action"; n8n-io/n8n#1442.
    private static let genericNamespace = "http://webservices.amazon.com/AWSFault/2005-15-09"
    private static let genericCodes: Set<String> = ["InvalidAction", "MalformedQueryString"]

    /// Compares the namespaces of the whole answer and tells of the first that is wrong.
    func compareNamespaces(_ expected: Tree, _ actual: Tree, _ walker: inout TreeWalker) {
        let wanted = expected.namespace ?? API.namespace
        var right = [wanted]
        if let code = actual.descendant("Error.Code")?.text, Self.genericCodes.contains(code) {
            right.append(Self.genericNamespace)
        }
        guard let root = right.first(where: { $0 == actual.namespace }) else {
            walker.report(.namespace, at: actual.name, expected: wanted, actual: actual.namespace, envelopeSeverity)
            return
        }
        guard let stray = stray(in: actual, namespace: root) else { return }
        let path = ([actual.name] + stray.path).joined(separator: "/")
        walker.report(.namespace, at: path, expected: root, actual: stray.namespace, envelopeSeverity)
    }

    private func stray(in tree: Tree, namespace: String) -> (path: [String], namespace: String?)? {
        for child in tree.children {
            if child.namespace != namespace { return ([child.name], child.namespace) }
            if let found = stray(in: child, namespace: namespace) {
                return ([child.name] + found.path, found.namespace)
            }
        }
        return nil
    }

    /// Compares the headers that belong to the wire format.
    func compareHeaders(_ expected: ExpectedAnswer, _ actual: Answer, _ walker: inout TreeWalker) {
        if !expected.contentType.isEmpty {
            let received = actual.header("Content-Type")
            let type = received.map(Answer.mediaType)
            if type != Answer.mediaType(expected.contentType) {
                let severity = severity(of: type, expected)
                walker.report(
                    .header, at: "header Content-Type", expected: expected.contentType, actual: received, severity)
            }
        }
        let requestID = expected.isJSON ? nil : requestID(in: actual)
        let header = actual.header("x-amzn-RequestId")
        if header == nil || (requestID.map { $0 != header } ?? false) {
            walker.report(
                .header, at: "header x-amzn-RequestId", expected: requestID ?? "⟦request-id⟧", actual: header,
                envelopeSeverity)
        }
    }

    /// How grave it is that an answer is sent as another type than its own.
    private func severity(of type: String?, _ expected: ExpectedAnswer) -> Severity {
        // Nobody takes a page for a result; but an error is told by its status and its type first.
        if expected.isJSON, expected.isSuccess, type == "text/html" { return .error }
        // Other names of the same format.
        let isSameFormat = expected.isJSON ? type?.hasPrefix("application/x-amz-json-") : type == "application/xml"
        return isSameFormat == true ? .note : envelopeSeverity
    }

    /// The id in the body, wherever it stands.
    private func requestID(in answer: Answer) -> String? {
        let tree = answer.tree
        let found = tree?.descendant("ResponseMetadata.RequestId") ?? tree?.child("RequestId")
        return found.flatMap { $0.text.isEmpty ? nil : $0.text }
    }
}
