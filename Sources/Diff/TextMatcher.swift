import SpecModel

/// What became of holding a text against a template.
enum TextMatch {
    case equal
    /// Right but for the form: what kind of difference, and how grave.
    case different(Difference.Kind, Severity)
}

/// Holds texts against templates, with what the placeholders of the case stand for.
struct TextMatcher {
    /// Whether `⟦at-least:KEY+N⟧` means exactly N more.
    let exactCounters: Bool

    /// Attempts to place the parts of one template before it is taken for different.
    private static let attempts = 2_000

    /// The concrete text of a template all of whose placeholders are known beforehand.
    func resolve(_ template: Template, _ bindings: Bindings) -> String? {
        var result = ""
        for segment in template.segments {
            switch segment {
            case .literal(let text): result += text
            case .placeholder(let placeholder):
                guard let value = known(placeholder, bindings) else { return nil }
                result += value
            }
        }
        return result
    }

    /// Whether the placeholder stands for a value that was known before the answer came.
    func known(_ placeholder: Placeholder, _ bindings: Bindings) -> String? {
        switch placeholder.kind {
        case "name", "resource", "capture": bindings.value(of: "\(placeholder.kind):\(placeholder.argument ?? "")")
        case "sender": bindings.value(of: "sender")
        default: nil
        }
    }

    /// Holds a text against a template and learns what numbered placeholders stand for.
    func match(_ template: Template, _ actual: String, _ bindings: inout Bindings) -> TextMatch {
        if let placeholder = template.soleName { return match(placeholder, actual[...], &bindings) }
        if let text = resolve(template, bindings) { return isSame(text, actual) ? .equal : .different(.value, .error) }
        var placement = Placement(segments: template.segments, text: Array(actual.utf8), attempts: Self.attempts)
        guard placement.place(with: self, &bindings) else { return .different(.value, .error) }
        return placement.worst
    }

    /// Holds the whole of a text against one placeholder.
    func match(_ placeholder: Placeholder, _ actual: Substring, _ bindings: inout Bindings) -> TextMatch {
        let match = form(placeholder, actual, bindings)
        guard let number = placeholder.identity else { return match }
        if case .different(_, .error) = match { return match }
        let key = "\(placeholder.kind)#\(number)"
        guard let earlier = bindings.learnt[key] else {
            bindings.learnt[key] = String(actual)
            return match
        }
        return isSame(earlier, actual) ? match : .different(.identity, .error)
    }

    private func form(_ placeholder: Placeholder, _ actual: Substring, _ bindings: Bindings) -> TextMatch {
        switch placeholder.kind {
        case "any":
            return .equal
        case "request-id":
            return opaque(actual, hasForm: Forms.isUUID(actual))
        case "message-id":
            return opaque(actual, hasForm: Forms.isMessageID(actual))
        case "token":
            return opaque(actual, hasForm: !actual.utf8.contains { $0 <= 0x20 })
        case "timestamp" where placeholder.argument == "number":
            return Forms.isEpoch(actual) ? .equal : .different(.type, .error)
        case "timestamp":
            switch Forms.timestamp(actual) {
            case .canonical: return .equal
            case .parses: return .different(.type, .warning)
            case .none: return .different(.type, .error)
            }
        case "number":
            return Forms.double(actual) == .none ? .different(.type, .error) : .equal
        case "one-of":
            let values = (placeholder.argument ?? "").split(separator: "|", omittingEmptySubsequences: false)
            return values.contains { isSame($0, actual) } ? .equal : .different(.value, .error)
        case "at-least":
            return counter(placeholder, actual, bindings)
        default:
            // A kind that is not known, or a value that nobody bound, must never let an answer pass.
            guard let value = known(placeholder, bindings) else { return .different(.value, .error) }
            return isSame(value, actual) ? .equal : .different(.value, .error)
        }
    }

    /// An opaque value: another form than the service's is worth a note, none at all is a fault.
    private func opaque(_ actual: Substring, hasForm: Bool) -> TextMatch {
        if actual.utf8.allSatisfy({ $0 <= 0x20 }) { return .different(.value, .error) }
        return hasForm ? .equal : .different(.type, .note)
    }

