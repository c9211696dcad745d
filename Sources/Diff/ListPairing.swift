/// Which member of an expected list is which of an actual one.
struct ListPairing {
    private(set) var pairs: [(expected: Int, actual: Int)] = []
    /// Members without a partner, ascending.
    private(set) var expectedLeft: [Int]
    private(set) var actualLeft: [Int]

    init(expected: Int, actual: Int) {
        expectedLeft = Array(0..<expected)
        actualLeft = Array(0..<actual)
    }

    mutating func add(_ new: [(expected: Int, actual: Int)]) {
        guard !new.isEmpty else { return }
        pairs += new
        let expected = Set(new.map(\.expected))
        let actual = Set(new.map(\.actual))
        expectedLeft.removeAll(where: expected.contains)
        actualLeft.removeAll(where: actual.contains)
    }

    /// Pairs in the order of the expected list.
    var ordered: [(expected: Int, actual: Int)] { pairs.sorted { $0.expected < $1.expected } }

    /// Whether the partners stand in the order of the expected list.
    var keepsOrder: Bool {
        let actual = ordered.map(\.actual)
        return zip(actual, actual.dropFirst()).allSatisfy { $0 < $1 }
    }
}

/// The best alignment of two sequences: the cheapest way from one to the other.
enum Alignment {
    /// What it costs that a member has no partner; two members that have nothing in common cost more
    /// than one of these and less than two, so that a changed member is one difference and a moved one is found.
    static let gap = 10.0
    static let unlike = 15.0

    /// Pairs in ascending order. Takes time and space for each of `rows * columns` cells.
    static func pairs(_ rows: Int, _ columns: Int, cost: (Int, Int) -> Double) -> [(Int, Int)] {
        guard rows > 0, columns > 0 else { return [] }
        let width = columns + 1
        var totals = [Double](repeating: 0, count: (rows + 1) * width)
        var costs = [Double](repeating: 0, count: (rows + 1) * width)
        for row in 1...rows { totals[row * width] = Double(row) * gap }
        for column in 1...columns { totals[column] = Double(column) * gap }
        for row in 1...rows {
            for column in 1...columns {
                let cell = row * width + column
                costs[cell] = cost(row - 1, column - 1)
                let apart = min(totals[cell - width], totals[cell - 1]) + gap
                totals[cell] = min(apart, totals[cell - width - 1] + costs[cell])
            }
        }
        return trace(rows, columns, width, totals, costs)
    }

    private static func trace(
        _ rows: Int, _ columns: Int, _ width: Int, _ totals: [Double], _ costs: [Double]
    ) -> [(Int, Int)] {
        var result: [(Int, Int)] = []
        var row = rows
        var column = columns
        while row > 0, column > 0 {
            let cell = row * width + column
            if totals[cell] == totals[cell - width - 1] + costs[cell] {
                result.append((row - 1, column - 1))
                row -= 1
                column -= 1
            } else if totals[cell] == totals[cell - width] + gap {
                row -= 1
            } else {
                column -= 1
            }
        }
        return result.reversed()
    }
}
