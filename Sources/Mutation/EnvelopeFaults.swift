import SpecModel
import Wire

/// Faults that only XML can have: of its namespace, of its lists, and of what it has around a result or an error.
struct EnvelopeFaults: Sendable {
    let exchange: JudgedAnswer

    func faults() -> [WireFault] { namespaces() + lists() + (exchange.isSuccess ? success() : failure()) }

    private func namespaces() -> [WireFault] {
        func everywhere(_ what: String, _ namespace: String?) -> WireFault {
            WireFault(.namespaceWrong, what, tree: { tree in tree.editAll { $0.namespace = namespace } })
        }
        return [
            everywhere("has no namespace", nil),
            everywhere("leaves the namespace without its last slash", String(API.namespace.dropLast())),
            everywhere("has the namespace of another service", "https://sns.amazonaws.com/doc/2010-03-31/"),
            WireFault(
                .namespaceWrong, "has no namespace below the root",
                tree: { tree in
                    for index in tree.children.indices { tree.children[index].editAll { $0.namespace = nil } }
                }),
        ]
    }

    private func lists() -> [WireFault] {
        exchange.sites.compactMap { site in
            guard case .list? = site.shape, !site.tree.children.isEmpty else { return nil }
            return WireFault(
                .itemForMember, "has item for member in \(site.path)", in: site.part,
                tree: { tree in
                    tree.edit(site.place[...]) { list in
                        for index in list.children.indices { list.children[index].name = "item" }
                    }
                })
        }
    }

    // MARK: Successes

    private func success() -> [WireFault] {
        let metadata = [
            WireFault(
                .metadataMissing, "leaves ResponseMetadata out",
                tree: { tree in
                    tree.children.removeAll { $0.name == "ResponseMetadata" }
                }),
            WireFault(
                .requestIDMisplaced, "has RequestId beside the result, without ResponseMetadata",
                tree: { tree in
                    guard let place = tree.children.firstIndex(where: { $0.name == "ResponseMetadata" }),
                        let id = tree.children[place].child("RequestId")
                    else { return }
                    tree.children[place] = id
                }),
        ]
        let name = exchange.operation + "Result"
        guard let result = exchange.tree.child(name) else {
            return metadata + [
                WireFault(
                    .resultAdded, "has an empty \(name)",
                    tree: { tree in
                        tree.children.insert(Tree(name, namespace: API.namespace), at: 0)
                    })
            ]
        }
        let dropped = WireFault(
            .resultMissing, "leaves \(name) out",
            tree: { tree in
                tree.children.removeAll { $0.name == name }
            })
        guard !result.children.isEmpty else { return metadata + [dropped] }
        let moved = WireFault(
            .requestIDMisplaced, "has ResponseMetadata within \(name)",
            tree: { tree in
                guard let place = tree.children.firstIndex(where: { $0.name == name }),
                    let metadata = tree.child("ResponseMetadata")
                else { return }
                tree.children[place].children.append(metadata)
                tree.children.removeAll { $0.name == "ResponseMetadata" }
            })
        let unwrapped = WireFault(
            .resultMissing, "has the members of \(name) without it",
            tree: { tree in
                guard let place = tree.children.firstIndex(where: { $0.name == name }) else { return }
                tree.children.replaceSubrange(place...place, with: tree.children[place].children)
            })
        return metadata + [dropped, moved, unwrapped]
    }

    // MARK: Errors

    private func failure() -> [WireFault] {
        envelope() + requestID() + types()
    }

    private func envelope() -> [WireFault] {
        [
            WireFault(
                .errorBare, "answers a bare Error",
                tree: { tree in
                    guard let error = tree.child("Error") else { return }
                    tree = error
                }),
            WireFault(
                .errorBare, "answers Response/Errors/Error",
                tree: { tree in
                    guard let error = tree.child("Error") else { return }
                    var id = tree.child("RequestId") ?? Tree("RequestID")
                    id.name = "RequestID"
                    let errors = Tree("Errors", namespace: tree.namespace, children: [error])
                    tree = Tree("Response", namespace: tree.namespace, children: [errors, id])
                }),
            WireFault(
                .errorBare, "answers JSON",
                message: { response in
                    let code = Answer(reading: response).tree?.descendant("Error.Code")?.text ?? ""
                    response.body = Array(#"{"__type":"\#(code)","message":"no"}"#.utf8)
                }),
        ]
    }

    private func requestID() -> [WireFault] {
        func moved(_ what: String, _ add: @escaping @Sendable (inout Tree, Tree) -> Void) -> WireFault {
            WireFault(
                .requestIDMisplaced, what,
                tree: { tree in
                    guard let id = tree.child("RequestId") else { return }
                    tree.children.removeAll { $0.name == "RequestId" }
                    add(&tree, id)
                })
        }
        return [
            moved("has RequestId in ResponseMetadata") { tree, id in
                tree.children.append(Tree("ResponseMetadata", namespace: tree.namespace, children: [id]))
            },
            moved("has RequestId within Error") { tree, id in
                guard let place = tree.children.firstIndex(where: { $0.name == "Error" }) else { return }
                tree.children[place].children.append(id)
            },
        ]
    }

    private func types() -> [WireFault] {
        guard let site = exchange.sites.first(where: { $0.role == .errorType }) else { return [] }
        return [
            WireFault(
                .typeDropped, "leaves Type out",
                tree: { tree in
                    tree.editSiblings(site.place) { siblings, index in siblings.remove(at: index) }
                }),
            WireFault(
                .typeSwapped, "swaps Sender and Receiver",
                tree: { tree in
                    tree.edit(site.place[...]) { $0.text = $0.text == "Sender" ? "Receiver" : "Sender" }
                }),
        ]
    }
}
