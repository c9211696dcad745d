import Diff
import SpecModel
import Wire

extension Conversation {
    /// Sends a step that must succeed; why it did not, if it did not.
    ///
    /// - Parameter timeout: for each exchange; nil for the run's own.
    mutating func prepare(_ step: Step, case: Case?, timeout: Duration? = nil) async -> String? {
        switch await send(step, timeout: timeout) {
        case .silence(let error):
            return "\(step.operation): \(error)"
        case .answer(let answer, let response, _):
            if case .result(let fields, let evidence) = step.expectation {
                return mismatch(step, fields, evidence, answer)
            }
            if case .ignored = step.expectation { return nil }
            let api = step.api(in: api)
            let isRight =
                if case .failure = step.expectation {
                    400..<500 ~= answer.status
                } else {
                    answer.isSuccess(of: step.operation, api)
                }
            return isRight ? nil : "\(step.operation) answered \(SupportDecision.summary(answer, response, api))"
        }
    }

    /// How an answer to a step of the setup differs from what the case rests on.
    private mutating func mismatch(_ step: Step, _ fields: Fields, _ evidence: Evidence, _ answer: Answer) -> String? {
        let api = step.api(in: api)
        let composer = GoldenComposer(catalog: context.catalog)
        let tree = composer.success(step.operation, fields, api)
        resolver.learnNames(tree)
        let comparer = context.comparer(of: step.operation, api, own: resolver.prefix, strictEnvelope: false)
        let expected = ExpectedAnswer(status: 200, contentType: api.mediaType, tree: tree)
        let (_, differences) = comparer.compareBest(of: [expected], actual: answer, bindings: &resolver.bindings)
        guard let worst = differences.first(where: { $0.matters }) else { return nil }
        return "\(step.operation) at \(worst.path): expected \(worst.expected ?? "nothing"), "
            + "got \(worst.actual ?? "nothing")"
    }

    /// Status line, headers and the beginning of the body of an answer.
    static func text(of response: HTTPResponse) -> String {
        let headers = response.headers.map { "\($0.name): \($0.value)\n" }.joined()
        let body = String(decoding: response.body, as: UTF8.self)
        return "\(response.status)\n\(TreeText.capped(headers, at: 4_096))\n\(body)"
    }
}

extension Difference {
    /// Whether a case can't rest on an answer that differs so.
    ///
    /// What a setup is to show is that a thing is there, with the values that count: what the answer says beside,
    /// or leaves out of the thing's details, is for other cases to judge.
    fileprivate var matters: Bool {
        guard severity == .error, kind != .header, kind != .unexpected || path.hasSuffix("[+]") else { return false }
        let isDetail = kind == .missing && !path.hasSuffix("]") && path.contains("[")
        return !isDetail
    }
}

extension HTTPResponse {
    /// The most bytes of a body that are kept once it is read: a run keeps the answers to thousands of requests.
    private static let kept = 16_384

    /// The answer without the most of a long body.
    var beginning: HTTPResponse {
        guard body.count > HTTPResponse.kept else { return self }
        var short = self
        // An array of its own, so that the whole can go.
        short.body = Array(body.prefix(HTTPResponse.kept)) + Array("… and \(body.count - HTTPResponse.kept) bytes".utf8)
        return short
    }
}

extension Tree {
    /// The text at a dotted path, list members as `member.2`.
    func leafText(at path: String) -> String? {
        var current = self
        var parts = path.split(separator: ".").map(String.init)[...]
        while let part = parts.popFirst() {
            if part == "member", let index = parts.popFirst().flatMap({ Int($0) }) {
                guard current.children.indices.contains(index - 1) else { return nil }
                current = current.children[index - 1]
            } else {
                guard let child = current.child(part) else { return nil }
                current = child
            }
        }
        return current.text
    }
}
