import SpecModel
import Wire

/// Faults of single elements: each one dropped, renamed, duplicated, emptied, moved, or with another text.
enum ElementFaults {
    static func faults(of sites: [Site]) -> [WireFault] {
        sites.filter { !$0.isForeign }.flatMap { site in
            [dropped(site), renamed(site), duplicated(site), emptied(site), movedUp(site), changed(site)]
                .compactMap { $0 } + offType(site)
        }
    }

    /// The error's Type, the result and the metadata have classes of their own.
    private static func dropped(_ site: Site) -> WireFault? {
        guard ![.root, .result, .metadata, .errorType].contains(site.role) else { return nil }
        return WireFault(
            .elementDropped, "drops \(site.path)",
            tree: { tree in
                tree.editSiblings(site.place) { siblings, index in siblings.remove(at: index) }
            })
    }

    private static func renamed(_ site: Site) -> WireFault? {
        let name = otherCase(site.tree.name)
        return WireFault(
            .elementRenamed, "calls \(site.path) \(name)",
            tree: { tree in
                tree.edit(site.place[...]) { $0.name = name }
            })
    }

    private static func duplicated(_ site: Site) -> WireFault? {
        guard site.role != .root else { return nil }
        return WireFault(
            .elementDuplicated, "has \(site.path) twice",
            tree: { tree in
                tree.editSiblings(site.place) { siblings, index in siblings.insert(siblings[index], at: index) }
            })
    }

    /// An error's message may be anything, and what the account alone put into a list may be gone.
    private static func emptied(_ site: Site) -> WireFault? {
        guard !(site.tree.text.isEmpty && site.tree.children.isEmpty), site.role != .errorMessage else { return nil }
        if site.isLeaf, site.expected.map({ Template($0.text).soleName?.kind == "any" }) ?? true,
            site.role != .requestID, site.role != .key
        {
            return nil
        }
        if case .list(_, let list)? = site.shape, list.accountWide, site.expected?.children.isEmpty ?? true {
            return nil
        }
        return WireFault(
            .elementEmptied, "empties \(site.path)",
            tree: { tree in
                tree.edit(site.place[...]) { element in
                    element.text = ""
                    element.children = []
                }
            })
    }

    /// The id of the call has a class of its own.
    private static func movedUp(_ site: Site) -> WireFault? {
        guard site.place.count >= 2, site.role != .requestID else { return nil }
        return WireFault(
            .elementMovedUp, "moves \(site.path) up a level",
            tree: { tree in
                var moved: Tree?
                tree.editSiblings(site.place) { siblings, index in moved = siblings.remove(at: index) }
                guard let moved else { return }
                tree.editSiblings(Array(site.place.dropLast())) { siblings, index in
                    siblings.insert(moved, at: index + 1)
                }
            })
    }

    /// Another value of the right type, where the golden says which one is due.
    private static func changed(_ site: Site) -> WireFault? {
        guard site.isLeaf, ![.requestID, .errorType, .errorCode].contains(site.role), site.promise != .open,
            let text = otherValue(of: site)
        else { return nil }
        return WireFault(
            .textChanged, "has '\(text)' for '\(site.tree.text)' in \(site.path)",
            tree: { tree in
                // Names differ from run to run, so that what is there is changed and not replaced.
                tree.edit(site.place[...]) { $0.text = Site.isFixed(site) ? text : "other-" + $0.text }
            })
    }

    private static func otherValue(of site: Site) -> String? {
        switch site.shape {
        case .boolean?: return site.tree.text == "true" ? "false" : "true"
        case .text(let rules)? where !rules.allowed.isEmpty:
            var right = [site.tree.text]
            if case .oneOf(let values) = site.promise { right += values }
            return rules.allowed.first { !right.contains($0) }
        case .integer?, .long?: return Int(site.tree.text).map { String($0 + 1) }
        case .double?: return Double(site.tree.text).map { String($0 + 1) }
        case .timestamp?, .blob?: return nil
        default: return site.promise == .exactly ? "other-" + site.tree.text : nil
        }
    }

    private static func offType(_ site: Site) -> [WireFault] {
        guard site.isLeaf, site.role != .errorType, let shape = site.shape else { return [] }
        return texts(outside: shape).map { text in
            WireFault(
                .textOffType, "has '\(text)' for '\(site.tree.text)' in \(site.path)",
                tree: { tree in
                    tree.edit(site.place[...]) { $0.text = text }
                })
        }
    }

    private static func texts(outside shape: Shape) -> [String] {
        switch shape {
        case .boolean: ["maybe", "True"]
        case .integer, .long: ["many", "1.5"]
        case .double: ["many", "12,5"]
        case .timestamp: ["yesterday", "1700000000"]
        case .blob: ["%%%"]
        case .text(let rules) where !rules.allowed.isEmpty: ["Bogus", rules.allowed[0].lowercased() + "-"]
        default: []
        }
    }

    /// `messageId` for `MessageId`, and the other way round.
    private static func otherCase(_ name: String) -> String {
        let first = name.prefix(1)
        return (first == first.lowercased() ? first.uppercased() : first.lowercased()) + name.dropFirst()
    }
}

extension Site {
    /// Whether the changed text is the same whatever the run is called.
    fileprivate static func isFixed(_ site: Site) -> Bool {
        switch site.shape {
        case .boolean?, .integer?, .long?, .double?: true
        case .text(let rules)?: !rules.allowed.isEmpty
        default: false
        }
    }
}
