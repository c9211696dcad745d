import Conformance
import SpecModel

/// Several endpoints beside each other: who has what, axis by axis, over the cases that each of them was asked.
public struct Comparison: Sendable {
    /// One endpoint's run under the name that the reader knows it by.
    public struct Side: Sendable {
        public let name: String
        public let result: RunResult

        public init(name: String, result: RunResult) {
            self.name = name
            self.result = result
        }
    }

    /// One operation on one axis, each list with an entry a side.
    struct Row {
        let operation: String
        let axis: Axis
        let tallies: [OperationRow.Tally?]

        private var passed: [Int] { tallies.map { $0?.passed ?? 0 } }

        /// The sides that pass most; empty where all are alike.
        var best: [Int] { sides(at: passed.max()) }

        /// The sides that pass least; empty where all are alike.
        var worst: [Int] { sides(at: passed.min()) }

        /// Whether every side passes all that it was judged by.
        var isWhole: Bool { tallies.allSatisfy { $0.map { $0.passed == $0.run } ?? false } }

        private func sides(at value: Int?) -> [Int] {
            Set(passed).count > 1 ? passed.indices.filter { passed[$0] == value } : []
        }
    }

    let sides: [Side]
    /// Ordered by API, operation and axis.
    let rows: [Row]
    /// Cases that not every side was asked; they are not compared.
    let leftOut: Int
    /// By side: cases that it alone gets right.
    let onlyRight: [[CaseResult]]
    /// By side: cases that it alone gets wrong; empty for two sides, where the other one's right says it.
    let onlyWrong: [[CaseResult]]
    /// By side: `OperationRow`s of the compared cases.
    let operations: [[OperationRow]]

    public init(_ sides: [Side]) {
        let ids = sides.map { Set($0.result.cases.map(\.id)) }
        let shared = ids.dropFirst().reduce(ids.first ?? []) { $0.intersection($1) }
        leftOut = ids.reduce(Set()) { $0.union($1) }.count - shared.count
        let trimmed = sides.map { side in
            var result = side.result
            // A file may say anything, even one case twice.
            let cases = Dictionary(result.cases.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
            result.cases = shared.sorted().compactMap { cases[$0] }
            return Side(name: side.name, result: result)
        }
        self.sides = trimmed
        operations = trimmed.map { OperationRow.rows(of: $0.result, failOn: .error) }
        rows = Self.rows(operations)
        var right: [[CaseResult]] = trimmed.map { _ in [] }
        var wrong = right
        for position in trimmed.first?.result.cases.indices ?? 0..<0 {
            let cases = trimmed.map { $0.result.cases[position] }
            let isRight = cases.map { $0.outcome == .passed }
            let isWrong = cases.map(\.isWrong)
            for side in cases.indices {
                let others = cases.indices.filter { $0 != side }
                if isRight[side], others.allSatisfy({ isWrong[$0] }) { right[side].append(cases[side]) }
                if isWrong[side], others.allSatisfy({ isRight[$0] }) { wrong[side].append(cases[side]) }
            }
        }
        onlyRight = right
        onlyWrong = trimmed.count > 2 ? wrong : trimmed.map { _ in [] }
    }

    private static func rows(_ operations: [[OperationRow]]) -> [Row] {
        let bySide = operations.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.id, $0) }) }
        return Set(bySide.flatMap(\.keys)).sorted().flatMap { id in
            Axis.allCases.compactMap { axis in
                let tallies = bySide.map { $0[id]?.axes[axis] }
                guard tallies.contains(where: { $0 != nil }) else { return nil }
                return Row(operation: id, axis: axis, tallies: tallies)
            }
        }
    }
}

extension CaseResult {
    /// Whether the endpoint was asked and did not do what it should.
    var isWrong: Bool {
        switch outcome {
        case .failed, .unsupported, .broken: true
        case .passed, .blocked, .observed: false
        }
    }
}
