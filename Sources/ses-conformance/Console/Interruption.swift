import Dispatch
import Foundation
import Synchronization

/// Whether somebody asked the tool to stop, by ctrl-C (SIGINT) or SIGTERM.
///
/// The first time is a request, so that what was created can be cleaned up and the report so far be
/// written; the second time ends the process at once.
final class Interruption: Sendable {
    private let count = Atomic<Int>(0)
    private let requests: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (requests, continuation) = AsyncStream.makeStream(of: Void.self) }

    /// Whether a stop was asked for; may be read anywhere, at any time.
    var isRequested: Bool { count.load(ordering: .acquiring) > 0 }

    /// Waits until a stop is asked for.
    func wait() async { for await _ in requests {} }

    /// Asks for a stop; returns how often it was asked for now.
    @discardableResult func request() -> Int {
        continuation.finish()
        return count.add(1, ordering: .acquiringAndReleasing).newValue
    }

    /// Does something while signals ask for its stop instead of ending the process.
    static func watching<Result>(
        _ body: (Interruption) async throws -> Result
    ) async rethrows -> Result {
        let interruption = Interruption()
        let numbers = [SIGINT, SIGTERM]
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in
                // 128 and the signal's number is what shells report of a process that a signal ended.
                if interruption.request() > 1 { _exit(128 + number) }
            }
            source.activate()
            return source
        }
        defer {
            for source in sources { source.cancel() }
            for number in numbers { signal(number, SIG_DFL) }
        }
        return try await body(interruption)
    }
}
