import Foundation

/// One line on standard error that says how far a run is, rewritten in place and erased at the end.
///
/// Shown only on a terminal: `  132/480 cases, 3 failed, 4 s`.
actor ProgressLine {
    private let isShown: Bool
    private let total: Int
    private let write: @Sendable (String) -> Void
    private let start: ContinuousClock.Instant
    private var last: ContinuousClock.Instant?
    private var done = 0
    private var failed = 0

    /// - Parameter total: how many cases there are.
    init(total: Int, isShown: Bool, write: @escaping @Sendable (String) -> Void = { try? Output.error.write($0) }) {
        self.total = total
        self.isShown = isShown
        self.write = write
        start = .now
    }

    /// Counts one finished case.
    func advance(failed hasFailed: Bool) {
        done += 1
        if hasFailed { failed += 1 }
        guard isShown else { return }
        // Ten times a second is as often as anyone reads; a terminal at the end of a slow line thanks for it.
        let now = ContinuousClock.now
        if let last, now - last < .milliseconds(100), done < total { return }
        last = now
        write("\r\u{1B}[K" + Self.text(done: done, total: total, failed: failed, elapsed: now - start))
    }

    /// Takes the line away, so that what follows starts at the left.
    func erase() {
        guard isShown, last != nil else { return }
        last = nil
        write("\r\u{1B}[K")
    }

    /// `132/480 cases, 3 failed, 4 s`.
    static func text(done: Int, total: Int, failed: Int, elapsed: Duration) -> String {
        let count = String(done)
        let padding = String(repeating: " ", count: max(0, String(total).count - count.count))
        return "\(padding)\(count)/\(total) cases, \(failed) failed, \(elapsed.components.seconds) s"
    }
}
