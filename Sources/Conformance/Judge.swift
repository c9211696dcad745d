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

        var fails: Bool { findings.contains { $0.difference.severity == .error } }
    }

    func judge(_ step: Step, _ answer: Answer, paging: [Difference], resolver: inout Resolver) -> Verdict {
        let goldens = context.goldens[`case`.id]?[step.name] ?? []
        guard !goldens.isEmpty else { return Verdict(findings: [], golden: nil, rests: false) }
        for golden in goldens { resolver.learnNames(golden.tree) }
        let comparer = context.comparer(
            of: step.operation, `case`.api, own: resolver.prefix, strictEnvelope: `case`.scope != .everything)
        let expected = goldens.map { ExpectedAnswer(status: $0.status, contentType: $0.contentType, tree: $0.tree) }
        let (index, compared) = comparer.compareBest(
            of: expected, actual: withoutToken(answer, step, goldens), bindings: &resolver.bindings)
        let golden = goldens[index]
        let differences = (compared + paging).map { difference in
            let isElsewhere = `case`.scope == .envelope && !Judge.isEnvelope(difference, step)
            return isElsewhere ? difference.graded(min(difference.severity, .warning)) : difference
        }
        let isBinding = golden.provenance.isBinding
        let graded = isBinding ? differences : differences.map { $0.graded(.note) }
        let findings = graded.map { finding($0, step, golden) }
        let lowered = !isBinding && differences.contains { $0.severity == .error }
        return Verdict(findings: findings, golden: golden, rests: lowered)
    }

    /// Whether a difference lies outside the operation's result.
    private static func isEnvelope(_ difference: Difference, _ step: Step) -> Bool {
        switch difference.kind {
        case .code, .wording, .paging: false
        case .header, .namespace, .body, .status, .accepted, .rejected: true
        default: !difference.path.contains("/\(step.operation)Result/")
        }
    }

    /// A single page of a list may be followed by another: the token is the account's affair.
    private func withoutToken(_ answer: Answer, _ step: Step, _ goldens: [Golden]) -> Answer {
        guard step.paging == nil, let pages = context.operation(`case`.api, step.operation)?.pages,
            !goldens.contains(where: { $0.tree.descendant("\(step.operation)Result.\(pages.token)") != nil })
        else { return answer }
        var answer = answer
        let place = answer.tree?.children.firstIndex { $0.name == "\(step.operation)Result" }
        if let place { answer.tree?.children[place].children.removeAll { $0.name == pages.token && !$0.text.isEmpty } }
        return answer
    }

    /// The finding for a step to which no answer came.
    func silence(_ step: Step, _ error: EndpointError) -> Finding {
        let golden = context.goldens[`case`.id]?[step.name]?.first
        let expected = golden.map { "\($0.status) \($0.tree.name)" } ?? "an answer"
        let difference = Difference(
            path: "answer", kind: .body, expected: expected, actual: error.description, severity: .error)
        return Finding(
            step: step.name, difference: difference,
            cause: Cause(id: "no-answer", title: "no answer from an operation that is supported"),
            golden: golden.map { "\($0.id).xml" } ?? "")
    }

    private func finding(_ difference: Difference, _ step: Step, _ golden: Golden) -> Finding {
        let owner = Cause.owner(
            of: difference.path, in: context.operation(`case`.api, step.operation),
            context.catalog.structures(`case`.api))
        return Finding(
            step: step.name, difference: difference,
            cause: Cause(of: difference, in: `case`, owner: owner), golden: "\(golden.id).xml")
    }
}
