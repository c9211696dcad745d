import Foundation

/// Many inputs for one parser: valid samples, changed a little or much, and bytes by chance.
package struct Fuzz: Sendable, CustomStringConvertible {
    private let samples: [[UInt8]]
    /// Pieces that parsers stumble over.
    private let tokens: [[UInt8]]

    package var description: String { "\(samples.count) samples" }

    package init(samples: [String], tokens: [String]) {
        self.samples = samples.map { Array($0.utf8) }
        self.tokens = (tokens + Fuzz.common).map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0]]
    }

    private static let common = [
        "\u{FEFF}", "\r\n", "\n", "\r", "\t", " ", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "e\u{301}",
        "\u{1F600}", "\u{FFFF}", "-", "-1", "0", "00", "1e999", "9999999999999999999999", "%", "%00", "%zz", "+", "⟦",
        "⟧", "⟦any⟧", "⟦⟦", "\"", "'", "\\", "<", ">", "&", "{", "}", "[", "]", ":", ",", ";", "=", "*", "?", "!", "#",
    ]

    /// Inputs of one parser: a thousand, and a hundred thousand where `SES_CONFORMANCE_SLOW` is 1.
    package static let count = ProcessInfo.processInfo.environment["SES_CONFORMANCE_SLOW"] == "1" ? 100_000 : 1_000

    /// Shows each input to a parser and gives what is wrong with what it made of them, ten at most, each with its seed
    /// and the input in Base64.
    ///
    /// - Parameter check: why what the parser made of an input is wrong; nil if it is right.
    package func failures(_ check: @Sendable (_ input: [UInt8]) -> String?) -> [String] {
        var found: [String] = []
        for seed in 0..<Fuzz.count where found.count < 10 {
            let input = input(seed: UInt64(seed))
            if let problem = check(input) {
                found.append("seed \(seed): \(problem): \(Data(input).base64EncodedString())")
            }
        }
        return found
    }

    /// The same for parsers of text: what of an input is not UTF-8 is replaced.
    package func failures(ofText check: @Sendable (_ input: String) -> String?) -> [String] {
        failures { (bytes: [UInt8]) in check(String(decoding: bytes, as: UTF8.self)) }
    }

    /// The input of a seed; the first ones are the samples as they are.
    package func input(seed: UInt64) -> [UInt8] {
        if seed < samples.count { return samples[Int(seed)] }
        var generator = SeededGenerator(seed: seed)
        if generator.below(16) == 0 {
            return (0..<generator.below(48)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        }
        var bytes = samples[generator.below(samples.count)]
        for _ in 0...generator.below(4) { change(&bytes, &generator) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = generator.below(bytes.count + 1)
        let end = min(bytes.count, place + 1 + generator.below(24))
        switch generator.below(8) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(generator.below(8))
        case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4: bytes.removeSubrange(place...)
        case 5:
            // The end of another sample.
            let other = samples[generator.below(samples.count)]
            bytes.replaceSubrange(place..., with: other[generator.below(other.count + 1)...])
        default: bytes.insert(contentsOf: tokens[generator.below(tokens.count)], at: place)
        }
    }
}
