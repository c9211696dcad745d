/// Which members of one list stand for which of another: the longest common sequence, and between its members what
/// is left, in order.
struct ListAlignment<Element> {
    /// Places in the two lists; nil where there is no counterpart.
    private(set) var pairs: [(before: Int?, after: Int?)] = []

    /// The most comparisons that are made for one pair of lists; longer lists are aligned by place.
    private static var limit: Int { 4_000_000 }

    init(_ before: [Element], _ after: [Element], isSame: (Element, Element) -> Bool) {
        let shorter = min(before.count, after.count)
        var head = 0
        while head < shorter, isSame(before[head], after[head]) { head += 1 }
        var tail = 0
        while tail < shorter - head, isSame(before[before.count - 1 - tail], after[after.count - 1 - tail]) {
            tail += 1
        }
        for place in 0..<head { pairs.append((place, place)) }
        let (oldEnd, newEnd) = (before.count - tail, after.count - tail)
        var (old, new) = (head, head)
        for common in Self.common(before, head..<oldEnd, after, head..<newEnd, isSame) {
            fill(old..<common.before, new..<common.after)
            pairs.append((common.before, common.after))
            (old, new) = (common.before + 1, common.after + 1)
        }
        fill(old..<oldEnd, new..<newEnd)
        for place in 0..<tail { pairs.append((oldEnd + place, newEnd + place)) }
    }

    /// Pairs what has changed between two members that have not.
    private mutating func fill(_ old: Range<Int>, _ new: Range<Int>) {
        for offset in 0..<max(old.count, new.count) {
            pairs.append(
                (
                    offset < old.count ? old.lowerBound + offset : nil,
                    offset < new.count ? new.lowerBound + offset : nil
                ))
        }
    }

    private static func common(
        _ before: [Element], _ old: Range<Int>, _ after: [Element], _ new: Range<Int>,
        _ isSame: (Element, Element) -> Bool
    ) -> [(before: Int, after: Int)] {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= limit else { return [] }
        // How long the longest common sequence is of what follows each pair of places.
        let width = new.count + 1
        var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
        var same = [Bool](repeating: false, count: old.count * new.count)
        for row in (0..<old.count).reversed() {
            for column in (0..<new.count).reversed() {
                let isEqual = isSame(before[old.lowerBound + row], after[new.lowerBound + column])
                same[row * new.count + column] = isEqual
                lengths[row * width + column] =
                    isEqual
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var result: [(before: Int, after: Int)] = []
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            if same[row * new.count + column] {
                result.append((old.lowerBound + row, new.lowerBound + column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return result
    }
}
