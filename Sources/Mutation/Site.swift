import SpecModel
import Wire

/// An element of an answer, with what the spec and the golden say of it.
struct Site: Sendable {
    enum Role: Sendable, Hashable {
        case root, result, metadata, requestID
        case error, errorType, errorCode, errorMessage
        /// A member of a structure, or of the result.
        case member
        /// Entries and keys are elements in XML alone; in JSON a value bears its key as its name.
        case listMember, entry, key, value
    }

    let role: Role
    /// The position of each child from the root on; empty for the root.
    let place: [Int]
    /// `SendEmailResponse/SendEmailResult/MessageId`.
    let path: String
    let tree: Tree
    let shape: Shape?
    /// What each right answer has there; nil for those that have nothing.
    let alternatives: [Tree?]
    /// Whether only later versions of the service have it.
    let isLater: Bool
    /// Whether it is, or is within, a member of a list of the whole account that the case did not make.
    let isForeign: Bool

    /// Whether it belongs to what the operation answers, or to what surrounds it.
    var part: WireFault.Part {
        switch role {
        case .root, .result, .metadata, .requestID, .error, .errorType, .errorMessage: .envelope
        case .errorCode, .member, .listMember, .entry, .key, .value: .content
        }
    }

    /// The same of what is within it.
    var innerPart: WireFault.Part { role == .result ? .content : part }

    var isLeaf: Bool { tree.children.isEmpty && tree.kind != .object && tree.kind != .array }

    var isJSON: Bool { tree.isJSON }

    /// Whether there is a name to be written otherwise; in JSON, documents and members of lists have none.
    var hasName: Bool { !isJSON || !(place.isEmpty || role == .listMember) }

    /// Whether an error is told as well without it: its code has a place of its own in JSON, and clients show what
    /// message there is.
    var isMessageOnly: Bool { isJSON && role == .errorMessage }

    /// Whether it stands beside others of its kind, as many as there are.
    var isCounted: Bool { role == .listMember || role == .entry || (isJSON && role == .value) }

    /// Whether an answer without it is right, too.
    var isOptional: Bool {
        isLater || alternatives.contains { $0.map { Site.demand($0).isOptional } ?? true }
    }

    /// Whether the goldens leave open what stands around it.
    var isFree: Bool { alternatives.allSatisfy { $0 == nil } }

    /// What a golden's text demands, and whether the element may be left out.
    private static func demand(_ golden: Tree) -> (isOptional: Bool, template: Template) {
        let template = Template(golden.text)
        guard case .placeholder(let mark)? = template.segments.first, ["optional", "default"].contains(mark.kind) else {
            return (false, template)
        }
        return (mark.kind == "optional", Template(Array(template.segments.dropFirst())))
    }

    /// Whether an answer with an empty element is right, too.
    var mayBeEmpty: Bool {
        alternatives.contains { other in
            guard let other else { return true }
            guard other.children.isEmpty else { return other.children.allSatisfy { Site.demand($0).isOptional } }
            let template = Site.demand(other).template
            return template.text.isEmpty || template.soleName?.kind == "any"
        }
    }

    /// The texts that are right, as templates; nil where the service decides, within a form.
    var rightTexts: [String]? {
        var texts: [String] = []
        for other in alternatives {
            guard let other, isLeaf, other.children.isEmpty else { return nil }
            let template = Site.demand(other).template
            if let choice = template.soleName, choice.kind == "one-of", choice.identity == nil {
                texts += (choice.argument ?? "").split(separator: "|").map(String.init)
                continue
            }
            let isKnown = template.placeholders.allSatisfy {
                ["name", "resource", "capture", "sender"].contains($0.kind)
            }
            guard isKnown else { return nil }
            texts.append(template.text)
        }
        return texts.isEmpty ? nil : texts
    }
}

extension Site {
    /// Other texts that every right answer may have here; none where the text says something of another place, too.
    var otherRightTexts: [String] {
        guard !alternatives.isEmpty, role != .requestID else { return [] }
        let choices = alternatives.map { other in
            other.map { other in
                Template(other.text).soleName.map { others(in: $0) } ?? []
            } ?? []
        }
        return choices[0].filter { text in text != tree.text && choices.allSatisfy { $0.contains(text) } }
    }

    private func others(in placeholder: Placeholder) -> [String] {
        guard placeholder.identity == nil else { return [] }
        return switch placeholder.kind {
        case "one-of": (placeholder.argument ?? "").split(separator: "|").map(String.init)
        case "number": ["1.0", "50000.0"]
        case "timestamp":
            isJSON ? ["981173106", "1956527999.001"] : ["2001-02-03T04:05:06Z", "2031-12-31T23:59:59.001Z"]
        case "any": any
        default: []
        }
    }

    private var any: [String] {
        switch shape {
        case .boolean?: ["true", "false"]
        case .integer?, .long?: ["0", "7"]
        case .double?: ["0.0", "7.5"]
        case .timestamp?: isJSON ? ["981173106"] : ["2001-02-03T04:05:06Z"]
        case .text(let rules)? where !rules.allowed.isEmpty: rules.allowed
        default: ["anything & <more>"]
        }
    }
}
