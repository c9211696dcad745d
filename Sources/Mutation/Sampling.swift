/// Random numbers that are the same for the same seed on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    /// - Parameter name: gives equal seeds different numbers.
    init(seed: UInt64, for name: String) {
        // FNV-1a: Swift's own hash values differ from run to run.
        state = name.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 } ^ seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Array {
    /// At most so many of the elements, in their order; which, the seed decides.
    func sample(_ count: Int?, seed: UInt64, for name: String) -> [Element] {
        guard let count, count < self.count else { return self }
        var numbers = SeededNumbers(seed: seed, for: name)
        return indices.shuffled(using: &numbers).prefix(count).sorted().map { self[$0] }
    }
}
