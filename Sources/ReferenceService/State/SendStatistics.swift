/// Counts mails by quarter of an hour for two weeks, and recipients for 24 hours.
///
/// Source: API reference p. 30 and 32.
struct SendStatistics: Sendable {
    struct DataPoint: Sendable {
        /// The start of the quarter of an hour, milliseconds since 1970.
        let start: Int64
        var deliveryAttempts = 0
    }

    private static let quarter: Int64 = 15 * 60_000
    private static let minute: Int64 = 60_000
    private static let day: Int64 = 24 * 3_600_000
    private static let kept: Int64 = 14 * 24 * 3_600_000

    private var points: [DataPoint] = []
    /// Recipients by minute, oldest first.
    private var minutes: [(start: Int64, recipients: Int)] = []
    private var sum = 0

    /// Those of the last two weeks, oldest first.
    func dataPoints(at now: Int64) -> [DataPoint] { points.filter { $0.start > now - Self.kept } }

    /// The recipients of the last 24 hours.
    mutating func sentLast24Hours(at now: Int64) -> Int {
        let old = minutes.prefix { $0.start + Self.minute <= now - Self.day }
        if !old.isEmpty {
            sum -= old.reduce(0) { $0 + $1.recipients }
            minutes.removeFirst(old.count)
        }
        return sum
    }

    mutating func count(recipients: Int, at now: Int64) {
        point(at: now) { $0.deliveryAttempts += recipients }
        let start = now - now % Self.minute
        if minutes.last?.start == start {
            minutes[minutes.count - 1].recipients += recipients
        } else {
            minutes.append((start, recipients))
        }
        sum += recipients
    }

    private mutating func point(at now: Int64, _ change: (inout DataPoint) -> Void) {
        let start = now - now % Self.quarter
        if points.last?.start != start {
            points.removeAll { $0.start <= now - Self.kept }
            points.append(DataPoint(start: start))
        }
        change(&points[points.count - 1])
    }
}

/// Lets so many requests a second through, with a second's worth in reserve.
struct Throttle: Sendable {
    private let rate: Double?
    private var tokens: Double
    private var last: Int64 = 0

    init(rate: Double?) {
        self.rate = rate
        tokens = max(1, rate ?? 0)
    }

    /// Whether a request at that time may pass; counts it if so.
    mutating func admits(at now: Int64) -> Bool {
        guard let rate else { return true }
        if last > 0 { tokens = min(max(1, rate), tokens + rate * Double(max(0, now - last)) / 1000) }
        last = max(last, now)
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }
}
