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
        guard old.count * new.count <= limit else { return [] }
        let (lastOld, lastNew) = (old.upperBound - 1, new.upperBound - 1)
        // Unlike members cost more than two gaps: they are never partners here. Backwards, so that of two sequences of
        // one length the one is taken whose first member comes first in what is new.
        let pairs = Alignment.pairs(old.count, new.count) { row, column in
            isSame(before[lastOld - row], after[lastNew - column]) ? 0 : Alignment.gap * 2 + 1
        }
        return pairs.reversed().map { (lastOld - $0.0, lastNew - $0.1) }
    }
}
