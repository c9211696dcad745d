import SpecModel
import Wire

/// Lists the elements of an answer.
struct SiteReader: Sendable {
    let api: API
    let operation: SpecModel.Operation?
    let structures: [String: Structure]
    let ownPrefix: String

    /// Every element, owners before what they own.
    ///
    /// - Parameter isSuccess: whether it is a result and no error, which JSON does not tell.
    func sites(of tree: Tree, isSuccess: Bool, alternatives: [Tree]) -> [Site] {
        let (role, path): (Site.Role, String) =
            switch (api, isSuccess) {
            case (.v1, _): (.root, tree.name)
            case (.v2, true): (.result, operation.map { api.resultPath(of: $0.name)[0] } ?? "Response")
            case (.v2, false): (.error, "error")
            }
        var sites: [Site] = []
        let root = Site(
            role: role, place: [], path: path, tree: tree, shape: nil, alternatives: alternatives, isLater: false,
            isForeign: false)
        add(root, to: &sites)
        return sites
    }

    private func add(_ site: Site, to sites: inout [Site]) {
        sites.append(site)
        for (index, child) in site.tree.children.enumerated() {
            let (role, member) = part(child.name, of: site)
            let isValue = role == .value && child.isJSON
            let isListed = role == .listMember || role == .entry || isValue
            // What is in a list in any order is alike enough to tell how far a text is bound.
            let counterparts = site.alternatives.map { other in
                isListed
                    ? other?.children[at: index] ?? other?.children.last : other?.child(child.name)
            }
            var isForeign = site.isForeign
            if role == .listMember, case .list(_, let list)? = site.shape, list.accountWide {
                isForeign = isForeign || !child.mentions(ownPrefix)
            }
            // Keys differ from run to run.
            let name = isValue ? "entry" : child.name.isEmpty ? "member" : child.name
            add(
                Site(
                    role: role, place: site.place + [index],
                    path: site.path + "/" + name + (isListed ? "[\(index + 1)]" : ""), tree: child,
                    shape: member?.shape, alternatives: counterparts, isLater: member?.isLater ?? false,
                    isForeign: isForeign),
                to: &sites)
        }
    }

    private func part(_ name: String, of owner: Site) -> (Site.Role, Declared?) {
        switch (owner.role, name) {
        case (.root, "Error"): (.error, nil)
        case (.root, "RequestId"), (.metadata, "RequestId"): (.requestID, nil)
        case (.root, "ResponseMetadata"): (.metadata, nil)
        case (.root, _): (.result, nil)
        case (.error, "Type"): (.errorType, Declared(.enumeration(["Sender", "Receiver"])))
        case (.error, "Code"): (.errorCode, Declared(.string()))
        case (.error, "Message"), (.error, "message"): (.errorMessage, Declared(.string()))
        case (.result, _): (.member, Declared(name, among: operation?.result))
        default: inner(name, of: owner)
        }
    }

    private func inner(_ name: String, of owner: Site) -> (Site.Role, Declared?) {
        switch owner.shape {
        case .structure(let structure)?: (.member, Declared(name, among: structures[structure]?.members))
        case .list(let member, _)?: (.listMember, Declared(member))
        case .map(let value)?: owner.tree.isJSON ? (.value, Declared(value)) : entry(name, of: owner.shape, value)
        default: (.member, nil)
        }
    }

    /// An entry keeps the map's shape, so that its value finds its own.
    private func entry(_ name: String, of map: Shape?, _ value: Shape) -> (Site.Role, Declared?) {
        switch name {
        case "entry": (.entry, map.map { Declared($0) })
        case "key": (.key, Declared(.string()))
        default: (.value, Declared(value))
        }
    }

    /// What the spec says of an element.
    private struct Declared {
        let shape: Shape
        let isLater: Bool

        init(_ shape: Shape) {
            self.shape = shape
            isLater = false
        }

        /// nil where no member bears the name.
        init?(_ name: String, among members: [Member]?) {
            guard let member = members?.first(where: { $0.name == name }) else { return nil }
            shape = member.shape
            isLater = member.isLater
        }
    }
}

extension Array {
    /// The element at an index; nil where there is none.
    subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
