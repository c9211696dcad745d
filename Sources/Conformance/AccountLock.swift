import Foundation
import Glibc
import Wire

/// Keeps runs of one machine out of each other's way while they touch what a whole account shares.
///
/// An endpoint has one active rule set: two runs at a time that switch it would each fail the other's cases.
struct AccountLock: Sendable {
    private let path: String
    private let observer: any RunObserver

    /// How long to wait for another run: then its cases are worth less than an end of this one.
    private static let patience: Duration = .seconds(120)

    /// - Returns: nil for an endpoint that nobody else can reach.
    init?(_ context: RunContext) {
        guard !context.options.isEmbedded, let url = try? EndpointURL(context.options.baseURL) else { return nil }
        observer = context.observer
        // One service has several names on its own machine.
        let place = url.isLoopback ? "loopback-\(url.port)" : url.authority
        let name = place.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let folder = FileManager.default.temporaryDirectory
        path = folder.appending(path: "ses-conformance-\(String(name)).lock").path
    }

    /// Holds the lock until it goes.
    final class Hold: Sendable {
        private let descriptor: Int32
        fileprivate init(_ descriptor: Int32) { self.descriptor = descriptor }
        deinit { close(descriptor) }
    }

    /// Waits for its turn; nil where there is no way to lock, or another run takes too long.
    func acquire() async -> Hold? {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { return nil }
        let hold = Hold(descriptor)
        let end = ContinuousClock.now + AccountLock.patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < end,
                !observer.isInterrupted
            else { return nil }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return hold
    }
}
