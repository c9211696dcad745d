import Diff
import Foundation
import Golden
import SpecCatalog
import SpecModel
import Wire

/// Runs cases against an endpoint, in stages: what it offers, what it knows, controls, cases.
public struct Runner: Sendable {
    private let options: RunOptions
    private let endpoint: any Endpoint
    private let catalog: Catalog
    private let cases: CaseCatalog
    private let store: GoldenStore

    public init(
        options: RunOptions, endpoint: any Endpoint, catalog: Catalog, cases: CaseCatalog, store: GoldenStore
    ) {
        self.options = options
        self.endpoint = endpoint
        self.catalog = catalog
        self.cases = cases
        self.store = store
    }

    /// Runs the selected cases and cleans up after each, also when interrupted.
    ///
    /// - Throws: ``RunError`` where a golden is missing or malformed, or nobody is at the endpoint.
    public func run(_ selection: [Case], observer: any RunObserver) async throws(RunError) -> RunResult {
        let started = Date()
        var context = try await makeContext(selection, observer)
        let chosen = options.shard?.part(of: selection) ?? selection
        var conclusion: Conclusion
        if let reason = try await Greeting(selection: context.allowed(selection)).run(context) {
            conclusion = Conclusion(cases: chosen.map { CaseResult(broken: $0, reason) })
        } else {
            conclusion = await run(chosen, of: selection, &context)
        }
        var result = RunResult(
            endpoint: options.endpointName, isEmbedded: options.isEmbedded, run: options.run, started: started,
            duration: Date().timeIntervalSince(started), exchanges: conclusion.exchanges,
            toolVersion: options.toolVersion, cases: conclusion.cases,
            support: context.support.values.sorted { ($0.api, $0.operation) < ($1.api, $1.operation) },
            remarks: context.remarks + RunResult.remarks(on: conclusion.cases) + [conclusion.stop].compactMap { $0 },
            wasInterrupted: observer.isInterrupted || conclusion.stop != nil)
        result.shard = options.shard.map { context.record(of: $0, in: selection, conclusion.evidence) }
        return result
    }

    /// What came of the cases.
    private struct Conclusion {
        var cases: [CaseResult]
        var exchanges = 0
        var evidence: [String: ShardRecord.Evidence] = [:]
        var stop: String?
    }

    /// Runs some cases of a selection; what the endpoint offers and knows is asked for all of it, so that every part of
    /// a selection rests on the same.
    private func run(_ chosen: [Case], of selection: [Case], _ context: inout RunContext) async -> Conclusion {
        let offered = context.allowed(selection)
        context.isAsking = true
        var keeper = await NeedStage(selection: offered).run(&context)
        await SupportStage(selection: offered).run(&context)
        context.isAsking = false
        let (allowed, leftOut) = context.parted(chosen)
        await ControlStage(selection: offered, wanted: Set(allowed.map(\.id))).run(&context)
        var conclusion = await shrunk(await CaseStage(selection: allowed).run(context), context)
        conclusion.cases = (conclusion.cases + leftOut).sorted { $0.id < $1.id }
        await keeper.cleanUp()
        if let reason = context.speaksNothing {
            conclusion.cases = chosen.map { CaseResult(broken: $0, reason) }
            context.support = [:]
        }
        return conclusion
    }

    private func makeContext(
        _ selection: [Case], _ observer: any RunObserver
    ) async throws(RunError) -> RunContext {
        var context = RunContext(
            options: options, endpoint: options.isEmbedded ? endpoint : DisguisedEndpoint(endpoint, options.disguise),
            catalog: catalog, cases: cases, observer: observer, pace: Pace(rate: options.rate), answered: Guarded(0),
            liveness: Liveness(jobs: options.jobs), goldens: try goldens(of: selection))
        context.name()
        guard options.live != nil else { return context }
        var disguise = options.disguise
        await disguise.hideIdentities(of: context)
        context.endpoint = DisguisedEndpoint(endpoint, disguise)
        return context
    }

    /// What a run of these cases would do; nothing is sent.
    public func plan(_ selection: [Case]) -> RunPlan {
        let context = RunContext(
            options: options, endpoint: endpoint, catalog: catalog, cases: cases, observer: SilentObserver(),
            pace: Pace(rate: nil), answered: Guarded(0), liveness: Liveness(jobs: 1), goldens: [:])
        return RunPlan(selection, context)
    }

    /// Reads every golden before anything is sent, so that a malformed one costs nothing.
    private func goldens(of selection: [Case]) throws(RunError) -> [String: [String: [Golden]]] {
        // A case that is selected several times needs them once.
        let cases = Dictionary(selection.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ids = cases.keys.sorted()
        let found = ids.concurrentlyMapped { id in Result { () throws(RunError) in try goldens(of: cases[id]) } }
        var result: [String: [String: [Golden]]] = [:]
        for (id, goldens) in zip(ids, found) { result[id] = try goldens.get() }
        return result
    }

    /// By step.
    private func goldens(of case: Case?) throws(RunError) -> [String: [Golden]] {
        guard let `case` else { return [:] }
        var result: [String: [Golden]] = [:]
        for step in `case`.judged where step.expectation.hasGolden {
            let found: [Golden]
            do {
                found = try store.load(`case`.id, step: step.name, api: step.api)
            } catch {
                throw .golden("\(error)")
            }
            guard !found.isEmpty else {
                let id = GoldenID(caseID: `case`.id, step: step.name, api: step.api)
                let path = GoldenStore.relativePath(of: id)
                throw .golden("no golden \(path); write it with: ses-conformance record '\(`case`.id)'")
            }
            result[step.name] = found
        }
        return result
    }

    /// The results of the cases that were run, with smaller requests where they were asked for.
    private func shrunk(_ run: CaseStage.Conclusion, _ context: RunContext) async -> Conclusion {
        let settled = Witnesses(run.endings, accepted: context.acceptedOperations).settled
        var conclusion = Conclusion(
            cases: settled, exchanges: run.endings.reduce(0) { $0 + $1.exchanges }, stop: run.stop)
        var requests: [String: [ShrunkRequest]] = [:]
        if options.shrinks, context.speaksNothing == nil {
            requests = await Shrinker(context: context).shrink(settled, all: options.shard != nil)
            for index in settled.indices { conclusion.cases[index].shrunk = requests[settled[index].id]?.first }
        }
        for ending in run.endings {
            let shown = ending.result.outcome == .passed ? ending.shown : nil
            let shrunk = requests[ending.result.id] ?? []
            guard shown != nil || !shrunk.isEmpty else { continue }
            conclusion.evidence[ending.result.id] = ShardRecord.Evidence(shown: shown, shrunk: shrunk)
        }
        return conclusion
    }
}

extension RunContext {
    /// What every report says once.
    var remarks: [String] {
        let all = unmet.flatMap { api, needs in needs.map { (api: api, need: $0.key, reason: $0.value) } }
        let several = Set(support.values.map(\.api)).count > 1
        return all.sorted { ($0.need.rawValue, $0.api) < ($1.need.rawValue, $1.api) }.map { api, need, reason in
            let cases = several ? "cases of \(api.rawValue)" : "cases"
            return "\(cases) that need \(need.rawValue) were not run: \(reason)"
        }
    }
}

extension Expectation {
    /// Whether the answer is held against a file.
    var hasGolden: Bool {
        switch self {
        case .result, .failure, .modelled: true
        case .anyOf(let choices): choices.contains(where: \.hasGolden)
        case .accepted, .ignored, .observed, .status: false
        }
    }
}
