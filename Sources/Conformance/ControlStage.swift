import SpecModel
import Wire

/// Runs each control once that a selected negative rests on.
struct ControlStage: Sendable {
    /// All that is selected, whichever part of it is run: controls are named after the first case with them.
    let selection: [Case]
    /// The ids of the cases that are run; nil for all that are selected.
    var wanted: Set<String>?

    func run(_ context: inout RunContext) async {
        var controls: [(label: String, control: Control)] = []
        var labels: [Control.Key: String] = [:]
        var seen: Set<Control.Key> = []
        for `case` in selection {
            guard let control = `case`.control else { continue }
            let isUnmet = control.needs.contains { context.unmet[control.api]?[$0] != nil }
            guard !isUnmet, !context.isUnsupported(control.api, control.operation) else { continue }
            let key = control.key
            let label = labels[key] ?? "c-" + context.cases.label(of: `case`.id)
            labels[key] = label
            guard wanted?.contains(`case`.id) != false, context.controls[key] == nil, seen.insert(key).inserted else {
                continue
            }
            controls.append((label, control))
        }
        context.observer.began("controls", count: controls.count)
        let frozen = context
        let results = await JobPool(jobs: context.options.jobs, lock: AccountLock(context)).map(
            controls, alone: \.control.accountWide
        ) { label, control in
            await ControlStage.result(of: control, label: label, frozen)
        }
        for ((_, control), result) in zip(controls, results) { context.controls[control.key] = result }
    }

    /// - Parameter label: part of the names that the control makes.
    static func result(of control: Control, label: String, _ context: RunContext) async -> ControlResult {
        await context.retrying { variant in await attempt(control, label: variant + label, context) }.0
    }

    private static func attempt(
        _ control: Control, label: String, _ context: RunContext
    ) async -> (ControlResult, EndpointError?) {
        guard !context.observer.isInterrupted else { return (.refused("interrupted"), nil) }
        var conversation = Conversation(context: context, api: control.api, label: label)
        // Only controls of cases that may be run are.
        conversation.isNamed = true
        var reason: String?
        for step in control.setup + [control.step] where reason == nil {
            reason = await conversation.prepare(step, case: nil)
        }
        let fault = conversation.fault
        await conversation.cleanUp(control.cleanup)
        if let lost = conversation.lost { return (.unreachable(lost), fault) }
        return (reason.map { .refused($0) } ?? .accepted, fault)
    }
}
