import Diff
import Foundation
import SpecCatalog
import SpecModel
import Wire

/// Takes away what a run that was killed left on its endpoint, by its journal.
public struct Cleanup: Sendable {
    private let options: RunOptions
    private let endpoint: any Endpoint
    private let catalog: Catalog

    /// What came of it.
    public struct Summary: Sendable, Hashable {
        /// Things that are gone now, or were gone already.
        public var gone = 0
        /// What is still there, or may be: "DeleteIdentity Identity=sc-…: 503 ServiceUnavailable".
        public var left: [String] = []
        /// Whether the rule set is active again that was active before the run.
        public var gaveBack = false
    }

    public init(options: RunOptions, endpoint: any Endpoint, catalog: Catalog) {
        self.options = options
        self.endpoint = DisguisedEndpoint(endpoint, options.disguise)
        self.catalog = catalog
    }

    /// Gives the active rule set back and takes away the rest, last first.
    ///
    /// - Throws: ``RunError/unreachable(_:)`` if nobody is at the endpoint.
    public func run(_ record: JournalRecord, observer: any RunObserver) async throws(RunError) -> Summary {
        let context = RunContext(
            options: options, endpoint: endpoint, catalog: catalog, cases: CaseCatalog(Catalog([])),
            observer: observer, pace: Pace(rate: options.rate), answered: Guarded(0),
            liveness: Liveness(jobs: 1), goldens: [:])
        var summary = Summary()
        if case .named(let name)? = record.activeRuleSet {
            try await giveBack(name, record, context, &summary)
        }
        for remnant in record.remnants.reversed() {
            guard !observer.isInterrupted else {
                summary.left.append("\(remnant): interrupted")
                continue
            }
            if let reason = try await failure(of: remnant, record, context) {
                summary.left.append("\(remnant): \(reason)")
            } else {
                summary.gone += 1
            }
        }
        if summary.left.isEmpty { record.remove() }
        return summary
    }

    /// Why something is still there; nil if it is gone.
    private func failure(
        of remnant: JournalRecord.Remnant, _ record: JournalRecord, _ context: RunContext
    ) async throws(RunError) -> String? {
        // A journal that somebody edited must not take away what is the account's.
        guard Journal.isOwn(remnant.input, record.prefix) else {
            return "names nothing of the run's own"
        }
        let fields = remnant.input.sorted { $0.key < $1.key }.map { Field($0.key, .text(Template.escape($0.value))) }
        let step = Step.cleanup(remnant.operation, Fields(fields))
        return try await Cleanup.asked(step, remnant.api, context).flatMap { $0.isGone ? nil : $0.summary }
    }

    private func giveBack(
        _ name: String?, _ record: JournalRecord, _ context: RunContext, _ summary: inout Summary
    ) async throws(RunError) {
        let seen = try await Cleanup.asked(.cleanup("DescribeActiveReceiptRuleSet"), .v1, context)
        let active = seen.map { $0.isSuccess ? $0.activeRuleSet : .unknown } ?? .unknown
        switch active {
        case .named(let current) where current == name: return
        // Somebody else has chosen another one since.
        case .named(let current?) where !current.hasPrefix(record.prefix): return
        case .named, .unknown: break
        }
        let input = name.map { Fields([Field("RuleSetName", .text(Template.escape($0)))]) } ?? [:]
        let answer = try await Cleanup.asked(.cleanup("SetActiveReceiptRuleSet", input), .v1, context)
        if let answer, answer.isSuccess { summary.gaveBack = true }
        if let answer, !answer.isGone {
            summary.left.append("the active rule set \(name ?? "(none)") is not given back: \(answer.summary)")
        }
    }

    /// - Returns: what was answered; nil where there was no answer, though somebody is there.
    /// - Throws: ``RunError/unreachable(_:)`` if nobody is.
    private static func asked(_ step: Step, _ api: API, _ context: RunContext) async throws(RunError) -> Removal? {
        var conversation = Conversation(context: context, api: api, label: "cleanup")
        switch await conversation.patiently(step) {
        case .silence(let error):
            if case .unreachable = error { throw .unreachable(error.description(of: context.options.endpointName)) }
            return Removal(isGone: false, isSuccess: false, summary: "\(error)", activeRuleSet: .unknown)
        case .answer(let answer, let response, _):
            return Removal(answer, response, step.operation, api)
        }
    }
}

extension JournalRecord.Remnant: CustomStringConvertible {
    /// `DeleteIdentity Identity=sc-k3f9-1a-one@example.com`.
    var description: String {
        ([operation] + input.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
    }
}

/// What an answer says about something that was to be taken away.
struct Removal: Sendable {
    /// Whether there is nothing more to do: it is gone, was never there, or nobody here can take it away.
    let isGone: Bool
    let isSuccess: Bool
    let summary: String
    let activeRuleSet: Journal.ActiveRuleSet
}

extension Removal {
    init(_ answer: Answer, _ response: HTTPResponse, _ operation: String, _ api: API) {
        isSuccess = answer.isSuccess(of: operation, api)
        isGone =
            200..<300 ~= answer.status || Removal.saysAbsent(answer, api)
            || SupportDecision.unknown(answer, response, api) != nil
        summary = SupportDecision.summary(answer, response, api)
        let name = answer.tree?.result(of: operation, api)?.descendant("Metadata.Name")?.text
        activeRuleSet = .named(name.flatMap { $0.isEmpty ? nil : $0 })
    }

    /// Whether a refusal means that there is nothing of that name; wrong credentials, limits and what is still in use
    /// mean something else.
    private static func saysAbsent(_ answer: Answer, _ api: API) -> Bool {
        guard [400, 404].contains(answer.status), let code = answer.errorCode(api) else { return false }
        return !Conversation.passing.contains(code) && code != "CannotDelete"
    }
}
