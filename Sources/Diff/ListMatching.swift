import SpecModel
import Wire

/// Finds the partners of two lists' members with the least difference in all.
struct ListMatching {
    let walker: TreeWalker
    let expected: [Tree]
    let actual: [Tree]
    let member: Shape?

    /// The most pairs of members whose distance is taken; beyond, what is left is paired by position.
    private static let mostCells = 4_096

    func pair(_ list: Shape.List) -> ListPairing {
        var pairing = ListPairing(expected: expected.count, actual: actual.count)
        if list.ordered {
            pairEqualEnds(&pairing)
            if let key = list.key { pairByKey(&pairing, key: key) }
            pairEqual(&pairing)
            if list.key == nil { align(&pairing) } else { pairNearest(&pairing, list) }
        } else {
            if let key = list.key { pairByKey(&pairing, key: key) }
            pairEqual(&pairing)
            pairNearest(&pairing, list)
        }
        return pairing
    }

    // MARK: Exact

    /// Pairs what is equal at both ends, so that one change in a long list costs little.
    private func pairEqualEnds(_ pairing: inout ListPairing) {
        let shared = min(expected.count, actual.count)
        var head = 0
        while head < shared, isEqual(head, head) { head += 1 }
        var tail = 0
        while tail < shared - head, isEqual(expected.count - 1 - tail, actual.count - 1 - tail) { tail += 1 }
        let pairs = (0..<head).map { (expected: $0, actual: $0) }
        pairing.add(pairs + (0..<tail).map { (expected: expected.count - 1 - $0, actual: actual.count - 1 - $0) })
    }

    private func pairByKey(_ pairing: inout ListPairing, key: String) {
        var index: [String: [Int]] = [:]
        for position in pairing.actualLeft.reversed() {
            if let text = actual[position].child(key)?.text { index[text, default: []].append(position) }
        }
        var pairs: [(expected: Int, actual: Int)] = []
        for position in pairing.expectedLeft {
            guard let text = expected[position].child(key)?.text,
                let value = walker.rules.matcher.resolve(Template(text), walker.bindings),
                let partner = index[value]?.popLast()
            else { continue }
            pairs.append((position, partner))
        }
        pairing.add(pairs)
    }

    /// Pairs members that are equal, found through the leaf that fewest members share.
    private func pairEqual(_ pairing: inout ListPairing) {
        guard !pairing.expectedLeft.isEmpty, !pairing.actualLeft.isEmpty else { return }
        var index: [String: [Int]] = [:]
        for position in pairing.actualLeft {
            for leaf in leaves(of: actual[position]) { index[leaf, default: []].append(position) }
        }
        var taken = Set<Int>()
        var pairs: [(expected: Int, actual: Int)] = []
        // A member whose texts are known goes before one of placeholders, which would take its partner.
        for (position, leaves) in byOpenness(pairing.expectedLeft) {
            let rarest = leaves.map { index[$0] ?? [] }.min { $0.count < $1.count }
            let candidates = (rarest ?? pairing.actualLeft).lazy.filter { !taken.contains($0) }
            guard let partner = candidates.first(where: { isEqual(position, $0) }) else { continue }
            taken.insert(partner)
            pairs.append((position, partner))
        }
        pairing.add(pairs)
    }

    /// Positions with those leaves whose texts are known; members without placeholders first.
    private func byOpenness(_ positions: [Int]) -> [(Int, [String])] {
        let matcher = walker.rules.matcher
        let all = positions.map { position in
            let leaves = self.leaves(of: expected[position])
            return (position, leaves.compactMap { matcher.resolve(Template($0), walker.bindings) }, leaves.count)
        }
        return all.filter { $0.1.count == $0.2 }.map { ($0.0, $0.1) }
            + all.filter { $0.1.count < $0.2 }.map { ($0.0, $0.1) }
    }

    /// `Name=rule` for each leaf.
    private func leaves(of tree: Tree) -> [String] {
        guard !tree.children.isEmpty else { return ["\(tree.name)=\(tree.text)"] }
        return tree.children.flatMap(leaves)
    }

    private func isEqual(_ expectedIndex: Int, _ actualIndex: Int) -> Bool {
        let left = expected[expectedIndex]
        let right = actual[actualIndex]
        if left.children.isEmpty, right.children.isEmpty, !left.text.utf8.contains(0xE2) {
            return isSame(left.text, right.text)
        }
        return walker.distance(left, right, shape: member).errors == 0
    }

    // MARK: Nearest

    /// Aligns what is left of ordered lists.
    private func align(_ pairing: inout ListPairing) {
        let rows = pairing.expectedLeft
        let columns = pairing.actualLeft
        guard rows.count * columns.count <= Self.mostCells else {
            pairing.add(zip(rows, columns).map { ($0, $1) })
            return
        }
        let found = Alignment.pairs(rows.count, columns.count) { cost(rows[$0], columns[$1]) }
        pairing.add(found.map { (rows[$0.0], columns[$0.1]) })
    }

    /// Pairs what is left by the least distance, nearest first, as long as there is anything in common.
    private func pairNearest(_ pairing: inout ListPairing, _ list: Shape.List) {
        let rows = pairing.expectedLeft
        var columns = pairing.actualLeft
        if list.accountWide {
            // What others made is not a changed member of the case's own.
            columns.removeAll { !actual[$0].leafTexts().contains(where: walker.rules.isOwn) }
        }
        guard rows.count * columns.count <= Self.mostCells else {
            pairing.add(zip(rows, columns).map { ($0, $1) })
            return
        }
        var cells: [(cost: Double, expected: Int, actual: Int)] = []
        for row in rows {
            for column in columns {
                let cost = cost(row, column)
                if cost <= Alignment.unlike { cells.append((cost, row, column)) }
            }
        }
        cells.sort { ($0.cost, $0.expected, $0.actual) < ($1.cost, $1.expected, $1.actual) }
        var usedRows = Set<Int>()
        var usedColumns = Set<Int>()
        var pairs: [(expected: Int, actual: Int)] = []
        for cell in cells where !usedRows.contains(cell.expected) && !usedColumns.contains(cell.actual) {
            usedRows.insert(cell.expected)
            usedColumns.insert(cell.actual)
            pairs.append((cell.expected, cell.actual))
        }
        pairing.add(pairs)
    }

    /// What it costs to take one member for another: by the share of its leaves that differ.
    private func cost(_ expectedIndex: Int, _ actualIndex: Int) -> Double {
        let distance = walker.distance(expected[expectedIndex], actual[actualIndex], shape: member)
        let leaves = max(1, expected[expectedIndex].leafTexts().count)
        if distance.errors > 1, distance.errors * 3 >= leaves * 2 { return Alignment.gap * 2 + 1 }
        let share = Double(distance.errors) / Double(leaves)
        return Alignment.unlike * min(1, share) + Double(distance.warnings) * 0.01 + Double(distance.notes) * 0.001
    }
}
