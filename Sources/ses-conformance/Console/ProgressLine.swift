import Wire

/// One line on standard error that says how far a run is, rewritten in place and erased at the end.
///
/// Shown only on a terminal: `[█████···············] 132/480 cases, 3 failed, 4 s, 11 s left`.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let write: @Sendable (String) -> Void
    private let state: Guarded<State>

    private struct State: Sendable {
        var total: Int
        var done = 0
        var failed = 0
        var last: ContinuousClock.Instant?
        let start = ContinuousClock.now
    }

    /// - Parameter total: how many cases there are.
    init(
        total: Int = 0, isShown: Bool, write: @escaping @Sendable (String) -> Void = { try? Output.error.write($0) }
    ) {
        self.isShown = isShown
        self.write = write
        state = Guarded(State(total: total))
    }

    /// Says how many cases there are, where that is known late.
    func expect(_ total: Int) { state.withLock { $0.total = total } }

    /// Counts one finished case.
    func advance(failed hasFailed: Bool) {
        let text: String? = state.withLock { state in
            state.done += 1
            if hasFailed { state.failed += 1 }
            // Ten times a second is as often as anyone reads; a terminal at the end of a slow line thanks for it.
            let now = ContinuousClock.now
            if let last = state.last, now - last < .milliseconds(100), state.done < state.total { return nil }
            state.last = now
            return Self.text(done: state.done, total: state.total, failed: state.failed, elapsed: now - state.start)
        }
        if isShown, let text { write("\r\u{1B}[K\(text)") }
    }

    /// Takes the line away, so that what follows starts at the left.
    func erase() {
        let wasWritten = state.withLock { state in
            defer { state.last = nil }
            return state.last != nil
        }
        if isShown, wasWritten { write("\r\u{1B}[K") }
    }

    /// `[█████···············] 132/480 cases, 3 failed, 4 s, 11 s left`.
    static func text(done: Int, total: Int, failed: Int, elapsed: Duration) -> String {
        let count = String(done)
        let padding = String(repeating: " ", count: max(0, String(total).count - count.count))
        let filled = total > 0 ? min(width, width * done / total) : 0
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
        let seconds = elapsed.components.seconds
        // The first cases say little about the others.
        let left = done > 0 && seconds > 1 ? Int(seconds) * (total - done) / done : 0
        return "[\(bar)] \(padding)\(count)/\(total) cases, \(failed) failed, \(duration(seconds: Int(seconds)))"
            + (left > 0 ? ", \(duration(seconds: left)) left" : "")
    }

    /// Of the bar, in columns.
    private static let width = 20

    /// `45 s`, `3 min`, `2 h 5 min`.
    static func duration(seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\((seconds + 59) / 60) min"
        default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        }
    }
}
