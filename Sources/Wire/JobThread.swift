import Dispatch
import Foundation

/// A thread of its own for one job, so that it may block on a socket without starving everyone else's tasks.
///
/// Used as `group.addTask(executorPreference: JobThread())`. The thread ends when the last task that prefers it has
/// ended and nobody else holds it.
public final class JobThread: TaskExecutor {
    private let queue = Queue()

    /// Starts the thread.
    ///
    /// - Parameter name: what debuggers show; at most 15 bytes.
    public init(name: String = "job") {
        Thread.detachNewThread { [queue] in
            // The name that `Thread` is given before it starts never reaches the system.
            Thread.current.name = name
            queue.work()
        }
    }

    deinit { queue.end() }

    /// Runs a part of a task on the thread, after those that came before it.
    public func enqueue(_ job: consuming ExecutorJob) { queue.add(UnownedJob(job), for: self) }
}

extension JobThread {
    /// What the thread and its owner share; the thread holds this and not the owner, or neither would ever go.
    private final class Queue: Sendable {
        /// A job keeps its executor alive until it has run.
        private struct Entry: Sendable {
            let job: UnownedJob
            let executor: JobThread
        }

        private struct State: Sendable {
            var entries: [Entry] = []
            var hasEnded = false
        }

        private let state = Guarded(State())
        private let wake = DispatchSemaphore(value: 0)

        func add(_ job: UnownedJob, for executor: JobThread) {
            state.withLock { $0.entries.append(Entry(job: job, executor: executor)) }
            wake.signal()
        }

        func end() {
            state.withLock { $0.hasEnded = true }
            wake.signal()
        }

        func work() {
            while true {
                wake.wait()
                let (entries, hasEnded) = state.withLock { state in
                    defer { state.entries.removeAll(keepingCapacity: true) }
                    return (state.entries, state.hasEnded)
                }
                for entry in entries { entry.job.runSynchronously(on: entry.executor.asUnownedTaskExecutor()) }
                if hasEnded { return }
            }
        }
    }
}
