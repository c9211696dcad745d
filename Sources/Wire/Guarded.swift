import Foundation

/// A value that many threads share, each looking at it alone.
///
/// The one `@unchecked Sendable` of the project: everything else that is shared is an actor or holds one of these.
/// `Synchronization.Mutex` is not used because the thread sanitizer reports it on Linux though it is used rightly.
public final class Guarded<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    /// Takes the value that the first to look finds.
    public init(_ value: Value) { self.value = value }

    /// Runs `body` with the value while nobody else can; `body` must not block nor come back to this guard.
    ///
    /// - Throws: what `body` throws.
    public func withLock<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
