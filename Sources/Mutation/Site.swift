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
    /// What the golden has there; nil where it has nothing.
    let expected: Tree?
    /// Whether it is, or is within, a member of a list of the whole account that the case did not make.
    let isForeign: Bool

    var isLeaf: Bool { tree.children.isEmpty }

    /// The values that the text must have, where the golden says so.
    var promise: Promise {
        guard let expected, isLeaf, expected.children.isEmpty else { return .open }
        let template = Template(expected.text)
        if let choice = template.soleName, choice.kind == "one-of", choice.identity == nil {
            return .oneOf((choice.argument ?? "").split(separator: "|").map(String.init))
        }
        let isKnown = template.placeholders.allSatisfy {
            ["name", "resource", "capture", "sender"].contains($0.kind)
        }
        return isKnown ? .exactly : .open
    }

    /// How far a golden binds a text.
    enum Promise: Sendable, Hashable {
        case exactly
        case oneOf([String])
        /// The service decides, within a form.
        case open
    }
}

/// Lists the elements of an answer.
struct SiteReader: Sendable {
    let operation: SpecModel.Operation?
    let structures: [String: Structure]
    let ownPrefix: String

    /// Every element, owners before what they own.
    func sites(of tree: Tree, expected: Tree?) -> [Site] {
        var sites: [Site] = []
        let root = Site(
            role: .root, place: [], path: tree.name, tree: tree, shape: nil, expected: expected, isForeign: false)
        add(root, to: &sites)
        return sites
    }

    private func add(_ site: Site, to sites: inout [Site]) {
        sites.append(site)
        for (index, child) in site.tree.children.enumerated() {
            let (role, shape) = part(child.name, of: site)
            let isListed = role == .listMember || role == .entry
            let counterpart =
                isListed
                ? site.expected?.children[at: index] ?? site.expected?.children.last : site.expected?.child(child.name)
            var isForeign = site.isForeign
            if role == .listMember, case .list(_, let list)? = site.shape, list.accountWide {
                isForeign = isForeign || !child.mentions(ownPrefix)
            }
            add(
                Site(
                    role: role, place: site.place + [index],
                    path: site.path + "/" + child.name + (isListed ? "[\(index + 1)]" : ""), tree: child, shape: shape,
                    expected: counterpart, isForeign: isForeign),
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
