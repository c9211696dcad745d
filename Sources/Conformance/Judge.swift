import Diff
import Golden
import SpecModel
import Wire

/// Holds the answer to one judged step against its goldens.
struct Judge: Sendable {
    let context: RunContext
    let `case`: Case

    struct Verdict: Sendable {
        let findings: [Finding]
        /// The golden that came closest.
        let golden: Golden?
        /// Whether every error was lowered because nothing binding stands behind the golden.
        let rests: Bool
        /// Whether nothing shows that the answer is one of the operation's: a body of v2 is known by its members alone.
        var isAnothers: Bool = false

        var fails: Bool { findings.contains { $0.difference.severity == .error } }
    }

    func judge(
        _ step: Step, _ answer: Answer, after prelude: Conversation.Prelude, resolver: inout Resolver
    ) -> Verdict {
        let goldens = context.goldens[`case`.id]?[step.name] ?? []
        let statuses = step.expectation.statuses
        if statuses.contains(answer.status) || goldens.isEmpty {
            return Verdict(findings: wrongStatus(answer, step, statuses), golden: nil, rests: false)
        }
        for golden in goldens { resolver.learnNames(golden.tree) }
        let comparer = context.comparer(
            of: step.operation, step.api(in: `case`.api), own: resolver.prefix,
            strictEnvelope: `case`.scope.isStrict)
        let (golden, compared) = nearest(goldens, answer, step, comparer, &resolver)
        let earlier = prelude.earlier.flatMap { answer in
            comparer.compareBest(
                of: goldens.map { partial($0.expected, of: step) }, actual: withoutToken(answer, step, goldens),
                bindings: &resolver.bindings
            ).differences
        }
        let all = compared + prelude.paging + earlier + repeatedID(prelude.earlier + [answer])
        let differences = all.withoutRepetitions.map { difference in
            let isElsewhere =
                `case`.scope == .envelope && !isEnvelope(difference, step)
                // What headers an answer has to a request as libraries send it is for other cases, too.
                || `case`.needs.contains(.plainHTTP) && difference.kind == .header
            return isElsewhere ? difference.graded(min(difference.severity, .warning)) : difference
        }
        let isBinding = golden.provenance.isBinding
        let graded = isBinding ? differences : differences.map { $0.graded(.note) }
        let findings = graded.map { finding($0, step, golden) }
        let lowered = !isBinding && differences.contains { $0.severity == .error }
        let isAnothers =
            golden.isSuccess && golden.id.api == .v2 && `case`.scope == .envelope
            && all.contains { $0.severity == .error && !isEnvelope($0, step) }
        return Verdict(findings: findings, golden: golden, rests: lowered, isAnothers: isAnothers)
    }

    /// The golden that an answer comes closest to, and what differs.
    ///
    /// To some requests a success that tells of a failure is as right as an error. Where it tells of none, the request
    /// that should have been refused was accepted, and that is what is said.
    private func nearest(
        _ goldens: [Golden], _ answer: Answer, _ step: Step, _ comparer: AnswerComparer, _ resolver: inout Resolver
    ) -> (golden: Golden, differences: [Difference]) {
        let actual = withoutToken(answer, step, goldens)
        let known = resolver.bindings
        let (index, differences) = comparer.compareBest(
            of: goldens.map(\.expected), actual: actual, bindings: &resolver.bindings)
        let refusals = goldens.filter { !$0.isSuccess }
        guard `case`.isNegative, goldens[index].isSuccess, !refusals.isEmpty,
            differences.contains(where: { $0.severity == .error })
        else { return (goldens[index], differences) }
        resolver.bindings = known
        let (other, told) = comparer.compareBest(
            of: refusals.map(\.expected), actual: actual, bindings: &resolver.bindings)
        return (refusals[other], told)
    }

    /// Whether a difference lies outside the operation's result.
    private func isEnvelope(_ difference: Difference, _ step: Step) -> Bool {
        switch difference.kind {
        case .code, .wording, .paging: return false
        case .header, .namespace, .body, .status, .accepted, .rejected: return true
        default:
            let result = step.api(in: `case`.api).resultPath(of: step.operation).joined(separator: "/")
            return !difference.path.hasPrefix(result + "/")
        }
    }

