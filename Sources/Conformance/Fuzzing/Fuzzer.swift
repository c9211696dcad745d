import Diff
import Foundation
import Golden
import SpecCatalog
import SpecModel
import Wire

/// Sends random requests to an endpoint, and judges them as cases of a run.
///
/// Cases are derived one by one as they are run, so that their number costs no memory but for their results.
public struct Fuzzer: Sendable {
    private let options: RunOptions
    private let endpoint: any Endpoint
    private let catalog: Catalog
    private let cases: CaseCatalog
    private let fuzzing: FuzzCatalog

    /// What became of one random request.
    private struct Shot: Sendable {
        let ending: CaseRun.Ending
        let kind: FuzzKind
        /// nil where the request was not sent; with nil within, it was not answered.
        let status: Int??
    }

    public init(
        options: RunOptions, endpoint: any Endpoint, catalog: Catalog, cases: CaseCatalog, fuzzing: FuzzCatalog
    ) {
        self.options = options
        self.endpoint = endpoint
        self.catalog = catalog
        self.cases = cases
        self.fuzzing = fuzzing
    }

    /// Sends the requests, each after its setup, and cleans up after each, also when interrupted.
    ///
    /// - Throws: ``RunError/unreachable(_:)`` where nobody is at the endpoint.
    public func run(_ ids: [FuzzID], observer: any RunObserver) async throws(RunError) -> FuzzResult {
        let started = Date()
        var context = context(observer)
        // What reads back may be any operation's, of either API.
        let minimal = catalog.operations.compactMap { cases["\($0.id)/minimal"] }
        if let reason = try await Greeting(selection: minimal).run(context) { throw .unreachable(reason) }
        context.isAsking = true
        var keeper = await NeedStage(selection: minimal).run(&context)
        await SupportStage(selection: minimal).run(&context)
        context.isAsking = false
        if let reason = context.speaksNothing { throw .unreachable(reason) }
        let shots = await shoot(ids, context)
        let asked = Set(ids.map { "\($0.api.rawValue)/\($0.operation)" })
        var results = Witnesses(shots.map(\.ending), accepted: context.acceptedOperations).settled
        let exchanges = context.answered.withLock { $0 }
        if options.shrinks {
            context.cases = CaseCatalog(of: results.filter { $0.outcome == .failed }.compactMap(origin))
            let shrunk = await Shrinker(context: context).shrink(results, all: false)
            for index in results.indices { results[index].shrunk = shrunk[results[index].id]?.first }
        }
        await keeper.cleanUp()
        let result = RunResult(
            endpoint: options.endpointName, isEmbedded: options.isEmbedded, run: options.run, started: started,
            duration: Date().timeIntervalSince(started), exchanges: exchanges, toolVersion: options.toolVersion,
            cases: results.sorted { $0.id < $1.id },
            support: context.support.values.filter { asked.contains("\($0.api.rawValue)/\($0.operation)") }
                .sorted { ($0.api, $0.operation) < ($1.api, $1.operation) },
            remarks: context.remarks, wasInterrupted: observer.isInterrupted)
        return FuzzResult(result: result, tallies: tallies(shots))
    }

    private func context(_ observer: any RunObserver) -> RunContext {
        var context = RunContext(
            options: options, endpoint: options.isEmbedded ? endpoint : DisguisedEndpoint(endpoint, options.disguise),
            catalog: catalog, cases: cases, observer: observer, pace: Pace(rate: options.rate), answered: Guarded(0),
            liveness: Liveness(jobs: options.jobs), goldens: [:])
        context.name()
        return context
    }

    private func shoot(_ ids: [FuzzID], _ context: RunContext) async -> [Shot] {
        context.observer.began("cases", count: ids.count)
        let composer = GoldenComposer(catalog: catalog)
        let fuzzing = fuzzing
        let shots = await JobPool(jobs: options.jobs, lock: AccountLock(context)).map(
            ids, alone: { fuzzing.isAccountWide($0) }
        ) { id -> Shot? in
            guard !context.observer.isInterrupted, let derivation = fuzzing.derivation(of: id) else { return nil }
            return await Fuzzer.shoot(derivation, composer, context)
        }
        return shots.compactMap { $0 }
    }

    private static func shoot(
        _ derivation: FuzzDerivation, _ composer: GoldenComposer, _ context: RunContext
    ) async -> Shot? {
        let one = derivation.case
        var context = context
        context.goldens[one.id] = Dictionary(grouping: composer.goldens(for: one), by: \.id.step)
        var run = CaseRun(context: context, case: one)
        /// Requests before the random one.
        var before: Int?
        guard var ending = await run.execute(look: { before = before ?? $0.conversation.sent.count }) else {
            return nil
        }
        ending.result = ending.result.kept
        context.observer.finished(ending.result)
        let sent = before.map { run.conversation.sent.dropFirst($0).first }
        return Shot(ending: ending, kind: derivation.kind, status: sent?.map { $0.response?.status })
    }

    private func origin(of result: CaseResult) -> Case? {
        FuzzID(result.id).flatMap { fuzzing.derivation(of: $0) }?.case
    }

    private func tallies(_ shots: [Shot]) -> [FuzzTally] {
        var tallies: [String: FuzzTally] = [:]
        for shot in shots {
            let id = "\(shot.ending.result.api.rawValue)/\(shot.ending.result.operation)"
            var tally = tallies[id] ?? FuzzTally(id)
            if let status = shot.status { tally.count(shot.kind, answered: status) } else { tally.countUnsent() }
            tallies[id] = tally
        }
        return fuzzing.operations.compactMap { tallies[$0.id] }
    }
}

extension CaseResult {
    /// The result without what went over the wire, which would fill the memory, where nothing was found; what it was
    /// held against is in no file.
    fileprivate var kept: CaseResult {
        CaseResult(
            id: id, api: api, operation: operation, axis: axis, rule: rule, title: title, requirement: requirement,
            source: source, outcome: outcome, reason: reason,
            findings: findings.map { Finding(step: $0.step, difference: $0.difference, cause: $0.cause, golden: "") },
            exchanges: outcome == .failed ? exchanges : [], duration: duration)
    }
}
