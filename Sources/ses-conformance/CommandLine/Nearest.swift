/// Finds what was probably meant by a word that nobody knows.
enum Nearest {
    /// The candidate with the fewest edits to the word, letter case aside; nil if none is near.
    ///
    /// Near is a third of the word's length, and two edits at least for words of four letters or more.
    static func name(to word: String, among candidates: [String]) -> String? {
        let wanted = word.lowercased()
        let limit = max(wanted.count / 3, wanted.count < 4 ? 1 : 2)
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(wanted, candidate.lowercased())
            if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours from one text to the other.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left)
        let right = Array(right)
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var least = min(replaced, last[column + 1] + 1, current[column] + 1)
                let isSwap =
                    row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
                if isSwap { least = min(least, beforeLast[column - 1] + 1) }
                current.append(least)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
