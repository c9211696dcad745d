import Wire

/// Makes the ids and tokens that the service gives out; tests set their own.
public protocol IdentifierSource: Sendable {
    /// What gives out the ids of one request's answer; most sources are the same for every request.
    func identifiers(for request: HTTPRequest) -> any IdentifierSource

    /// A UUID in lower case.
    func requestID() -> String

    /// Sixty characters: `0100`, twelve hex digits of the time, a UUID and `-000000`.
    ///
    /// - Parameter milliseconds: when the mail was accepted, since 1970.
    func messageID(at milliseconds: Int64) -> String

    /// The text of the TXT record that proves a domain: base64 of 32 bytes, 44 characters.
    func verificationToken(for domain: String) -> String

    /// The three DKIM selectors of a domain, the same whenever they are asked for: 32 letters and digits each.
    func dkimTokens(for domain: String) -> [String]

    /// What a deliverability test is asked for by: a UUID in lower case.
    func reportID() -> String
}

extension IdentifierSource {
    public func identifiers(for request: HTTPRequest) -> any IdentifierSource { self }

    public func reportID() -> String { requestID() }
}

/// Random ids, and tokens that follow from the domain and a seed of the instance.
public struct RandomIdentifiers: IdentifierSource {
    private let seed: UInt64
    /// Where the digits of ids come from; nil for the system's own numbers.
    private let numbers: Guarded<SeededGenerator>?

    public init() {
        seed = UInt64.random(in: .min ... .max)
        numbers = nil
    }

    fileprivate init(seed: UInt64, numbers: SeededGenerator) {
        self.seed = seed
        self.numbers = Guarded(numbers)
    }

    public func requestID() -> String { uuid() }

    /// Source: truth, wire format section 1: MessageId.
    public func messageID(at milliseconds: Int64) -> String {
        let time = String(UInt64(clamping: milliseconds) & 0xffff_ffff_ffff, radix: 16)
        return "0100" + String(repeating: "0", count: 12 - time.utf8.count) + time + "-" + uuid() + "-000000"
    }

    public func verificationToken(for domain: String) -> String {
        var random = SeededGenerator(seed, domain.utf8, salt: 1)
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = (0..<42).map { _ in digits[Int(random.next() >> 58)] }
        // 32 bytes leave four bits for the last digit, so that its lowest two are zero.
        text.append(digits[Int(random.next() >> 60) << 2])
        return String(decoding: text, as: UTF8.self) + "="
    }

    public func dkimTokens(for domain: String) -> [String] {
        var random = SeededGenerator(seed, domain.utf8, salt: 2)
        let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        return (0..<3).map { _ in
            String(decoding: (0..<32).map { _ in digits[Int(random.next() >> 59)] }, as: UTF8.self)
        }
    }

    private func uuid() -> String {
        guard let numbers else {
            var random = SystemRandomNumberGenerator()
            return Self.uuid(&random)
        }
        return numbers.withLock { Self.uuid(&$0) }
    }

    private static func uuid(_ random: inout some RandomNumberGenerator) -> String {
        let high = (random.next() & ~0xf000) | 0x4000
        let low = (random.next() & ~(UInt64(3) << 62)) | (UInt64(2) << 62)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for position in 0..<32 {
            if position == 8 || position == 12 || position == 16 || position == 20 { text.append(UInt8(ascii: "-")) }
            let half = position < 16 ? high : low
            let digit = UInt8(truncatingIfNeeded: half >> (60 - UInt64(position % 16) * 4)) & 15
            text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Ids that follow from the request, so that what is asked in another order is answered the same.
///
/// A request that comes again gets other ids than before.
public final class RequestIdentifiers: IdentifierSource {
    private let times = Guarded<[UInt64: UInt64]>([:])
    private let others = RandomIdentifiers(seed: 0, numbers: SeededGenerator(0, [], salt: 0))

    public init() {}

    public func identifiers(for request: HTTPRequest) -> any IdentifierSource {
        var numbers = SeededGenerator(0, Array("\(request.method) \(request.target)\n".utf8) + request.body, salt: 0)
        let key = numbers.next()
        let earlier = times.withLock { times in
            defer { times[key, default: 0] += 1 }
            return times[key, default: 0]
        }
        return RandomIdentifiers(seed: 0, numbers: SeededGenerator(key, [], salt: earlier))
    }

    public func requestID() -> String { others.requestID() }

    public func messageID(at milliseconds: Int64) -> String { others.messageID(at: milliseconds) }

    public func verificationToken(for domain: String) -> String { others.verificationToken(for: domain) }

    public func dkimTokens(for domain: String) -> [String] { others.dkimTokens(for: domain) }
}

/// The same numbers for the same bytes.
///
/// Source: FNV-1a for the bytes, SplitMix64 for the numbers; nothing here is secret.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64, _ bytes: some Sequence<UInt8>, salt: UInt64) {
        state = seed &+ salt &* 0x9e37_79b9_7f4a_7c15
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
