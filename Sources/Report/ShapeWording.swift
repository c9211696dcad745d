import SpecModel

/// The constraints of a shape in words.
enum ShapeWording {
    /// "1–64 characters; letters, digits or `-`"; a dash where there are none.
    static func constraints(of shape: Shape) -> Phrase {
        let words = parts(of: shape)
        return words.isEmpty ? "–" : words.joined(separator: "; ")
    }

    private static func parts(of shape: Shape) -> [Phrase] {
        switch shape {
        case .text(let text): parts(of: text)
        case .integer(let bound): bound.map { [words($0, "")] } ?? []
        case .list(let member, let list):
            (list.count.map { [words($0, "members")] } ?? []) + (list.ordered ? ["in order"] : [])
                + parts(of: member).map { "each " + $0 }
        case .map(let value): parts(of: value).map { "each " + $0 }
        case .boolean, .long, .double, .timestamp, .blob, .structure: []
        }
    }

    private static func parts(of text: Shape.Text) -> [Phrase] {
        var words: [Phrase] = []
        if !text.allowed.isEmpty { words.append(Phrase.list(text.allowed.map { .code($0) }, last: "or")) }
        if let length = text.length { words.append(self.words(length, "characters")) }
        if let pattern = text.pattern { words.append(.prose(pattern.meaning)) }
        if let format = self.words(text.format) { words.append(format) }
        return words
    }

    private static func words(_ format: Format) -> Phrase? {
        switch format {
        case .emailAddress: "an email address"
        case .domain: "a domain"
        case .identity: "an email address, a domain or the ARN of either"
        case .arn: "an ARN"
        case .cidr: "an IP address or a range in CIDR notation"
        case .policy: "a policy in JSON"
        case .messageID: "a message id"
        case .token: "a token"
        case .dkimToken: "a DKIM token"
        case .verificationToken: "a verification token"
        case .text: nil
        }
    }

    /// Every source's word, where they disagree.
    private static func words(_ bound: Bound, _ unit: String) -> Phrase {
        func range(_ range: ClosedRange<Int>) -> Phrase {
            let upper = range.upperBound == .max ? "more" : Wording.number(range.upperBound)
            let text =
                range.upperBound == .max
                ? "\(Wording.number(range.lowerBound)) or more"
                : range.lowerBound == range.upperBound
                    ? upper : "\(Wording.number(range.lowerBound))–\(upper)"
            return .text(unit.isEmpty ? text : "\(text) \(unit)")
        }
        let statements = bound.statements
        guard Set(statements.map(\.range)).count > 1 else { return statements.first.map { range($0.range) } ?? "" }
        return statements.map { "\(range($0.range)) (\($0.source))" }.joined(separator: " or ")
    }
}
