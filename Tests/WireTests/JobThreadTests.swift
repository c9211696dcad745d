import Foundation
import Testing

@testable import Wire

@Suite(.ownThread) struct JobThreadTests {
    /// The number of threads of that name in this process.
    private func threads(named name: String) -> Int {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        return tasks.count {
            (try? String(contentsOfFile: "/proc/self/task/\($0)/comm", encoding: .utf8)) == name + "\n"
        }
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
        let start = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<40 { group.addTask(executorPreference: JobThread()) { usleep(200_000) } }
        }
        #expect(ContinuousClock.now - start < .seconds(4))
    }

    @Test("the thread ends when nobody needs it") func ends() async throws {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<10 {
                group.addTask(executorPreference: JobThread(name: "ending")) { await Task.yield() }
            }
            await group.waitForAll()
        }
        let kept = JobThread(name: "kept")
        for _ in 0..<200 where threads(named: "kept") == 0 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(threads(named: "kept") == 1)
        await withTaskExecutorPreference(kept) { await Task.yield() }
        for _ in 0..<200 where threads(named: "ending") > 0 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(threads(named: "ending") == 0)
    }
}
