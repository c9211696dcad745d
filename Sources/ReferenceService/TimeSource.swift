import Foundation
import Wire

/// Tells the service what time it is; tests set their own.
public protocol TimeSource: Sendable {
    /// Milliseconds since 1970, UTC.
    var milliseconds: Int64 { get }
}

/// The machine's clock.
public struct SystemTime: TimeSource {
    public init() {}

    public var milliseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}

/// A clock that stands still, so that answers are the same whenever they are given.
public struct StandingTime: TimeSource {
    public let milliseconds: Int64

    /// - Parameter milliseconds: since 1970, UTC.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
}

/// `Tue, 18 Dec 2018 17:55:00 GMT`; by hand since a formatter costs more than the rest of an answer.
///
/// Source: RFC 9110 section 5.6.7.
enum HTTPDate {
    /// - Parameter milliseconds: since 1970.
    static func text(_ milliseconds: Int64) -> String {
        let seconds = max(0, milliseconds / 1000)
        let moment = Array(Timestamp.extended(Date(timeIntervalSince1970: Double(seconds))).utf8)
        let month = Int(moment[5] - 0x30) * 10 + Int(moment[6] - 0x30)
        let weekday = weekdays[Int((seconds / 86_400 + 4) % 7)]
        var text: [UInt8] = []
        text.reserveCapacity(29)
        text += weekday.utf8
        text += ", ".utf8
        text += moment[8..<10]
        text += " ".utf8
        text += months[(month + 11) % 12].utf8
        text += " ".utf8
        text += moment[0..<4]
        text += " ".utf8
        text += moment[11..<19]
        text += " GMT".utf8
        return String(decoding: text, as: UTF8.self)
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension Timestamp {
    /// As answers spell it; `2018-12-18T17:55:00Z`, or `2023-06-22T14:05:09.607Z`.
    static func text(_ milliseconds: Int64, withMilliseconds: Bool = false) -> String {
        extended(Date(timeIntervalSince1970: Double(milliseconds) / 1000), milliseconds: withMilliseconds)
    }
}
