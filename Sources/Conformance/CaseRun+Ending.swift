extension CaseRun {
    /// What an answer that is as expected shows of the endpoint.
    enum Shown: Sendable, Hashable {
        /// That it knows something: what was written before, or a value of its own.
        case content
        /// That it refuses.
        case refusal
        /// Nothing, though the operation could have said something: nobody has such a thing.
        case absence
    }

    /// A result, and what it shows.
    struct Ending: Sendable {
        var result: CaseResult
        let shown: Set<Shown>
        let hasControl: Bool
        /// Whether only what surrounds the answer was judged.
        let isEnvelope: Bool
    }
}
