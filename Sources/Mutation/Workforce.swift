import Wire

/// Spreads work over jobs, each with a thread of its own.
struct Workforce: Sendable {
    let jobs: Int

    /// Works on every item; the outputs are in the items' order.
    func map<Item: Sendable, Output: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) async -> Output
    ) async -> [Output] {
        let next = Guarded(0)
        return await withTaskGroup(of: [(Int, Output)].self) { group in
            for _ in 0..<Swift.min(Swift.max(1, jobs), Swift.max(1, items.count)) {
                group.addTask(executorPreference: JobThread()) {
                    var done: [(Int, Output)] = []
                    while true {
                        let index = next.withLock { next in
                            defer { next += 1 }
                            return next
                        }
                        guard index < items.count else { return done }
                        done.append((index, await work(items[index])))
                    }
                }
            }
            var all: [(Int, Output)] = []
            for await part in group { all += part }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
