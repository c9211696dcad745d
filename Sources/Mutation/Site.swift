import SpecModel
import Wire

/// An element of an answer, with what the spec and the golden say of it.
struct Site: Sendable {
    enum Role: Sendable, Hashable {
        case root, result, metadata, requestID
        case error, errorType, errorCode, errorMessage
        /// A member of a structure, or of the result.
        case member
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

    var isLeaf: Bool { tree.children.isEmpty }

    /// Whether an answer without it is right, too.
    var isOptional: Bool {
        alternatives.contains { $0.map { Site.demand($0).isOptional } ?? true }
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
            guard let other, other.children.isEmpty else { return other == nil }
            return other.text.isEmpty || Template(other.text).soleName?.kind == "any"
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
        case "timestamp": ["2001-02-03T04:05:06Z", "2031-12-31T23:59:59.001Z"]
        case "any": any
        default: []
        }
    }

    private var any: [String] {
        switch shape {
        case .boolean?: ["true", "false"]
        case .integer?, .long?: ["0", "7"]
        case .double?: ["0.0", "7.5"]
        case .timestamp?: ["2001-02-03T04:05:06Z"]
        case .text(let rules)? where !rules.allowed.isEmpty: rules.allowed
        default: ["anything & <more>"]
        }
    }
}

/// Lists the elements of an answer.
struct SiteReader: Sendable {
    let operation: SpecModel.Operation?
    let structures: [String: Structure]
    let ownPrefix: String

    /// Every element, owners before what they own.
    func sites(of tree: Tree, alternatives: [Tree]) -> [Site] {
        var sites: [Site] = []
        let root = Site(
            role: .root, place: [], path: tree.name, tree: tree, shape: nil, alternatives: alternatives,
            isForeign: false)
        add(root, to: &sites)
        return sites
    }

    private func add(_ site: Site, to sites: inout [Site]) {
        sites.append(site)
        for (index, child) in site.tree.children.enumerated() {
            let (role, shape) = part(child.name, of: site)
            let isListed = role == .listMember || role == .entry
            // What is in a list in any order is alike enough to tell how far a text is bound.
            let counterparts = site.alternatives.map { other in
                isListed ? other?.children[at: index] ?? other?.children.last : other?.child(child.name)
            }
            var isForeign = site.isForeign
            if role == .listMember, case .list(_, let list)? = site.shape, list.accountWide {
                isForeign = isForeign || !child.mentions(ownPrefix)
            }
            add(
                Site(
                    role: role, place: site.place + [index],
                    path: site.path + "/" + child.name + (isListed ? "[\(index + 1)]" : ""), tree: child, shape: shape,
                    alternatives: counterparts, isForeign: isForeign),
                to: &sites)
        }
    }

    private func part(_ name: String, of owner: Site) -> (Site.Role, Shape?) {
        switch (owner.role, name) {
        case (.root, "Error"): return (.error, nil)
        case (.root, "RequestId"), (.metadata, "RequestId"): return (.requestID, nil)
        case (.root, "ResponseMetadata"): return (.metadata, nil)
        case (.root, _): return (.result, nil)
        case (.error, "Type"): return (.errorType, .enumeration(["Sender", "Receiver"]))
        case (.error, "Code"): return (.errorCode, .string())
        case (.error, "Message"): return (.errorMessage, .string())
        case (.result, _): return (.member, operation?.result?.first { $0.name == name }?.shape)
        default: return inner(name, of: owner.shape)
        }
    }

    private func inner(_ name: String, of shape: Shape?) -> (Site.Role, Shape?) {
        switch shape {
        case .structure(let structure)?:
            return (.member, structures[structure]?.members.first { $0.name == name }?.shape)
        case .list(let member, _)?: return (.listMember, member)
        // An entry keeps the map's shape, so that its value finds its own.
        case .map(let value)?:
            switch name {
            case "entry": return (.entry, shape)
            case "key": return (.key, .string())
            default: return (.value, value)
            }
        default: return (.member, nil)
        }
    }
}

extension Array {
    /// The element at an index; nil where there is none.
    subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
