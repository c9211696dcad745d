import Foundation
import Testing

@testable import Wire

@Suite(.ownThread) struct JobThreadTests {
    /// Where the system shows the thread that runs this.
    private func currentThread() throws -> String {
        "/proc/" + (try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self"))
    }

    @Test("every part of a task runs on its job's own thread") func ownThread() async {
        let threads = await withTaskGroup(of: Set<UInt>.self) { group in
            for _ in 0..<8 {
                group.addTask(executorPreference: JobThread()) {
                    var seen: Set<UInt> = []
                    for _ in 0..<20 {
                        seen.insert(UInt(pthread_self()))
                        await Task.yield()
                        try? await Task.sleep(for: .milliseconds(1))
                    }
                    return seen
                }
            }
            return await group.reduce(into: [Set<UInt>]()) { $0.append($1) }
        }
        #expect(threads.allSatisfy { $0.count == 1 })
        #expect(Set(threads.flatMap { $0 }).count == 8)
    }

    @Test("jobs that block do not hold each other up") func blocking() async {
        let present = Guarded(0)
        // Each blocks its thread until all are there, for at most a minute: one thread fewer, and none would meet all.
        let met = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask(executorPreference: JobThread()) {
                    present.withLock { $0 += 1 }
                    for _ in 0..<6_000 where present.withLock({ $0 }) < 40 { usleep(10_000) }
                    return present.withLock { $0 } == 40
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(met == [Bool](repeating: true, count: 40))
    }

    @Test("the thread ends when nobody needs it, and not before") func ends() async throws {
        let kept = JobThread()
        let keptPlace = try await withTaskExecutorPreference(kept) { try currentThread() }
        let places = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<10 { group.addTask(executorPreference: JobThread()) { try currentThread() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(places).count > 1)
        let exist = { FileManager.default.fileExists(atPath: $0) }
        for _ in 0..<12_000 where places.contains(where: exist) { try await Task.sleep(for: .milliseconds(20)) }
        #expect(!places.contains(where: exist))
        #expect(try await withTaskExecutorPreference(kept) { try currentThread() } == keptPlace)
    }
}
