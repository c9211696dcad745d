import Dispatch
import Wire

extension Array where Element: Sendable {
    /// The outputs in order, made on as many threads as there are processors; for work that waits for nobody.
    func concurrentlyMapped<Output: Sendable>(_ work: @Sendable (Element) -> Output) -> [Output] {
        let outputs = Guarded<[Int: Output]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let output = work(self[index])
            outputs.withLock { $0[index] = output }
        }
        let all = outputs.withLock { $0 }
        return indices.compactMap { all[$0] }
    }
}
