import Testing

@testable import Mutation

@Suite struct SamplingTests {
    @Test("a sample is the same for the same seed, and another for another")
    func seeds() {
        let all = Array(0..<1000)
        let one = all.sample(50, seed: 1, for: "a")
        #expect(one == all.sample(50, seed: 1, for: "a"))
        #expect(one != all.sample(50, seed: 2, for: "a"))
        #expect(one != all.sample(50, seed: 1, for: "b"))
        #expect(one.count == 50)
        #expect(one == one.sorted())
    }

    @Test("the numbers are those of SplitMix64") func numbers() {
        var numbers = SeededNumbers(seed: 0, for: "")
        // The state begins with the offset of FNV-1a, since the name is empty.
        let first = numbers.next()
        let second = numbers.next()
        #expect(first != second)
        var again = SeededNumbers(seed: 0, for: "")
        #expect(again.next() == first)
    }

    @Test("no sample is everything", arguments: [nil, 3, 7])
    func everything(_ count: Int?) { #expect([1, 2, 3].sample(count, seed: 1, for: "") == [1, 2, 3]) }
}
