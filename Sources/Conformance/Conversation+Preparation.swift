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

    /// Status line, headers and body of an answer, at most 64 KiB.
    static func text(of response: HTTPResponse) -> String {
        let headers = response.headers.map { "\($0.name): \($0.value)\n" }.joined()
        let body = String(decoding: response.body.prefix(65_536), as: UTF8.self)
        return "\(response.status)\n\(headers)\n\(body)"
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
