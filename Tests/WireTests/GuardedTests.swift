import Testing
import Wire

@Suite(.ownThread) struct GuardedTests {
    @Test("many at once lose nothing") func counting() async {
        let count = Guarded(0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<1000 { count.withLock { $0 += 1 } } } }
        }
        #expect(count.withLock { $0 } == 8000)
    }

    @Test("an error leaves the value free") func error() {
        struct Failure: Error {}
        let value = Guarded(1)
        #expect(throws: Failure.self) { try value.withLock { _ throws(Failure) in throw Failure() } }
        #expect(value.withLock { $0 } == 1)
    }
}
