import Diff
import Golden
import SpecCatalog
import SpecModel
import Wire

/// Runs single cases against endpoints of the caller's choice, with what a run finds out at its beginning known already.
///
/// What an endpoint knows and which controls it accepts is found out once, against an honest one; from then on each
/// case costs its own requests only. Made for measuring what the cases detect, not for judging an endpoint.
public struct Trial: Sendable {
    private var context: RunContext

    /// Decides on needs, support and controls of the cases by an endpoint that answers rightly.
    ///
    /// - Throws: ``RunError/golden(_:)`` where a judged step has no golden.
    public init(
        options: RunOptions, endpoint: any Endpoint, catalog: Catalog, cases: CaseCatalog, goldens: [Golden],
        selection: [Case]
    ) async throws(RunError) {
        var context = RunContext(
            options: options, endpoint: endpoint, catalog: catalog, cases: cases, observer: SilentObserver(),
            pace: Pace(rate: nil), answered: Guarded(0), liveness: Liveness(jobs: options.jobs), goldens: [:])
        for golden in goldens.sorted(by: { $0.id.alternative < $1.id.alternative }) {
            context.goldens[golden.id.caseID, default: [:]][golden.id.step, default: []].append(golden)
        }
        for `case` in selection {
            for step in `case`.judged
            where step.expectation.hasGolden && context.goldens[`case`.id]?[step.name] == nil {
                let id = GoldenID(caseID: `case`.id, step: step.name, api: step.api)
                throw .golden("no golden \(GoldenStore.relativePath(of: id))")
            }
        }
        var keeper = await NeedStage(selection: selection).run(&context)
        await SupportStage(selection: selection).run(&context)
        await ControlStage(selection: selection).run(&context)
        await keeper.cleanUp()
        self.context = context
    }

    /// The same trial on another endpoint, whose needs are met there for these cases; nothing takes them away again.
    ///
    /// - Parameter run: part of every name, the sender's included: 4 to 12 letters and digits.
    public func ready(on endpoint: any Endpoint, run: String, for selection: [Case]) async -> Trial {
        var trial = self
        trial.context = Trial.copy(context, of: run, on: endpoint)
        trial.context.unmet = [:]
        _ = await NeedStage(selection: selection).run(&trial.context)
        return trial
    }

    /// Runs one case, clean-up included.
    ///
    /// A success that shows nothing by itself counts as passed: whether a negative of the operation was refused is
    /// for a whole run to say.
    ///
    /// - Parameters:
    ///   - run: part of the names that the case makes; the sender keeps its own.
    ///   - endpoint: who answers; nil for the endpoint that the trial is ready on.
    public func result(of case: Case, run: String, through endpoint: (any Endpoint)? = nil) async -> CaseResult {
        let context = Trial.copy(context, of: run, on: endpoint ?? context.endpoint)
        var caseRun = CaseRun(context: context, case: `case`)
        return await caseRun.executeToTheEnd().result
    }

    /// Runs one case, clean-up included, and keeps what was asked and answered.
    ///
    /// - Parameter run: part of the names that the case makes; the sender keeps its own.
    public func recording(of case: Case, run: String) async -> CaseRecording {
        let recorder = RecordingEndpoint(context.endpoint)
        let caseRun = CaseRun(context: Trial.copy(context, of: run, on: recorder), case: `case`)
        return await CaseRecording(caseRun, recorder)
    }

    /// The context of a run of another name, with what was found out.
    private static func copy(_ context: RunContext, of run: String, on endpoint: any Endpoint) -> RunContext {
        var options = context.options
        options.run = run
        var copy = RunContext(
            options: options, endpoint: endpoint, catalog: context.catalog, cases: context.cases,
            observer: context.observer, pace: context.pace, answered: Guarded(0),
            liveness: Liveness(jobs: options.jobs), goldens: context.goldens)
        copy.support = context.support
        copy.unmet = context.unmet
        copy.controls = context.controls
        copy.known = context.known
        copy.senders = context.senders
        copy.readySenders = context.readySenders
        return copy
    }
}
