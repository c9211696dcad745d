extension CaseRun {
    /// A result, and what it shows.
    struct Ending: Sendable {
        var result: CaseResult
        let shown: Set<Shown>
        let hasControl: Bool
        /// Whether only what surrounds the answer was judged.
        let isEnvelope: Bool
    }
}
