import Diff
import SpecModel
import Wire

/// Finds, after a run, for the smallest case of each cause the smallest request that still fails for that cause.
///
/// Only derived cases are made smaller: what a scenario does step by step can't be told from its requests. Outcomes
/// and numbers stay what they are.
struct Shrinker: Sendable {
    let context: RunContext

    /// A failed case, and a difference for each cause that it is the smallest of: what its smaller requests must show.
    private struct Target: Sendable {
        let derivation: Rederivation
        var findings: [Finding]
    }

    /// What was found for the chosen cases, by id.
    ///
    /// - Parameter all: whether a case that is the smallest of several causes is made smaller for each: which of
    ///   them count is not known before the other shards' cases are.
    func shrink(_ results: [CaseResult], all: Bool) async -> [String: [ShrunkRequest]] {
        var targets: [Target] = []
        for (place, findings) in Self.targets(results, context.cases) {
            guard let origin = context.cases[results[place].id], let derivation = Rederivation(origin, context.catalog)
            else { continue }
            targets.append(Target(derivation: derivation, findings: all ? findings : Array(findings.prefix(1))))
        }
        let found = await JobPool(jobs: context.options.jobs).map(targets, alone: { _ in false }, work: smallest)
        var requests: [String: [ShrunkRequest]] = [:]
        for (target, found) in zip(targets, found) { requests[target.derivation.origin.id] = found }
        return requests
    }

    /// Shrinks one after the other: the requests of one case go by the same names.
    private func smallest(_ target: Target) async -> [ShrunkRequest] {
        var requests: [ShrunkRequest] = []
        for finding in target.findings {
            var shrinking = CaseShrinking(context: context, derivation: target.derivation, finding: finding)
            if let request = await shrinking.smallest() { requests.append(request) }
        }
        return requests
    }

    /// The places of the cases with the smallest request of each cause, with their causes in order, each as the
    /// finding that shows it; the same ones however many jobs and shards there were.
    static func targets(_ results: [CaseResult], _ cases: CaseCatalog) -> [(place: Int, findings: [Finding])] {
        var chosen: [String: (effort: [Int], place: Int, finding: Finding)] = [:]
        for (place, result) in results.enumerated() where result.outcome == .failed {
            guard let origin = cases[result.id] else { continue }
            let effort = [origin.setup.count, Value.fields(origin.steps[0].input.fields).leaves(at: "").count, place]
            for finding in result.findings where finding.difference.severity == .error && !finding.isSilence {
                if let known = chosen[finding.cause.id], !effort.lexicographicallyPrecedes(known.effort) { continue }
                chosen[finding.cause.id] = (effort, place, finding)
            }
        }
        let byPlace = Dictionary(grouping: chosen.sorted { $0.key < $1.key }.map(\.value), by: \.place)
        return byPlace.sorted { $0.key < $1.key }.map { ($0.key, $0.value.map(\.finding)) }
    }
}

/// Makes one case's request smaller, step by step.
struct CaseShrinking: Sendable {
    private let context: RunContext
    private let derivation: Rederivation
    private let finding: Finding
    private var sent = 0
    private var attempts = 0
    private var reductions: [Reduction] = []
    private var curl: String?

    init(context: RunContext, derivation: Rederivation, finding: Finding) {
        self.context = context
        self.derivation = derivation
        self.finding = finding
    }

    /// nil where nothing smaller fails in the same way.
    mutating func smallest() async -> ShrunkRequest? {
        guard derivation.knowsResults || finding.isRefusal else { return nil }
        var tried: Set<Reduction> = []
        while true {
            let next = derivation.reducible.steps(in: input).filter { tried.insert($0).inserted }
            if next.isEmpty { break }
            await take(next[...])
        }
        if !finding.isAboutWholeAnswer || derivation.origin.label != nil {
            for path in derivation.cuttable {
                if let usual = derivation.usual(at: path), await fails(reductions + [.cut(path, to: usual)]) {
                    continue
                }
                await cut(path)
            }
        }
        guard let curl else { return nil }
        return ShrunkRequest(cause: finding.cause.id, changes: reductions.map(\.words), curl: curl)
    }

    /// The request as small as it is by now.
    private var input: Fields { reductions.apply(to: derivation.origin.steps[0].input) }

    /// Takes as many of the steps as it can: all at once, or else each half by itself.
    private mutating func take(_ steps: ArraySlice<Reduction>) async {
        if await fails(reductions + steps) { return }
        guard steps.count > 1 else { return }
        let middle = steps.startIndex + steps.count / 2
        await take(steps[..<middle])
        await take(steps[middle...])
    }

    /// Cuts a text in halves as long as one of them is answered as wrongly as the whole.
    private mutating func cut(_ path: String) async {
        guard case .text(let text)? = input.value(at: path) else { return }
        let rest = reductions.filter { $0.path != path }
        for half in derivation.reducible.halves(of: text, at: path) {
            if await fails(rest + [.cut(path, to: half)]) { return await cut(path) }
        }
    }

    /// Whether a smaller request fails as the case did; if it does, it is the one to go on from.
    private mutating func fails(_ reductions: [Reduction]) async -> Bool {
        guard sent < derivation.mostRequests, !context.observer.isInterrupted, context.liveness.lost == nil else {
            return false
        }
        attempts += 1
        let smaller = derivation.case(by: reductions)
        var context = context
        if let goldens = derivation.goldens(of: smaller) { context.goldens[smaller.id] = goldens }
        var run = CaseRun(context: context, case: smaller, variant: "x\(attempts)-")
        let result = await run.executeToTheEnd().result
        sent += run.conversation.sent.count
        guard result.outcome == .failed, result.findings.contains(where: { isSame($0, run.conversation) }),
            await controlIsAccepted(of: smaller)
        else { return false }
        self.reductions = reductions
        curl = result.exchanges.first { $0.step == finding.step }?.curl
        return true
    }

    private func isSame(_ other: Finding, _ conversation: Conversation) -> Bool {
        let one = finding.difference
        let two = other.difference
        guard other.cause == finding.cause, other.step == finding.step, one.path == two.path, one.kind == two.kind,
            two.severity == .error
        else { return false }
        guard finding.isAboutWholeAnswer else { return true }
        let own = Conversation(context: context, case: derivation.origin).resolver.prefix
        return one.expected == two.expected
            && one.actual == two.actual?.replacing(conversation.resolver.prefix, with: own)
    }

    /// That a request is not refused shows nothing unless the same one is accepted with the one thing right.
    private mutating func controlIsAccepted(of smaller: Case) async -> Bool {
        guard let control = smaller.control else { return true }
        sent += control.setup.count + 1 + control.cleanup.count
        let label = "x\(attempts)-c-" + context.cases.label(of: smaller.id)
        if case .accepted = await ControlStage.result(of: control, label: label, context) {
            return true
        }
        return false
    }
}

extension Finding {
    /// Whether the difference is that there was no answer: asking again takes as long again.
    fileprivate var isSilence: Bool { cause.id == "no-answer" }

    fileprivate var isRefusal: Bool { difference.kind == .rejected }

    /// Whether the endpoint took the request otherwise than it should, whatever it answered in detail.
    fileprivate var isAboutWholeAnswer: Bool {
        [.accepted, .rejected, .status, .code].contains(difference.kind)
    }
}
