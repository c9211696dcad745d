import Foundation
import Testing

@testable import Conformance

@Suite struct AccountLockTests {
    /// A lock over a port that nothing else uses, and its file.
    private func lock(_ port: Int) async throws -> (AccountLock, String) {
        let rehearsal = try await Rehearsal(catalog: Things.catalog())
        var options = Rehearsal.options()
        options.isEmbedded = false
        options.baseURL = "http://127.0.0.1:\(port)"
        let context = rehearsal.context(options)
        let name = "ses-conformance-loopback-\(port).lock"
        return (
            try #require(AccountLock(context)), FileManager.default.temporaryDirectory.appending(path: name).path
        )
    }

    @Test("its file is there while somebody holds it, and gone afterwards") func file() async throws {
        let (lock, path) = try await lock(65_001)
        var hold = await lock.acquire()
        #expect(hold != nil && FileManager.default.fileExists(atPath: path))
        hold = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("one after the other holds it, though each takes the file away") func turns() async throws {
        let (lock, path) = try await lock(65_002)
        let inside = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    // On a busy machine a turn may take longer than a run would wait.
                    let hold = await lock.acquire(within: .seconds(1800))
                    #expect(hold != nil)
                    await inside.enter()
                    try? await Task.sleep(for: .milliseconds(15))
                    await inside.leave()
                    withExtendedLifetime(hold) {}
                }
            }
        }
        #expect(await inside.most == 1)
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}

private actor Counter {
    private var present = 0
    private(set) var most = 0

    func enter() {
        present += 1
        most = max(most, present)
    }

    func leave() { present -= 1 }
}
