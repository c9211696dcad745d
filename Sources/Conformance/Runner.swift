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
        var context = RunContext(
            options: options, endpoint: endpoint, catalog: catalog, cases: cases, observer: observer,
            pace: Pace(rate: options.rate), answered: Guarded(0), goldens: try goldens(of: selection))
        try await greet(context)
        var keeper = await NeedStage(selection: selection).run(&context)
        await SupportStage(selection: selection).run(&context)
        await ControlStage(selection: selection).run(&context)
        let results = await run(selection, context)
        await keeper.cleanUp()
        return RunResult(
            endpoint: options.endpointName, isEmbedded: options.isEmbedded, run: options.run, started: started,
            duration: Date().timeIntervalSince(started), exchanges: context.answered.withLock { $0 },
            toolVersion: options.toolVersion, cases: results,
            support: context.support.values.sorted { ($0.api, $0.operation) < ($1.api, $1.operation) },
            remarks: context.remarks, wasInterrupted: observer.isInterrupted)
    }

    /// Reads every golden before anything is sent, so that a malformed one costs nothing.
    private func goldens(of selection: [Case]) throws(RunError) -> [String: [String: [Golden]]] {
        var result: [String: [String: [Golden]]] = [:]
        for `case` in selection {
            for step in `case`.judged where step.expectation.hasGolden {
                let found: [Golden]
                do {
                    found = try store.load(`case`.id, step: step.name)
                } catch {
                    throw .golden("\(error)")
                }
                guard !found.isEmpty else {
                    let id = GoldenID(caseID: `case`.id, step: step.name)
                    throw .golden("no golden \(id).xml; write it with: ses-conformance record '\(`case`.id)'")
                }
                result[`case`.id, default: [:]][step.name] = found
            }
        }
        return result
    }

    /// One harmless request, to find out whether anybody is there.
    private func greet(_ context: RunContext) async throws(RunError) {
        var conversation = Conversation(context: context, api: .v1, label: "hello")
        let reply = await conversation.send(
            Step("", "GetSendQuota", expect: .ignored), timeout: max(options.supportTimeout, options.timeout))
        if case .silence(.unreachable(let reason)) = reply { throw .unreachable(reason) }
    }

    private func run(_ selection: [Case], _ context: RunContext) async -> [CaseResult] {
        context.observer.began("cases", count: selection.count)
        let endings = await JobPool(jobs: options.jobs).map(selection, alone: \.accountWide) { `case` in
            guard !context.observer.isInterrupted else { return CaseRun.Ending?.none }
            var run = CaseRun(context: context, case: `case`)
            let ending = await run.execute()
            context.observer.finished(ending.result)
            return ending
        }
        return Witnesses.settle(endings.compactMap { $0 })
    }
}

extension RunContext {
    /// What every report says once.
    var remarks: [String] {
        unmet.sorted { $0.key.rawValue < $1.key.rawValue }.map { need, reason in
            "cases that need \(need.rawValue) were not run: \(reason)"
        }
    }
}

extension Expectation {
    /// Whether the answer is held against a file.
    var hasGolden: Bool {
        switch self {
        case .result, .failure, .anyOf, .modelled: true
        case .accepted, .ignored, .observed: false
        }
    }
}

/// Settles the positives that show nothing by themselves.
///
/// A success without a result whose effect nothing could read back passes only if one of the
/// operation's negatives was refused in the same run: else a server that always says 200 would pass.
enum Witnesses {
    static func settle(_ endings: [CaseRun.Ending]) -> [CaseResult] {
        let refused = Set(endings.filter { isRefusedNegative($0.result) }.map { key($0.result) })
        return endings.map { ending in
            var result = ending.result
            if ending.needsWitness, !refused.contains(key(result)) {
                result.outcome = .blocked
                result.reason = "its effect could not be read back, and no negative of \(result.operation) "
                    + "was refused in this run"
            }
            return result
        }
    }

    private static func isRefusedNegative(_ result: CaseResult) -> Bool {
        result.outcome == .passed && negativeRules.contains(result.rule)
    }

    /// Rules whose cases may be negatives, told by their names.
    private static let negativeRules: Set<String> = [
        "missing-required", "outside-enumeration", "declared-error", "wrong-type", "pattern", "member-rule",
    ]

    private static func key(_ result: CaseResult) -> String { "\(result.api.rawValue)/\(result.operation)" }
}
