import SpecModel
import Wire

/// What is too much in an answer, and what may well be more than the golden has.
struct Additions: Sendable {
    let answer: JudgedAnswer

    // MARK: Faults

    func faults() -> [WireFault] { members() + strays() }

    /// Members that bear the case's own names, but are of nobody's making.
    private func members() -> [WireFault] {
        answer.sites.compactMap { site in
            guard site.isCounted, !site.isForeign, !site.isFree,
                site.tree.mentions(answer.ownPrefix) || !isAccountWide(above: site)
            else { return nil }
            return WireFault(
                .memberAdded, "has another one like \(site.path)", in: site.part,
                tree: { tree in
                    tree.editSiblings(site.place) { siblings, index in
                        var other = siblings[index]
                        // Keys, too, are names in JSON.
                        if site.role == .value { other.name += "-more" }
                        other.editAll { leaf in
                            if leaf.children.isEmpty, [.element, .string].contains(leaf.kind) { leaf.text += "-more" }
                        }
                        siblings.insert(other, at: index + 1)
                    }
                })
        }
    }

    private func isAccountWide(above site: Site) -> Bool {
        let owner = answer.sites.first { $0.place == Array(site.place.dropLast()) }
        return if case .list(_, let list)? = owner?.shape { list.accountWide } else { false }
    }

    /// Elements that no version of the service has, in every structure, and text between elements.
    private func strays() -> [WireFault] {
        answer.sites.filter { !$0.isForeign && $0.isStructure }.flatMap { site in
            let part = site.innerPart
            let text =
                site.isJSON
                ? []
                : [
                    WireFault(
                        .strayAdded, "has stray text in \(site.path)", in: part,
                        tree: { tree in
                            tree.edit(site.place[...]) { $0.text = "stray" }
                        })
                ]
            // Later models give some errors members of their own.
            guard site.role != .error else { return text }
            let element = WireFault(
                .strayAdded, "has a stray element in \(site.path)", in: part,
                tree: { tree in
                    tree.edit(site.place[...]) { element in
                        element.children.append(answer.leaf("Stray", .string(), "stray"))
                    }
                })
            return [element] + text
        }
    }

    // MARK: Changes that are no fault

    func permitted() -> [WireFault] { later() + foreign() }

    private func later() -> [WireFault] {
        answer.sites.compactMap { site in
            let later = answer.members(of: site).filter { $0.isLater && site.tree.child($0.name) == nil }
            let added = later.compactMap { member in
                text(of: member.shape).map { answer.leaf(member.name, member.shape, $0) }
            }
            guard !added.isEmpty else { return nil }
            let names = added.map(\.name).joined(separator: ", ")
            return WireFault(
                .laterMember, "has \(names) in \(site.path)", in: site.part,
                tree: { tree in
                    tree.edit(site.place[...]) { $0.children += added }
                })
        }
    }

    private func text(of shape: Shape) -> String? {
        switch shape {
        case .text(let rules): rules.allowed.first ?? "later"
        case .boolean: "true"
        case .integer, .long: "1"
        case .double: "1.0"
        case .timestamp: answer.api == .v2 ? "1704164645" : "2024-01-02T03:04:05Z"
        default: nil
        }
    }

    /// What the account holds beside what the case made.
    private func foreign() -> [WireFault] {
        answer.sites.compactMap { site in
            guard case .list(_, let list)? = site.shape, list.accountWide, !answer.isPage, site.tree.mentions("sc-")
            else { return nil }
            return WireFault(
                .foreignMember, "has members of the account's own in \(site.path)", in: site.part,
                tree: { tree in
                    tree.edit(site.place[...]) { list in
                        // Names of the runner's begin with "sc-".
                        var others = list.children
                        for index in others.indices {
                            others[index].editAll { $0.text = $0.text.replacing("sc-", with: "account-") }
                        }
                        list.children += others.filter { other in !list.children.contains(other) }
                    }
                })
        }
    }
}

extension JudgedAnswer {
    /// The members that an element may have; none where it is no structure.
    func members(of site: Site) -> [Member] {
        switch (site.role, site.shape) {
        case (.result, _): members
        case (_, .structure(let name)?): structures[name]?.members ?? []
        default: []
        }
    }

    /// A value as the API writes it.
    fileprivate func leaf(_ name: String, _ shape: Shape, _ text: String) -> Tree {
        switch api {
        case .v1: Tree(name, namespace: API.namespace, text: text)
        case .v2: Tree(name, kind: shape.kindInJSON).holding(text)
        }
    }
}

extension Site {
    /// Whether its children have names of their own.
    var isStructure: Bool {
        switch role {
        case .root, .result, .metadata, .error, .entry: true
        default: if case .structure? = shape { true } else { false }
        }
    }
}
