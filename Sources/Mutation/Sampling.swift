import Conformance
import SpecModel

/// Which of many changes are run, class by class.
struct Sample: Sendable {
    /// How many changes of each class there are.
    let existing: [FaultKind: Int]
    /// The places of those that are run, counted from 0 among those of their class; nil where all are.
    private let places: [FaultKind: Set<Int>]?

    /// - Parameter count: how many of each class at most; nil for all.
    init(_ existing: [FaultKind: Int], _ count: Int?, seed: UInt64) {
        self.existing = existing
        places = count.map { count in
            Dictionary(
                uniqueKeysWithValues: existing.map { kind, total in
                    let name = "\(kind.api.rawValue) \(kind.faultClass.rawValue)"
                    var numbers = SeededNumbers(seed: seed, for: name)
                    return (kind, Set((0..<total).shuffled(using: &numbers).prefix(count)))
                })
        }
    }

    /// How many changes are run.
    var size: Int { existing.reduce(0) { $0 + (places?[$1.key]?.count ?? $1.value) } }

    func holds(_ kind: FaultKind, _ place: Int) -> Bool { places?[kind]?.contains(place) ?? true }

    /// The changes of a sequence that are run.
    ///
    /// - Parameter earlier: how many changes of each class came before the sequence.
    func of<Change>(
        _ changes: [Change], by kind: (Change) -> FaultKind, after earlier: [FaultKind: Int] = [:]
    ) -> [Change] {
        var next = earlier
        return changes.filter { change in
            let one = kind(change)
            defer { next[one, default: 0] += 1 }
            return holds(one, next[one] ?? 0)
        }
    }
}
