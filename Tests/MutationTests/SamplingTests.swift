import Conformance
import Testing

@testable import Mutation

@Suite struct SamplingTests {
    private static let quoting = FaultKind(.v1, .quoting)
    private static let prefixed = FaultKind(.v1, .prefixed)
    private static let other = FaultKind(.v2, .quoting)

    private static func places(_ count: Int?, seed: UInt64, of kind: FaultKind = quoting) -> [Int] {
        let sample = Sample([quoting: 1000, prefixed: 1000, other: 1000], count, seed: seed)
        return (0..<1000).filter { sample.holds(kind, $0) }
    }

    @Test("a sample is the same for the same seed, and another for another seed, class or API")
    func seeds() {
        let one = Self.places(50, seed: 1)
        #expect(one == Self.places(50, seed: 1))
        #expect(one != Self.places(50, seed: 2))
        #expect(one != Self.places(50, seed: 1, of: Self.prefixed))
        #expect(one != Self.places(50, seed: 1, of: Self.other))
        #expect(one.count == 50)
    }

    @Test("the same changes are kept, however many sequences they come in") func sequences() {
        let sample = Sample([Self.quoting: 100], 10, seed: 3)
        let whole = sample.of(Array(0..<100), by: { _ in Self.quoting })
        let head = sample.of(Array(0..<40), by: { _ in Self.quoting })
        let tail = sample.of(Array(40..<100), by: { _ in Self.quoting }, after: [Self.quoting: 40])
        #expect(whole == head + tail)
        #expect(sample.size == 10)
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

    @Test("no sample is everything", arguments: [nil, 1000, 7000])
    func everything(_ count: Int?) { #expect(Self.places(count, seed: 1).count == 1000) }
}
