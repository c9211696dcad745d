import SpecModel
import Wire

/// What is different about answers in JSON: their errors have no document of their own, and their bodies no name.
extension AnswerComparer {
    /// An expected answer and a received one in the form that the walk goes through.
    ///
    /// An error without a body is one without a message: its type is in a header.
    func laidOut(_ expected: ExpectedAnswer, _ actual: Answer) -> (ExpectedAnswer, Answer) {
        guard expected.isJSON else { return (expected, actual) }
        let layout = JSONLayout(structures: structures)
        var (wanted, received) = (expected, actual)
        let success = operation.map { $0.api.resultPath(of: $0.name)[0] } ?? "Response"
        wanted.tree = layout.laidOut(
            expected.tree, as: expected.isSuccess ? success : Self.error,
            members: expected.isSuccess ? operation?.result ?? [] : [])
        if received.tree == nil, received.problem == WireError.emptyDocument.description,
            received.errorTypeInHeader != nil
        {
            received.tree = Tree("", kind: .object)
        }
        let isSuccess = 200..<300 ~= actual.status
        received.tree = received.tree.map {
            layout.laidOut(
                $0, as: isSuccess ? success : Self.error, members: isSuccess ? operation?.result ?? [] : [])
        }
        return (wanted, received)
    }

    /// What paths call the document of an error, which has no name of its own.
    private static let error = "error"

    /// Compares an error: its type, which the header names, and its message.
    func compareJSONError(_ expected: ExpectedAnswer, _ actual: Answer, _ tree: Tree, _ walker: inout TreeWalker) {
        compareErrorType(expected, actual, &walker)
        // A client that reads either of them has the error; its message is but shown.
        for name in ["message", "Message"] {
            let same = tree.children.filter { $0.name == name }
            guard same.count > 1 else { continue }
            walker.report(.duplicate, at: name, expected: nil, actual: walker.contents(of: same), .warning)
        }
        let received = actual.errorMessageInBody
        if let wanted = expected.tree.child("message") {
            walker.compareMessage(wanted, received)
        }
        let severity: Severity = strictEnvelope ? .error : .note
        for child in tree.children where !["message", "Message"].contains(child.name) {
            // The type once more does nobody harm, unless it is another one.
            let isType = Answer.errorTypeMembers.contains(child.name)
            let isRead = isType && child == actual.errorTypeMember
            if isRead, let type = actual.errorTypeInHeader, type != actual.errorTypeInBody {
                walker.report(.value, at: child.name, expected: type, actual: child.text, .warning)
                continue
            }
            walker.report(
                .unexpected, at: child.name, expected: nil, actual: TreeText.content(of: child),
                isType ? .note : severity)
        }
    }

    private func compareErrorType(_ expected: ExpectedAnswer, _ actual: Answer, _ walker: inout TreeWalker) {
        let wanted = expected.errorType ?? ""
        let path = walker.path
        walker.path = []
        defer { walker.path = path }
        let place = "header \(Answer.errorTypeHeader)"
        guard let type = actual.errorCode(.v2) else {
            walker.report(.missing, at: place, expected: wanted, actual: nil, .error)
            return
        }
        if actual.errorTypeInHeader == nil {
            walker.report(.header, at: place, expected: wanted, actual: "in the body: \(type)", envelopeSeverity)
        }
        if case .different = walker.match(wanted, type) {
            walker.report(.code, at: place, expected: wanted, actual: type, .error)
        }
    }
}

extension TreeWalker {
    /// Compares the wording of an error; none at all is what a null says, too, which the service itself may send.
    ///
    /// Source: truth, wire format section 2.
    fileprivate mutating func compareMessage(_ expected: Tree, _ actual: Tree?) {
        guard let actual else {
            report(.missing, at: expected.name, expected: expected.text, actual: nil, .warning)
            return
        }
        guard actual.kind != .null || Template(expected.text).soleName?.kind != "any" else { return }
        guard actual.kind == .string || actual.kind == .null else {
            let content = TreeText.content(of: actual)
            report(.type, at: actual.name, expected: expected.text, actual: "\(actual.kind) \(content)", .warning)
            return
        }
        if case .different = match(expected.text, actual.text) {
            report(.wording, at: actual.name, expected: expected.text, actual: actual.text, .warning)
        }
    }
}
