import SpecModel

/// What a run would do to an account, found out before anything is sent.
public struct RunPlan: Sendable {
    /// Cases that would be run.
    public let cases: Int
    /// How many cases would be left out, by reason, most first.
    public let leftOut: [(reason: String, count: Int)]
    /// Requests, about: what is asked only where something is answered is not counted.
    public let requests: Int
    /// Things that would be made, by the operation that makes them, in alphabetical order.
    public let makes: [(operation: String, count: Int)]
    /// Mails to the mailbox simulator, at most.
    public let mails: Int

    init(_ selection: [Case], _ context: RunContext) {
        var context = context
        context.name()
        var leftOut: [String: Int] = [:]
        var makes: [String: Int] = [:]
        var controls: Set<Control.Key> = []
        var (cases, requests, mails) = (0, 0, 0)
        for `case` in selection {
            if let objection = context.objection(to: `case`) {
                leftOut[objection.description, default: 0] += 1
                continue
            }
            cases += 1
            var steps = `case`.setup + `case`.judged + `case`.cleanup
            if let control = `case`.control, controls.insert(control.key).inserted {
                steps += control.setup + [control.step] + control.cleanup
            }
            var conversation = Conversation(context: context, api: `case`.api, label: "plan")
            for step in steps {
                let forecast = conversation.forecast(of: step)
                requests += forecast.requests + forecast.makes
                mails += forecast.mails
                if forecast.makes > 0 { makes[step.operation, default: 0] += forecast.makes }
            }
        }
        self.cases = cases
        self.leftOut = leftOut.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
        self.requests = requests
        self.makes = makes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        self.mails = mails
    }

    private static let leftOut = "left out with --live: "

    /// The result of a case that may not be run.
    static func result(of case: Case, _ objection: LiveObjection) -> CaseResult {
        CaseResult(unrun: `case`, .blocked, leftOut + objection.description)
    }

    /// What reports say of the cases that were left out.
    static func remarks(on results: [CaseResult]) -> [String] {
        let leftOut = results.filter { $0.outcome == .blocked && $0.reason?.hasPrefix(Self.leftOut) == true }
        let counts = Dictionary(grouping: leftOut, by: { $0.reason ?? "" }).mapValues(\.count)
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { reason, count in
            "\(count) \(count == 1 ? "case was" : "cases were") \(reason)"
        }
    }
}

extension RunContext {
    /// Why a case is left out of a run on the real service; nil where it may be run.
    func objection(to case: Case) -> LiveObjection? {
        guard let rules = options.live else { return nil }
        let steps = `case`.setup + `case`.judged + `case`.cleanup
        let control = `case`.control.map { $0.setup + [$0.step] + $0.cleanup } ?? []
        var conversation = Conversation(context: self, api: `case`.api, label: "plan")
        for step in steps + control {
            let forecast = conversation.forecast(of: step)
            if forecast.isDisguised, `case`.rule == LengthRule().id { return .lengths }
            guard let objection = forecast.objection else { continue }
            if !objection.isWaivedByName || !rules.named.contains(`case`.id) { return objection }
        }
        return nil
    }

    /// The cases that may be run, and results of those that may not.
    func parted(_ selection: [Case]) -> (allowed: [Case], leftOut: [CaseResult]) {
        guard options.live != nil else { return (selection, []) }
        var allowed: [Case] = []
        var leftOut: [CaseResult] = []
        for `case` in selection {
            if let objection = objection(to: `case`) {
                leftOut.append(RunPlan.result(of: `case`, objection))
            } else {
                allowed.append(`case`)
            }
        }
        return (allowed, leftOut)
    }
}