    /// What a page before the last must be but for its members, which are judged with those of the last.
    private func partial(_ expected: ExpectedAnswer, of step: Step) -> ExpectedAnswer {
        let api = step.api(in: `case`.api)
        guard step.paging != nil, let pages = context.operation(api, step.operation)?.pages else { return expected }
        var expected = expected
        expected.tree = expected.tree.changingResult(of: step.operation, api) { $0.emptied(pages.items) }
        return expected
    }

    /// Answers that have the same id: each request has its own.
    private func repeatedID(_ answers: [Answer]) -> [Difference] {
        var seen: Set<String> = []
        let ids = answers.compactMap { $0.header("x-amzn-RequestId") }
        guard let id = ids.first(where: { !seen.insert($0).inserted }) else { return [] }
        return [
            Difference(
                path: "header x-amzn-RequestId", kind: .identity, expected: "another id for each request", actual: id,
                severity: `case`.scope.isStrict ? .error : .warning)
        ]
    }

    /// A single page of a list may be followed by another: the token is the account's affair.
    private func withoutToken(_ answer: Answer, _ step: Step, _ goldens: [Golden]) -> Answer {
        let api = step.api(in: `case`.api)
        guard step.paging == nil, let pages = context.operation(api, step.operation)?.pages,
            !goldens.contains(where: { $0.tree.result(of: step.operation, api)?.child(pages.token) != nil })
        else { return answer }
        var answer = answer
        answer.tree = answer.tree?.changingResult(of: step.operation, api) { result in
            var result = result
            result.children.removeAll { $0.name == pages.token && !$0.text.isEmpty && $0.kind != .null }
            return result
        }
        return answer
    }

    /// What is wrong with an answer of which HTTP demands nothing but its status.
    private func wrongStatus(_ answer: Answer, _ step: Step, _ statuses: [Int]) -> [Finding] {
        guard !statuses.isEmpty, !statuses.contains(answer.status) else { return [] }
        let expected = statuses.map(String.init).joined(separator: " or ")
        let difference = Difference(
            path: "status", kind: 200..<300 ~= answer.status ? .accepted : .status, expected: expected,
            actual: String(answer.status), severity: .error)
        return [
            Finding(
                step: step.name, difference: difference, cause: Cause(of: difference, in: `case`, owner: nil),
                golden: "")
        ]
    }

    /// The finding for a step to which no answer came.
    func silence(_ step: Step, _ error: EndpointError) -> Finding {
        let golden = context.goldens[`case`.id]?[step.name]?.first
        let expected = golden.map(\.expected.headline) ?? "an answer"
        let difference = Difference(
            path: "answer", kind: .body, expected: expected, actual: error.description, severity: .error)
        return Finding(
            step: step.name, difference: difference,
            cause: Cause(id: "no-answer", title: "no answer from an operation that is supported"),
            golden: golden.map { GoldenStore.relativePath(of: $0.id) } ?? "")
    }

    private func finding(_ difference: Difference, _ step: Step, _ golden: Golden) -> Finding {
        let api = step.api(in: `case`.api)
        let owner = Cause.owner(
            of: difference.path, in: context.operation(api, step.operation), context.catalog.structures(api))
        return Finding(
            step: step.name, difference: difference,
            cause: Cause(of: difference, in: `case`, owner: owner), golden: GoldenStore.relativePath(of: golden.id))
    }
}

extension Judge {
    /// What shows that a service is at fault, whatever it was asked: a server error, or an answer that is neither a
    /// success of the operation nor a refusal in the API's own form; nil where nothing does.
    func unsoundness(of answer: Answer, to step: Step) -> Finding? {
        let api = step.api(in: `case`.api)
        guard !answer.isSuccess(of: step.operation, api), !answer.isRefusal(api) else { return nil }
        let comparer = context.comparer(of: step.operation, api, own: "", strictEnvelope: false)
        let isRightStatus = 200..<300 ~= answer.status || 400..<500 ~= answer.status
        let difference = Difference(
            path: isRightStatus ? "body" : "status", kind: isRightStatus ? .body : .status,
            expected: "a success of \(step.operation), or a refusal in the API's own form",
            actual: comparer.headline(of: answer), severity: .error)
        return Finding(
            step: step.name, difference: difference, cause: Cause(of: difference, in: `case`, owner: nil), golden: "")
    }
}
