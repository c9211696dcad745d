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
    static let patience: Duration = .seconds(120)

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

    /// Holds the lock until it goes, and takes the file away before that.
    final class Hold: Sendable {
        private let descriptor: Int32
        private let path: String

        fileprivate init(_ descriptor: Int32, _ path: String) {
            self.descriptor = descriptor
            self.path = path
        }

        deinit {
            unlink(path)
            close(descriptor)
        }
    }

    /// Waits for its turn; nil where there is no way to lock, or another run takes too long.
    func acquire(within patience: Duration = AccountLock.patience) async -> Hold? {
        let end = ContinuousClock.now + patience
        while true {
            let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o666)
            guard descriptor >= 0 else { return nil }
            let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
            // What was locked may be a file that its holder took away meanwhile, so that it keeps nobody out.
            if isLocked, isCurrent(descriptor) { return Hold(descriptor, path) }
            let canWait = isLocked || errno == EWOULDBLOCK || errno == EINTR
            close(descriptor)
            guard canWait, ContinuousClock.now < end, !observer.isInterrupted else { return nil }
            if !isLocked { try? await Task.sleep(for: .milliseconds(20)) }
        }
    }

    /// Whether a file is the one that others find under the path.
    private func isCurrent(_ descriptor: Int32) -> Bool {
        var own = stat()
        var found = stat()
        return fstat(descriptor, &own) == 0 && lstat(path, &found) == 0 && own.st_ino == found.st_ino
            && own.st_dev == found.st_dev
    }
}
