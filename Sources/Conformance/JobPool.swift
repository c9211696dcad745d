import Wire

/// Spreads work over jobs, each with a thread of its own, so that a job may block.
struct JobPool: Sendable {
    let jobs: Int
    /// What is held while the items are worked on that must be alone.
    var lock: AccountLock?

    /// Works on every item; those that must be alone come afterwards, one at a time.
    ///
    /// - Returns: the outputs in the items' order.
    func map<Item: Sendable, Output: Sendable>(
        _ items: [Item], alone: (Item) -> Bool, work: @escaping @Sendable (Item) async -> Output
    ) async -> [Output] {
        let together = items.indices.filter { !alone(items[$0]) }
        let single = items.indices.filter { alone(items[$0]) }
        var outputs: [(Int, Output)] = await spread(together, over: jobs, items, work)
        if !single.isEmpty {
            let hold = await lock?.acquire()
            outputs += await spread(single, over: 1, items, work)
            withExtendedLifetime(hold) {}
        }
        return outputs.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func spread<Item: Sendable, Output: Sendable>(
        _ indices: [Int], over jobs: Int, _ items: [Item], _ work: @escaping @Sendable (Item) async -> Output
    ) async -> [(Int, Output)] {
        guard !indices.isEmpty else { return [] }
        let next = Guarded(0)
        return await withTaskGroup(of: [(Int, Output)].self) { group in
            for _ in 0..<min(max(1, jobs), indices.count) {
                group.addTask(executorPreference: JobThread()) {
                    var done: [(Int, Output)] = []
                    while true {
                        let place = next.withLock { next in
                            defer { next += 1 }
                            return next
                        }
                        guard place < indices.count else { return done }
                        let index = indices[place]
                        done.append((index, await work(items[index])))
                    }
                }
            }
            var all: [(Int, Output)] = []
            for await part in group { all += part }
            return all
        }
    }
}
