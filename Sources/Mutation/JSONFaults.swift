import SpecModel
import Wire

/// Faults that only JSON can have: values of another kind, nesting, and what is wrong about the type of an error.
struct JSONFaults: Sendable {
    let answer: JudgedAnswer

    func faults() -> [WireFault] {
        answer.sites.filter { !$0.isForeign }.flatMap { site in
            nulls(site) + JSONFaults.kinds(site).map { change(site, $0) } + (site.place.isEmpty ? [] : nesting(site))
        } + (answer.isSuccess ? success() : errorTypes() + messages())
    }

    /// Another value for one that is there.
    struct Other {
        let faultClass: FaultClass
        let what: String
        let tree: Tree

        init(_ faultClass: FaultClass, _ what: String, _ tree: Tree) {
            self.faultClass = faultClass
            self.what = what
            self.tree = tree
        }
    }

    /// A change of one value, which keeps its name.
    private func change(_ site: Site, _ other: Other) -> WireFault {
        WireFault(
            site.isMessageOnly ? .messageOff : other.faultClass, "\(other.what) \(site.path)", in: site.part,
            tree: { tree in
                tree.edit(site.place[...]) { value in
                    let name = value.name
                    value = other.tree
                    value.name = name
                }
            })
    }

    // MARK: Values

    private func nulls(_ site: Site) -> [WireFault] {
        guard site.tree.kind != .null, !site.isMessageOnly else { return [] }
        let faultClass: FaultClass = site.isOptional ? .nullForAbsent : .nullForValue
        return [change(site, Other(faultClass, "has null for", Tree("", kind: .null, text: "null")))] + absent(site)
    }

    /// What the service leaves out, as null.
    private func absent(_ site: Site) -> [WireFault] {
        let members = answer.members(of: site)
        // Pages are joined, and no token is the end of them.
        let left = members.filter {
            !$0.isLater && site.tree.child($0.name) == nil && !(answer.isPage && $0.name == answer.token)
        }
        guard !left.isEmpty, !site.isFree else { return [] }
        return [
            WireFault(
                .nullForAbsent, "has null for \(left.map(\.name).joined(separator: ", ")) in \(site.path)",
                in: site.innerPart,
                tree: { tree in
                    tree.edit(site.place[...]) { object in
                        object.children += left.map { Tree($0.name, kind: .null, text: "null") }
                    }
                })
        ]
    }

    /// The value in other kinds.
    private static func kinds(_ site: Site) -> [Other] {
        let tree = site.tree
        let text = Tree("", kind: .string, text: tree.text)
        switch (tree.kind, site.shape) {
        case (.number, .timestamp?):
            let time = Tree("", kind: .string, text: "2024-01-02T03:04:05Z")
            return [
                Other(.timestampAsText, "has ISO text for", time),
                Other(.numberAsString, "has a string for the number", text),
            ]
        case (.number, _): return [Other(.numberAsString, "has a string for the number", text)]
        case (.boolean, _):
            let number = Tree("", kind: .number, text: tree.text == "true" ? "1" : "0")
            return [
                Other(.booleanAsOther, "has a string for the boolean", text),
                Other(.booleanAsOther, "has a number for the boolean", number),
            ]
        case (.string, let shape):
            let number = Other(.stringAsNumber, "has a number for the string", Tree("", kind: .number, text: "12"))
            guard case .text(let rules)? = shape, rules.format == .policy,
                let object = try? JSONReader.tree(from: Array(tree.text.utf8))
            else { return [number] }
            return [number, Other(.jsonAsString, "has an object for the JSON text", object)]
        case (.array, _): return lists(tree)
        case (.object, .map?): return objects(tree) + [entries(tree)]
        case (.object, _): return objects(tree)
        case (.null, _), (.element, _): return []
        }
    }

    private static func lists(_ tree: Tree) -> [Other] {
        let wrapped = Tree("", kind: .object, children: [named("member", tree)])
        let numbered = tree.children.enumerated().map { named(String($0.offset), $0.element) }
        let first = tree.children.first.map { [Other(.listAsOther, "has the first member alone for", $0)] }
        return [
            Other(.listAsOther, "has an object with member for", wrapped),
            Other(.listAsOther, "has an object by index for", Tree("", kind: .object, children: numbered)),
            encoded(tree),
        ] + (first ?? [])
    }

