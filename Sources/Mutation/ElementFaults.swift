import SpecModel
import Wire

/// Faults of single elements: each one dropped, renamed, duplicated, emptied, moved, or with another text.
enum ElementFaults {
    static func faults(of sites: [Site]) -> [WireFault] {
        sites.filter { !$0.isForeign }.flatMap { site in
            [dropped(site), duplicated(site), emptied(site), movedUp(site)].compactMap { $0 }
                + renamed(site) + changed(site) + offType(site)
        }
    }

    /// The error's Type, the result and the metadata have classes of their own.
    private static func dropped(_ site: Site) -> WireFault? {
        guard ![.root, .result, .metadata, .errorType].contains(site.role), !site.place.isEmpty, !site.isOptional,
            !site.isMessageOnly
        else { return nil }
        return WireFault(
            .elementDropped, "drops \(site.path)", in: site.part,
            tree: { tree in
                tree.editSiblings(site.place) { siblings, index in siblings.remove(at: index) }
            })
    }

    private static func renamed(_ site: Site) -> [WireFault] {
        guard site.hasName, !site.isMessageOnly else { return [] }
        // A key is as free as a text.
        let others = site.isJSON && site.role == .value ? [site.tree.name + "-other"] : []
        return ([otherCase(site.tree.name)] + others).filter { $0 != site.tree.name }.map { name in
            WireFault(
                // What may be left out is but a stray under another name.
                site.isOptional ? .strayAdded : .elementRenamed, "calls \(site.path) \(name)", in: site.part,
                tree: { tree in
                    tree.edit(site.place[...]) { $0.name = name }
                })
        }
    }

    private static func duplicated(_ site: Site) -> WireFault? {
        guard !site.place.isEmpty, !(site.role == .listMember && site.isFree) else { return nil }
        return WireFault(
            site.isMessageOnly ? .messageOff : .elementDuplicated, "has \(site.path) twice", in: site.part,
            tree: { tree in
                tree.editSiblings(site.place) { siblings, index in siblings.insert(siblings[index], at: index) }
            })
    }

    /// An error's message may be anything, and what the account alone put into a list may be gone.
    private static func emptied(_ site: Site) -> WireFault? {
        guard !(site.tree.text.isEmpty && site.tree.children.isEmpty), site.role != .errorMessage,
            !(site.isJSON && site.role == .error)
        else { return nil }
        guard !site.mayBeEmpty || [.requestID, .key].contains(site.role) else { return nil }
        // An empty number is no JSON at all.
        guard ![.number, .boolean, .null].contains(site.tree.kind) else { return nil }
        return WireFault(
            .elementEmptied, "empties \(site.path)", in: site.innerPart,
            tree: { tree in
                tree.edit(site.place[...]) { element in
                    element.text = ""
                    element.children = []
                }
            })
    }

    /// The id of the call has a class of its own.
    private static func movedUp(_ site: Site) -> WireFault? {
        guard site.place.count >= 2, site.role != .requestID, site.hasName else { return nil }
        return WireFault(
            site.isOptional ? .strayAdded : .elementMovedUp, "moves \(site.path) up a level", in: site.part,
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
    private static func changed(_ site: Site) -> [WireFault] {
        guard site.isLeaf, !site.tree.text.isEmpty,
            ![.requestID, .errorType, .errorCode].contains(site.role), let right = site.rightTexts
        else { return [] }
        // Names differ from run to run, so that what is there is changed and not replaced.
        return otherTexts(than: right, in: site).map { what, change in
            WireFault(
                site.role == .errorMessage ? .wordingChanged : .textChanged,
                "has \(what) for '\(site.tree.text)' in \(site.path)", in: site.part,
                tree: { tree in
                    tree.edit(site.place[...]) { $0.text = change($0.text) }
                })
        }
    }

    private static func otherTexts(than right: [String], in site: Site) -> [(String, @Sendable (String) -> String)] {
        switch site.shape {
        case .boolean?, .integer?, .long?, .double?:
            return fixedText(than: right, in: site).map { text in [("'\(text)'", { @Sendable _ in text })] } ?? []
        case .text(let rules)? where !rules.allowed.isEmpty:
            return fixedText(than: right, in: site).map { text in [("'\(text)'", { @Sendable _ in text })] } ?? []
        case .timestamp?, .blob?, .structure?, .list?, .map?: return []
        default:
            let changes: [(String, @Sendable (String) -> String)] = [
                ("other-…", { "other-" + $0 }), ("a blank at the end", { $0 + " " }), ("capitals", { $0.uppercased() }),
                ("escapes escaped once more", { XMLWriter.escaped($0) }),
            ]
            let escaping: (String, @Sendable (String) -> String) = (
                "JSON's escapes escaped once more", { JSONWriter.quoted($0).dropQuotes }
            )
            return (changes + (site.isJSON ? [escaping] : [])).filter { $0.1(site.tree.text) != site.tree.text }
        }
    }

    /// Another text of the type, the same whatever the run is called.
    private static func fixedText(than right: [String], in site: Site) -> String? {
        switch site.shape {
        case .boolean?: ["true", "false"].first { !right.contains($0) }
        case .text(let rules)?: rules.allowed.first { !right.contains($0) }
        case .integer?, .long?: Int(site.tree.text).map { String($0 + 1) }
        case .double?: Double(site.tree.text).map { String($0 + 1) }
        default: nil
        }
    }

    private static func offType(_ site: Site) -> [WireFault] {
        guard site.isLeaf, site.role != .errorType, let shape = site.shape else { return [] }
        return (site.isJSON ? numbers(outside: shape) : texts(outside: shape)).map { text in
            WireFault(
                .textOffType, "has '\(text)' for '\(site.tree.text)' in \(site.path)", in: site.part,
                tree: { tree in
                    tree.edit(site.place[...]) { $0.text = text }
                })
        }
    }

    private static func texts(outside shape: Shape) -> [String] {
        switch shape {
        case .boolean: ["maybe", "True", "1", " true"]
        case .integer, .long: ["many", "1.5", "+1", " 1"]
        case .double: ["many", "12,5"]
        case .timestamp: ["yesterday", "1700000000"]
        case .blob: ["%%%"]
        case .text(let rules) where !rules.allowed.isEmpty: ["Bogus", rules.allowed[0].lowercased() + "-"]
        default: []
        }
    }

    /// What is of the right kind in JSON, and yet not of the type; other kinds have classes of their own.
    private static func numbers(outside shape: Shape) -> [String] {
        switch shape {
        case .integer, .long: ["1.5", "9223372036854775808"]
        case .timestamp: ["1700000000000", "-1"]
        case .blob, .text: texts(outside: shape)
        default: []
        }
    }

    /// `messageId` for `MessageId`, and the other way round.
    static func otherCase(_ name: String) -> String {
        let first = name.prefix(1)
        return (first == first.lowercased() ? first.uppercased() : first.lowercased()) + name.dropFirst()
    }
}

extension String {
    /// The text without its first and last character.
    fileprivate var dropQuotes: String { String(dropFirst().dropLast()) }
}