    private func counter(_ placeholder: Placeholder, _ actual: Substring, _ bindings: Bindings) -> TextMatch {
        guard Forms.double(actual) != .none, let number = Double(String(actual)) else {
            return .different(.type, .error)
        }
        guard let threshold = Threshold(placeholder.argument),
            let start = bindings.value(of: "capture:\(threshold.key)").flatMap({ Double($0) })
        else { return .different(.value, .error) }
        if exactCounters { return number == start + Double(threshold.increment) ? .equal : .different(.value, .error) }
        // Counters may lag, but they never decrease.
        return number >= start ? .equal : .different(.value, .error)
    }
}

/// Finds out which part of a text each placeholder of a template stands for.
private struct Placement {
    let segments: [Template.Segment]
    let text: [UInt8]
    var attempts: Int
    /// The gravest form among the parts of the placement that was found.
    var worst = TextMatch.equal

    init(segments: [Template.Segment], text: [UInt8], attempts: Int) {
        self.segments = segments
        self.text = text
        self.attempts = attempts
    }

    mutating func place(with matcher: TextMatcher, _ bindings: inout Bindings) -> Bool {
        place(0, 0, with: matcher, &bindings)
    }

    private mutating func place(
        _ index: Int, _ position: Int, with matcher: TextMatcher, _ bindings: inout Bindings
    ) -> Bool {
        guard index < segments.count else { return position == text.count }
        switch segments[index] {
        case .literal(let literal):
            let end = position + literal.utf8.count
            guard end <= text.count, text[position..<end].elementsEqual(literal.utf8) else { return false }
            return place(index + 1, end, with: matcher, &bindings)
        case .placeholder(let placeholder):
            if let value = matcher.known(placeholder, bindings) {
                let end = position + value.utf8.count
                guard end <= text.count, text[position..<end].elementsEqual(value.utf8) else { return false }
                return place(index + 1, end, with: matcher, &bindings)
            }
            return placeOpen(placeholder, index, position, with: matcher, &bindings)
        }
    }

    private mutating func placeOpen(
        _ placeholder: Placeholder, _ index: Int, _ position: Int, with matcher: TextMatcher,
        _ bindings: inout Bindings
    ) -> Bool {
        let isLast = index == segments.count - 1
        let anchor = anchor(after: index, with: matcher, bindings)
        var end = isLast ? text.count : position
        while end <= text.count, attempts > 0 {
            if !isLast, !anchor.isEmpty {
                guard let found = find(anchor, from: end) else {
                    // Parts are tried from the left on, so it is not to be found by any later attempt either.
                    attempts = 0
                    return false
                }
                attempts -= (found - end) / 64
                end = found
            }
            // What is long takes longer to look at.
            attempts -= 1 + (end - position) >> 16
            var trial = bindings
            var match = TextMatch.equal
            if placeholder.kind != "any" || placeholder.identity != nil {
                match = matcher.match(placeholder, Substring(decoding: text[position..<end], as: UTF8.self), &trial)
            }
            if match.isAcceptable, place(index + 1, end, with: matcher, &trial) {
                bindings = trial
                worst = worst.worse(match)
                return true
            }
            end += 1
        }
        return false
    }

    /// The literal text that must follow an open placeholder.
    private func anchor(after index: Int, with matcher: TextMatcher, _ bindings: Bindings) -> [UInt8] {
        guard index + 1 < segments.count else { return [] }
        switch segments[index + 1] {
        case .literal(let literal): return Array(literal.utf8)
        case .placeholder(let placeholder): return Array((matcher.known(placeholder, bindings) ?? "").utf8)
        }
    }

    private func find(_ anchor: [UInt8], from start: Int) -> Int? {
        guard let first = anchor.first, text.count - start >= anchor.count else { return nil }
        return text.withUnsafeBufferPointer { text in
            for position in start...text.count - anchor.count
            where text[position] == first && (1..<anchor.count).allSatisfy({ text[position + $0] == anchor[$0] }) {
                return position
            }
            return nil
        }
    }
}

extension TextMatch {
    /// Whether the text may stand where the placeholder does.
    fileprivate var isAcceptable: Bool {
        if case .different(_, .error) = self { false } else { true }
    }

    fileprivate func worse(_ other: TextMatch) -> TextMatch {
        guard case .different(_, let theirs) = other else { return self }
        if case .different(_, let ours) = self, ours >= theirs { return self }
        return other
    }
}
