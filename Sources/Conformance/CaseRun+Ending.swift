import Wire

extension CaseRun {
    /// A result, and what it shows.
    struct Ending: Sendable {
        var result: CaseResult
        let shown: Set<Shown>
        let hasControl: Bool
        /// Whether only what surrounds the answer was judged.
        let isEnvelope: Bool
        /// Requests of the case that were answered.
        let exchanges: Int
        /// Why an answer failed to come before the clean-up; nil if all came.
        var fault: EndpointError?
    }

    func ending(_ outcome: Outcome, _ reason: String?, _ start: ContinuousClock.Instant) -> Ending {
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let result = CaseResult(
            id: `case`.id, api: `case`.api, operation: `case`.operation, axis: `case`.axis, rule: `case`.rule,
            title: `case`.title, requirement: `case`.requirement,
            source: `case`.source(after: goldens), outcome: outcome, reason: reason, findings: findings,
            exchanges: records, duration: seconds)
        return Ending(
            result: result, shown: shown, hasControl: `case`.control != nil, isEnvelope: `case`.scope == .envelope,
            exchanges: conversation.answered)
    }
}
