import SpecModel
import Wire

/// Runs the selected cases, again those that only the transport kept from an answer, until all are done or
/// enough of them failed.
struct CaseStage: Sendable {
    /// In any order; cases that must be alone come last.
    let selection: [Case]

    /// What came of it.
    struct Conclusion: Sendable {
        /// In the order of running.
        var endings: [CaseRun.Ending]
        /// Why not every case is among them; nil where all are, or somebody interrupted the run.
        var stop: String?
    }

    func run(_ context: RunContext) async -> Conclusion {
        let ordered = selection.filter { !context.isAlone($0) } + selection.filter(context.isAlone)
        context.observer.began("cases", count: ordered.count)
        let most = context.options.mostFailures ?? .max
        let failures = Guarded(0)
        let endings = await JobPool(jobs: context.options.jobs, lock: AccountLock(context)).map(
            ordered, alone: context.isAlone
        ) { `case` -> CaseRun.Ending? in
            guard failures.withLock({ $0 }) < most, let ending = await CaseStage.ending(of: `case`, context) else {
                return nil
            }
            if context.options.isFailure(ending.result) { failures.withLock { $0 += 1 } }
            context.observer.finished(ending.result)
            return ending
        }
        return conclusion(endings.compactMap { $0 }, most, context.options.isFailure)
    }

    /// Cases begin in order, and those that began are finished: what comes before the last failure that is allowed
    /// is the same for any number of jobs, and what other jobs did behind it is left out.
    private func conclusion(
        _ endings: [CaseRun.Ending], _ most: Int, _ isFailure: (CaseResult) -> Bool
    ) -> Conclusion {
        var failures = 0
        for (place, ending) in endings.enumerated() where isFailure(ending.result) {
            failures += 1
            guard failures == most else { continue }
            let rest = selection.count - place - 1
            guard rest > 0 else { break }
            let what = failures == 1 ? "the first failure" : "\(failures) failures"
            return Conclusion(
                endings: Array(endings[...place]),
                stop: "stopped after \(what): \(rest) of \(selection.count) cases, those behind it, were left out")
        }
        return Conclusion(endings: endings)
    }

    private static func ending(of case: Case, _ context: RunContext) async -> CaseRun.Ending? {
        let (ending, retries) = await context.retrying { variant in
            guard !context.observer.isInterrupted else { return (CaseRun.Ending?.none, nil) }
            let context = await context.prepared(for: `case`)
            var run = CaseRun(context: context, case: `case`, variant: variant)
            let ending = await run.execute()
            // What passed without an answer was right to get none.
            return (ending, ending?.result.outcome == .passed ? nil : ending?.fault)
        }
        guard var ending else { return nil }
        ending.result.retries = retries
        return ending
    }
}

extension RunContext {
    /// Does something again from its start, under other names, as long as no answer came and there are tries left.
    ///
    /// A request without an answer may have done its work: so nothing is sent again by itself.
    /// - Parameter attempt: is given what tells its names from those of other attempts, nothing the first time, and
    ///   says why an answer failed to come.
    func retrying<Output: Sendable>(
        _ attempt: (_ variant: String) async -> (Output, EndpointError?)
    ) async -> (Output, retries: Int) {
        var (output, fault) = await attempt("")
        var retries = 0
        var pause: Duration = .milliseconds(100)
        while fault?.isOfTransport == true, retries < options.retries, liveness.lost == nil, !observer.isInterrupted {
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(2))
            retries += 1
            (output, fault) = await attempt("r\(retries)-")
        }
        return (output, retries)
    }
}

extension EndpointError {
    /// Whether no answer came, rather than one that nobody can read.
    fileprivate var isOfTransport: Bool {
        switch self {
        case .unreachable, .timedOut, .closed: true
        case .malformed, .tooLarge: false
        }
    }
}

extension RunContext {
    /// Whether no other case may run beside it: it touches what the account shares, or shows what others make there.
    fileprivate func isAlone(_ case: Case) -> Bool { `case`.accountWide || showsAccount(`case`) }

    /// Whether an answer of the case is reported as it is, without a judgement, and tells of the whole account: then
    /// it should tell the same whatever has been run before.
    private func showsAccount(_ case: Case) -> Bool {
        `case`.judged.contains { step in
            guard `case`.isShown(step), let operation = operation(step.api(in: `case`.api), step.operation) else {
                return false
            }
            return operation.name.hasPrefix("List") || !operation.parameters.contains(where: \.required)
        }
    }

    /// What such a case is run with: an endpoint of its own, where one can be had.
    fileprivate func prepared(for case: Case) async -> RunContext {
        guard let makeEndpoint = options.unusedEndpoint, showsAccount(`case`) else { return self }
        var context = self
        context.endpoint = makeEndpoint()
        _ = await NeedStage(selection: [`case`]).run(&context)
        return context
    }
}

extension Case {
    /// Whether an answer to the step is reported as it is.
    fileprivate func isShown(_ step: Step) -> Bool {
        if case .observed = step.expectation { return true }
        return mayBeRefused && step.operation == operation
    }
}
