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

    /// Goes through a case without judging it, for the exchanges whose answers a run would judge.
    public func judgedExchanges(of case: Case, run: String) async -> [JudgedExchange] {
        let context = Trial.copy(context, of: run, on: context.endpoint)
        let label = String(context.cases.number(of: `case`.id), radix: 36)
        var conversation = Conversation(context: context, api: `case`.api, label: label)
        var exchanges: [JudgedExchange] = []
        for step in `case`.setup { _ = await conversation.prepare(step, case: `case`) }
        for step in `case`.judged {
            let before = conversation.sent.count
            _ = await conversation.send(step)
            let goldens = context.goldens[`case`.id]?[step.name] ?? []
            guard step.expectation.hasGolden else { continue }
            // Of a request that is sent several times each answer counts, of a list in pages each page.
            // What a conversation only recalls was not sent by it.
            let recalled = conversation.sent.count - context.answered.withLock { $0 }
            for index in before..<conversation.sent.count {
                guard let response = conversation.sent[index].response else { continue }
                exchanges.append(
                    JudgedExchange(
                        index: index - recalled, step: step.name, operation: step.operation,
                        isPage: step.paging != nil, response: response, goldens: goldens,
                        ownPrefix: conversation.resolver.prefix + "-"))
            }
        }
        await conversation.cleanUp(`case`.cleanup)
        return exchanges
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

/// An exchange of a case whose answer is judged, as it went with an endpoint that answers rightly.
public struct JudgedExchange: Sendable {
    /// Its place among all requests of the case, setup included, from 0.
    public let index: Int
    /// The step's name; empty where the case has one judged step.
    public let step: String
    public let operation: String
    /// Whether it is one of the pages of a list, which are judged together.
    public let isPage: Bool
    public let response: HTTPResponse
    /// What the answer is held against.
    public let goldens: [Golden]
    /// What every name that the case made begins with.
    public let ownPrefix: String
}
