import SpecModel

/// A constraint that a value of a request does not keep.
struct Violation {
    enum Kind {
        case absent
        case notAllowed([String])
        case length(String, Bound, of: MemberSchema)
        case pattern(String, Pattern, of: MemberSchema)
        case outOfRange(Int, ClosedRange<Int>, of: MemberSchema)
        case count(Int, Bound)
        case combination(MemberRule, structure: String)
    }

    /// As error messages spell it: `rule.actions.1.member.sNSAction.encoding`.
    let path: String
    let kind: Kind

    init(_ path: String, _ kind: Kind) {
        self.path = path
        self.kind = kind
    }

    /// The answer to a request with these violations, of which there is at least one.
    static func refusal(_ violations: [Violation], _ operation: OperationSchema) -> Refusal {
        let modelled = violations.compactMap { violation in
            violation.modelled.map { violation.sentence($0, operation) }
        }
        guard modelled.isEmpty else {
            let count = modelled.count == 1 ? "1 validation error" : "\(modelled.count) validation errors"
            return .validation("\(count) detected: \(modelled.joined(separator: "; "))")
        }
        return .invalidParameterValue(violations.first?.complaint ?? "")
    }

    /// The text for what the service model constrains; nil for what the service checks by itself.
    ///
    /// Source: truth entries with code ValidationError; the lengths' upper end is worded like the lower.
    private var modelled: String? {
        switch kind {
        case .absent: return "Member must not be null"
        case .notAllowed(let allowed):
            return "Member must satisfy enum value set: [\(Self.hashOrder(allowed).joined(separator: ", "))]"
        case .length(_, _, let member) where member.isTag: return nil
        case .length(let text, let bound, let member):
            let range = bound.widest
            if text.unicodeScalars.count < range.lowerBound { return Self.atLeast(range.lowerBound) }
            if isReceiptName(member.name) { return nil }
            return bound.isModelled || Self.policyNames.contains(member.name) ? Self.atMost(range.upperBound) : nil
        case .pattern(let text, let pattern, let member):
            if isReceiptName(member.name) { return Self.charactersOfName(text) }
            guard Self.isModelled(pattern.source) else { return nil }
            return "Member must satisfy regular expression pattern: \(pattern.expression)"
        case .count(let count, let bound):
            if count < bound.widest.lowerBound { return Self.atLeast(bound.widest.lowerBound) }
            return bound.isModelled ? Self.atMost(bound.widest.upperBound) : nil
        case .outOfRange, .combination: return nil
        }
    }

    /// The two generations of one sentence.
    ///
    /// Sources disagree on an absent member: "Value null at" was published of SendEmail (aws-sdk-ios#27),
    /// "Value at" is claimed of the receiving operations and of v2 only. Each is kept where it was seen; all
    /// other operations follow the published one.
    private func sentence(_ constraint: String, _ operation: OperationSchema) -> String {
        if case .absent = kind, operation.family != .receiving, operation.api == .v1 {
            return "Value null at '\(path)' failed to satisfy constraint: \(constraint)"
        }
        return "Value at '\(path)' failed to satisfy constraint: \(constraint)"
    }

    /// The message of an `InvalidParameterValue`.
    ///
    /// Source: truth entries "rule name over 64 …", "action with zero or two members" and those on tags; the others
    /// are worded by this project, since nobody has published them.
    private var complaint: String {
        switch kind {
        case .pattern(let text, _, let member) where member.isTag: TagFault.characters(text).message(member.name)
        case .length(let text, _, let member) where member.isTag:
            (text.isEmpty ? TagFault.absent : .length).message(member.name)
        case .pattern(let text, let pattern, let member):
            isReceiptName(member.name)
                ? Self.invalidName(text, path)
                : "Invalid value for \(member.name): \(text). It must be \(pattern.meaning)."
        case .length(let text, let bound, let member):
            isReceiptName(member.name)
                ? Self.invalidName(text, path)
                : "\(member.name) must not be longer than \(bound.widest.upperBound) characters."
        case .outOfRange(let number, let range, let member):
            "Value \(number) for \(member.name) is out of range. "
                + "It must be from \(range.lowerBound) to \(range.upperBound)."
        case .count(_, let bound): "\(path) must not have more than \(bound.widest.upperBound) members."
        case .combination(.exactlyOne, "ReceiptAction"):
            "Exactly one action type must be specified for each ReceiptAction"
        case .combination(.exactlyOne(let names, _), _):
            "Exactly one of \(names.joined(separator: ", ")) must be specified."
        case .combination(.atLeastOne(let names, _), _):
            "At least one of \(names.joined(separator: ", ")) must be specified."
        case .absent, .notAllowed: ""
        }
    }
}

