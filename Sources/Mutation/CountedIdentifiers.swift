import Conformance
import ReferenceService
import Wire

/// Ids that are counted and tokens that follow from the domain, so that two services side by side give out the same.
final class CountedIdentifiers: IdentifierSource {
    private let requests = Guarded(0)
    private let messages = Guarded(0)

    func requestID() -> String { "5e1f7e57-0000-4000-8000-" + CountedIdentifiers.padded(requests) }

    func messageID(at milliseconds: Int64) -> String {
        "0100000000000000-5e1f7e57-0000-4000-8000-" + CountedIdentifiers.padded(messages) + "-000000"
    }

    func verificationToken(for domain: String) -> String {
        String(CountedIdentifiers.letters(of: domain, count: 43)) + "="
    }

    func dkimTokens(for domain: String) -> [String] {
        (1...3).map { CountedIdentifiers.letters(of: "\($0).\(domain)", count: 32) }
    }

    private static func padded(_ counter: Guarded<Int>) -> String {
        let number = counter.withLock { counter in
            counter += 1
            return counter
        }
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }

    private static func letters(of text: String, count: Int) -> String {
        var numbers = SeededNumbers(seed: 0, for: text)
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        return String((0..<count).compactMap { _ in alphabet.randomElement(using: &numbers) })
    }
}
