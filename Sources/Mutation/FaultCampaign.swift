import Conformance
import Golden
import ReferenceService
import SpecCatalog
import SpecModel
import Wire

/// Makes the reference service wrong in one thing at a time, and counts how often the cases notice.
///
/// A fault is killed if a case that it belongs to fails. One that a case only warns of is counted apart. A case that
/// ends blocked, broken or observed has noticed nothing.
public struct FaultCampaign: Sendable {
    public struct Options: Sendable {
        /// Decides which changes are run where not all are.
        public var seed: UInt64
        /// At most so many changes of each class; nil for all.
        public var sample: Int?
        /// At least 1.
        public var jobs: Int
        /// Whether cases that cost much are in.
        public var isDeep: Bool

        public init(seed: UInt64 = 1, sample: Int? = nil, jobs: Int = 2, isDeep: Bool = false) {
            self.seed = seed
            self.sample = sample
            self.jobs = jobs
            self.isDeep = isDeep
        }
    }

    private let options: Options
    private let catalog: Catalog
    private let cases: CaseCatalog
    private let selection: [Case]
    private let goldens: [Golden]

    /// - Parameter goldens: of every judged step of every case.
    public init(goldens: [Golden], options: Options, catalog: Catalog = .standard) {
        self.goldens = goldens
        self.options = options
        self.catalog = catalog
        cases = CaseCatalog(catalog)
        selection = cases.cases.filter { $0.api == .v1 && (options.isDeep || !$0.isDeep) }
    }

    /// Runs every change that the options leave.
    ///
    /// - Parameter progress: told how many changes are done, of how many.
    /// - Throws: ``RunError`` where a golden is missing.
    public func run(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) async throws(RunError) -> Score {
        let trial = try await Trial(
            options: FaultCampaign.runOptions(jobs: options.jobs), endpoint: InProcessEndpoint(ReferenceService()),
            catalog: catalog, cases: cases,
            goldens: goldens, selection: selection)
        let subjects = await Workforce(jobs: options.jobs).map(selection) { await Subject($0, trial, catalog) }
        let usable = subjects.filter { $0.obstacle == nil }
        let wire = sampled(
            usable.enumerated().flatMap { index, subject in subject.changes(at: index) }, by: \.fault.faultClass)
        let behaviour = sampled(behaviourFaults.filter { $0.exemption == nil }, by: \.faultClass)
        let counter = ProgressCounter(total: wire.kept.count + behaviour.kept.count, report: progress)
        let results =
            await results(of: wire.kept, on: usable, trial, counter)
            + (await results(of: behaviour.kept, on: usable, trial, counter))
        let existing = wire.existing.merging(behaviour.existing) { $0 + $1 }
        return Score(
            classes: FaultClass.allCases.filter { existing[$0] != nil }.map { faultClass in
                ClassScore(
                    faultClass: faultClass, existing: existing[faultClass] ?? 0,
                    results: results.filter { $0.faultClass == faultClass })
            }, cases: usable.count,
            leftOut: subjects.compactMap { subject in subject.obstacle.map { "\(subject.case.id): \($0)" } },
            beyondReach: behaviourFaults.compactMap { fault in
                fault.exemption.map { "\(fault.what): \($0.reason)" }
            })
    }

    private var behaviourFaults: [BehaviourFault] {
        BehaviourFaults(catalog: catalog).faults() + CatalogFaults(catalog: catalog).faults()
    }

    static func runOptions(jobs: Int) -> RunOptions {
        var run = RunOptions(
            endpointName: "embedded reference service", baseURL: "http://127.0.0.1:8005", isEmbedded: true,
            signer: Signer(
                credentials: Wire.Credentials(accessKeyID: "test", secretAccessKey: "test"), region: "us-east-1"),
            host: "127.0.0.1:8005", run: "self", toolVersion: "")
        run.jobs = jobs
        return run
    }

    private func sampled<Change>(
        _ changes: [Change], by faultClass: (Change) -> FaultClass
    ) -> (kept: [Change], existing: [FaultClass: Int]) {
        let byClass = Dictionary(grouping: changes, by: faultClass)
        let kept = FaultClass.allCases.flatMap { one in
            (byClass[one] ?? []).sample(options.sample, seed: options.seed, for: one.rawValue)
        }
        return (kept, byClass.mapValues(\.count))
    }

    // MARK: Changes of one answer

    private func results(
        of changes: [AnswerChange], on subjects: [Subject], _ trial: Trial, _ counter: ProgressCounter
    ) async -> [MutantResult] {
        let bySubject = Dictionary(grouping: changes, by: \.subject).sorted { $0.key < $1.key }.map(\.value)
        let outputs = await Workforce(jobs: options.jobs).map(bySubject) { changes in
            await subjects[changes[0].subject].results(of: changes, trial, counter)
        }
        return outputs.flatMap { $0 }
    }

    // MARK: Faults of behaviour

    private func results(
        of faults: [BehaviourFault], on subjects: [Subject], _ trial: Trial, _ counter: ProgressCounter
    ) async -> [MutantResult] {
        let usable = subjects.map(\.case)
        return await Workforce(jobs: options.jobs).map(faults) { fault in
            let own = usable.filter { fault.operations.contains($0.operation) }
            let others = usable.filter { other in
                !fault.operations.contains(other.operation)
                    && other.judged.contains { fault.operations.contains($0.operation) }
            }
            let result = await BehaviourTrial(fault: fault, cases: own + others).result(trial)
            counter.advance()
            return result
        }
    }
}

/// Counts what is done over all jobs.
final class ProgressCounter: Sendable {
    private let total: Int
    private let done = Guarded(0)
    private let report: @Sendable (Int, Int) -> Void

    init(total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
        self.total = total
        self.report = report
    }

    func advance() {
        let done = done.withLock { done in
            done += 1
            return done
        }
        report(done, total)
    }
}