    private static func objects(_ tree: Tree) -> [Other] {
        let list = Tree("", kind: .array, children: tree.children)
        let what = tree.children.isEmpty ? "has an empty list for" : "has a list of the values of"
        return [Other(.objectAsList, what, list), encoded(tree)]
    }

    private static func encoded(_ tree: Tree) -> Other {
        Other(.jsonAsString, "has JSON in a string for", Tree("", kind: .string, text: JSONWriter.compact(tree)))
    }

    private static func entries(_ map: Tree) -> Other {
        let entries = map.children.map { child in
            let key = Tree("key", kind: .string, text: child.name)
            return Tree("", kind: .object, children: [key, named("value", child)])
        }
        return Other(.mapAsEntries, "has a list of entries for", Tree("", kind: .array, children: entries))
    }

    private static func named(_ name: String, _ tree: Tree) -> Tree {
        var tree = tree
        tree.name = name
        return tree
    }

    // MARK: Nesting

    private func nesting(_ site: Site) -> [WireFault] {
        let inner = Tree("", kind: .object, children: [JSONFaults.named("Value", site.tree)])
        let added = change(
            site,
            Other(
                site.tree.kind == .object ? wrapping(site.place) : .nestingAdded, "has an object with Value for", inner)
        )
        guard site.hasName, site.tree.kind == .object, !site.tree.children.isEmpty, !site.isOptional else {
            return [added]
        }
        let missing = WireFault(
            .nestingMissing, "has the members of \(site.path) without it", in: site.part,
            tree: { tree in
                tree.editSiblings(site.place) { siblings, index in
                    siblings.replaceSubrange(index...index, with: siblings[index].children)
                }
            })
        return [added, missing]
    }

    /// What it is that an object is around another one: a stray where nothing must be in the object.
    private func wrapping(_ place: [Int]) -> FaultClass {
        let inner = answer.sites.filter { $0.place.count == place.count + 1 && $0.place.starts(with: place) }
        return inner.allSatisfy(\.isOptional) ? .strayAdded : .nestingAdded
    }

    // MARK: Successes

    private func success() -> [WireFault] {
        let names = ["Response", "Result"].map { answer.operation + $0 }
        let wrapped = names.map { name in
            WireFault(
                wrapping([]), "has everything within \(name)", in: .content,
                tree: { tree in tree = Tree("", kind: .object, children: [JSONFaults.named(name, tree)]) })
        }
        let listed = WireFault(
            .nestingAdded, "has everything within a list", in: .content,
            tree: { tree in tree = Tree("", kind: .array, children: [tree]) })
        return wrapped + [listed, inXML] + respelled()
    }

    private var inXML: WireFault {
        let operation = answer.operation
        return WireFault(
            .otherFormat, "answers in XML", in: .content,
            message: { response in
                guard let tree = Answer(reading: response).tree else { return }
                let result = Tree("\(operation)Result", children: tree.children)
                let root = Tree("\(operation)Response", namespace: API.namespace, children: [result])
                response.body = Array(XMLWriter.document(root).utf8)
                response.setHeader("Content-Type", "text/xml")
            })
    }

    /// Every name in the spelling of another language.
    private func respelled() -> [WireFault] {
        guard answer.sites.contains(where: { !$0.isOptional && $0.role == .member && $0.place.count == 1 }) else {
            return []
        }
        func respelled(_ what: String, _ spell: @escaping @Sendable (String) -> String) -> WireFault {
            WireFault(
                .elementRenamed, "has every name \(what)", in: .content,
                tree: { tree in
                    tree.editAll { if !$0.name.isEmpty { $0.name = spell($0.name) } }
                })
        }
        return [
            respelled("in lowerCamel", ElementFaults.otherCase), respelled("in snake_case", JSONFaults.snake),
            respelled("in small letters") { $0.lowercased() },
        ]
    }

    private static func snake(_ name: String) -> String {
        String(name.replacing(/[A-Z]+/) { "_" + $0.output.lowercased() }.trimmingPrefix("_"))
    }
}