extension Violation {
    /// The parameters that name rule sets, rules and filters.
    private static let receiptNames: Set<String> = [
        "RuleSetName", "OriginalRuleSetName", "RuleName", "RuleNames", "FilterName", "After",
    ]

    /// The only names whose length the reference states as a formal constraint.
    ///
    /// Source: API reference p. 11 and 26.
    private static let policyNames: Set<String> = ["PolicyName", "PolicyNames"]

    private func isReceiptName(_ name: String) -> Bool {
        Self.receiptNames.contains(name) || path == "rule.name" || path == "filter.name"
    }

    /// Which characters a name may have is the model's business, which it starts and ends with the service's.
    ///
    /// Source: truth entries "bad rule name pattern" and "rule name over 64 or not alphanumeric at an end".
    private static func charactersOfName(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f: true
            default: false
            }
        }
        return isPlain && !text.isEmpty ? nil : namePattern
    }

    private static let namePattern = "Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$"

    /// An empty name where the catalogue has no constraint on names, since they are only looked up there.
    ///
    /// Source: truth entry "After empty".
    static func emptyName(_ path: String) -> Refusal {
        let complaints = [atLeast(1), namePattern].map { "Value at '\(path)' failed to satisfy constraint: \($0)" }
        return .validation("2 validation errors detected: \(complaints.joined(separator: "; "))")
    }

    /// `Not a valid ruleName: …`; by what kind of thing the name is of.
    private static func invalidName(_ text: String, _ path: String) -> String {
        let kind =
            switch path {
            case "filter.name", "filterName": "filterName"
            case "ruleSetName", "originalRuleSetName": "ruleSetName"
            default: "ruleName"
            }
        return "Not a valid \(kind): \(text)"
    }

    private static func atLeast(_ number: Int) -> String {
        "Member must have length greater than or equal to \(number)"
    }

    private static func atMost(_ number: Int) -> String {
        "Member must have length less than or equal to \(number)"
    }

    fileprivate static func isModelled(_ source: String) -> Bool { source.contains("service model") }

    /// The order in which messages list allowed values.
    ///
    /// All five lists that were published are in the order of a Java hash set of 32 buckets.
    private static func hashOrder(_ values: [String]) -> [String] {
        values.sorted { bucket($0) < bucket($1) }
    }

    private static func bucket(_ text: String) -> UInt32 {
        let hash = text.utf16.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
        return (hash ^ (hash >> 16)) & 31
    }
}

/// What the service finds wrong with the name or the value of a tag.
///
/// Source: truth entries on tags, recorded 2024-07-30.
enum TagFault {
    case absent
    case length
    case characters(String)

    /// In characters.
    static let longest = 255

    /// - Parameter part: `Name` or `Value`.
    func message(_ part: String) -> String {
        let part = part.lowercased()
        return switch self {
        case .absent: "The tag \(part) must be specified."
        case .length: "Tag \(part) cannot exceed \(Self.longest) characters."
        case .characters(let text):
            "Invalid tag \(part) <\(text)>: only alphanumeric ASCII characters, '_',  '-' are allowed."
        }
    }
}

extension MemberSchema {
    /// Whether it is a part of a message's tag, of which the service checks everything by itself.
    fileprivate var isTag: Bool { owner == "MessageTag" }
}

extension Bound {
    /// Whether the service model states the range.
    fileprivate var isModelled: Bool { statements.contains { Violation.isModelled($0.source) } }
}
