/// The moment by which something must be over, however many steps it takes.
package struct Deadline: Sendable {
    /// The whole time that was given.
    package let duration: Duration
    private let end: ContinuousClock.Instant

    package init(_ duration: Duration) {
        self.duration = duration
        end = ContinuousClock.now + duration
    }

    /// The time that is left; negative when it is over.
    package var remaining: Duration { ContinuousClock.now.duration(to: end) }

    /// The time that is left as `poll` takes it: milliseconds rounded up, 0 when it is over.
    package var pollTimeout: Int32 {
        let remaining = remaining
        guard remaining > .zero else { return 0 }
        let (seconds, attoseconds) = remaining.components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000) + 1
    }

    /// A deadline that leaves the others among `count` steps their share of the time that is left.
    package func share(of count: Int) -> Deadline { Deadline(remaining / max(1, count)) }
}
