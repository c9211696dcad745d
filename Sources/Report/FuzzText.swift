import Conformance

/// What random requests were sent and what came of them, in numbers, so that nobody takes silence for success.
///
///     sent 512 valid requests: 480 accepted, 32 refused
///     sent 488 nearly valid requests: 61 accepted, 427 refused
public struct FuzzText: Sendable {
    private let fuzzed: FuzzResult
    private let isVerbose: Bool

    /// - Parameter isVerbose: whether every operation is listed.
    public init(_ fuzzed: FuzzResult, isVerbose: Bool) {
        self.fuzzed = fuzzed
        self.isVerbose = isVerbose
    }

    public var text: String {
        var lines = FuzzKind.allCases.map { kind in
            "sent \(Wording.count(fuzzed.sent(kind), "\(kind.words) request")): "
                + numbers(fuzzed.sent(kind), fuzzed.accepted(kind), fuzzed.refused(kind))
        }
        let unsent = fuzzed.tallies.reduce(0) { $0 + $1.unsent }
        if unsent > 0 {
            lines.append("not sent: \(Wording.count(unsent, "request")), to what is unsupported or could not be set up")
        }
        if isVerbose { lines += fuzzed.tallies.flatMap(self.lines) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(_ tally: FuzzTally) -> [String] {
        FuzzKind.allCases.compactMap { kind in
            guard let sent = tally.sent[kind] else { return nil }
            let came = numbers(sent, tally.accepted[kind] ?? 0, tally.refused[kind] ?? 0)
            return "  \(tally.operation), \(kind.words): \(Wording.number(sent)) sent, \(came)"
        } + (tally.unsent > 0 ? ["  \(tally.operation): \(Wording.number(tally.unsent)) not sent"] : [])
    }

    private func numbers(_ sent: Int, _ accepted: Int, _ refused: Int) -> String {
        let other = sent - accepted - refused
        return "\(Wording.number(accepted)) accepted, \(Wording.number(refused)) refused"
            + (other > 0 ? ", \(Wording.number(other)) answered otherwise or not at all" : "")
    }
}

extension FuzzKind {
    fileprivate var words: String {
        switch self {
        case .valid: "valid"
        case .nearlyValid: "nearly valid"
        }
    }
}
