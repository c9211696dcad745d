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
        /// Whose cases are run, and whose answers and behaviour are changed.
        public var apis: Set<API>

        public init(
            seed: UInt64 = 1, sample: Int? = nil, jobs: Int = 2, isDeep: Bool = false,
            apis: Set<API> = Set(API.allCases)
        ) {
            self.seed = seed
            self.sample = sample
            self.jobs = jobs
            self.isDeep = isDeep
            self.apis = apis
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
        selection = cases.cases.filter { options.apis.contains($0.api) && (options.isDeep || !$0.isDeep) }
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
        let workforce = Workforce(jobs: options.jobs)
        let subjects = await workforce.map(selection) { await Subject($0, trial, catalog, options.apis) }
        let usable = subjects.filter { $0.obstacle == nil }
        let tallies = await workforce.map(usable) { FaultCampaign.tally($0.changes().map(\.kind)) }
        let behaviour = BehaviourFaults(catalog: catalog).all().filter { options.apis.contains($0.api) }
        let all = tallies + [FaultCampaign.tally(behaviour.map(\.kind))]
        let sample = Sample(
            all.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }, options.sample, seed: options.seed)
        let counter = ProgressCounter(total: sample.size, report: progress)
        let results =
            await answerResults(usable, tallies, sample, trial, counter)
            + behaviourResults(sample.of(behaviour, by: \.kind), usable.map(\.case), trial, counter)
        let byKind = Dictionary(grouping: results, by: \.kind)
        return Score(
            classes: FaultKind.all.compactMap { kind in
                sample.existing[kind].map { ClassScore(kind, existing: $0, results: byKind[kind] ?? []) }
            }, cases: usable.count,
            leftOut: subjects.compactMap { subject in subject.obstacle.map { "\(subject.case.id): \($0)" } },
            idle: usable.flatMap(\.idlePlaceholders), seed: options.seed)
    }

    private static func tally(_ kinds: [FaultKind]) -> [FaultKind: Int] {
        Dictionary(grouping: kinds, by: \.self).mapValues(\.count)
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

    /// What became of changes of one answer; they are made anew where they are run, since all at once are many.
    private func answerResults(
        _ subjects: [Subject], _ tallies: [[FaultKind: Int]], _ sample: Sample, _ trial: Trial,
        _ counter: ProgressCounter
    ) async -> [MutantResult] {
        var earlier: [FaultKind: Int] = [:]
        var work: [(subject: Subject, earlier: [FaultKind: Int])] = []
        for (subject, tally) in zip(subjects, tallies) {
            work.append((subject, earlier))
            earlier.merge(tally, uniquingKeysWith: +)
        }
        let others = OtherCases(subjects, trial)
        let outputs = await Workforce(jobs: options.jobs).map(work) { subject, earlier in
            var results: [MutantResult] = []
            for change in sample.of(subject.changes(), by: \.kind, after: earlier) {
                let result = await subject.result(of: change, trial)
                results.append(await others.settled(result, of: change))
                counter.advance()
            }
            return results
        }
        return outputs.flatMap { $0 }
    }

    private func behaviourResults(
        _ faults: [BehaviourFault], _ cases: [Case], _ trial: Trial, _ counter: ProgressCounter
    ) async -> [MutantResult] {
        await Workforce(jobs: options.jobs).map(faults) { fault in
            let own = cases.filter { fault.operations.contains($0.operationID) }
            let others = cases.filter { other in
                !fault.operations.contains(other.operationID)
                    && other.tellingOperations.contains { fault.operations.contains($0) }
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
