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
}
