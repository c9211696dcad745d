import SpecModel
import Wire

/// Faults of what stands around the members of a result or an error.
struct EnvelopeFaults: Sendable {
    let exchange: JudgedAnswer

    func faults() -> [WireFault] {
        namespaces() + lists() + (exchange.isSuccess ? success() : failure()) + statuses() + headers()
    }

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
        exchange.sites.compactMap { site -> [WireFault]? in
            guard case .list(_, let list)? = site.shape, !site.tree.children.isEmpty else { return nil }
            let item = WireFault(
                .itemForMember, "has item for member in \(site.path)", in: site.part,
                tree: { tree in
                    tree.edit(site.place[...]) { list in
                        for index in list.children.indices { list.children[index].name = "item" }
                    }
                })
            guard list.ordered, site.tree.children != site.tree.children.reversed() else { return [item] }
            return [
                item,
                WireFault(
                    .orderReversed, "reverses \(site.path)", in: site.part,
                    tree: { tree in
                        tree.edit(site.place[...]) { $0.children.reverse() }
                    }),
            ]
        }.flatMap { $0 }
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
        envelope() + requestID() + types() + codes()
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

    /// Codes with and without the ending that SDKs give their classes, and such as fit nothing.
    private func codes() -> [WireFault] {
        guard let site = exchange.sites.first(where: { $0.role == .errorCode }) else { return [] }
        let code = site.tree.text
        let ending = "Exception"
        let other = code.hasSuffix(ending) ? String(code.dropLast(ending.count)) : code + ending
        let wrong: [(FaultClass, String)] = [
            (.codeEnding, other), (.codeChanged, "aws:" + code), (.codeChanged, "InternalFailure"),
        ]
        return wrong.filter { !exchange.codes.contains($0.1) }.map { faultClass, wrong in
            WireFault(
                faultClass, "has \(wrong) for \(code)", in: .content,
                tree: { tree in
                    tree.edit(site.place[...]) { $0.text = wrong }
                })
        }
    }

    // MARK: The message

    private func statuses() -> [WireFault] {
        let wrong = exchange.isSuccess ? [201, 202, 400, 500] : [200, 403, 404, 500]
        return wrong.filter { !exchange.statuses.contains($0) && $0 != exchange.status }.map { status in
            WireFault(
                .statusChanged, "answers \(status) for \(exchange.status)", in: .content,
                message: { $0.status = status })
        }
    }

    private func headers() -> [WireFault] {
        func replaced(_ faultClass: FaultClass, _ what: String, _ name: String, _ value: String?) -> WireFault {
            WireFault(
                faultClass, what,
                message: { response in
                    response.headers.removeAll { $0.name.lowercased() == name.lowercased() }
                    if let value { response.headers.append(Header(name, value)) }
                })
        }
        let types: [String] = ["text/html; charset=utf-8", "application/json", "application/x-amz-json-1.0"]
        let typed = types.map { type in
            replaced(.contentTypeWrong, "says that it is \(type)", "Content-Type", type)
        }
        return typed + [
            replaced(.contentTypeWrong, "has no Content-Type", "Content-Type", nil),
            replaced(.requestIDHeaderWrong, "has no x-amzn-RequestId", "x-amzn-RequestId", nil),
            replaced(
                .requestIDHeaderWrong, "has another id in x-amzn-RequestId", "x-amzn-RequestId",
                "00000000-1111-2222-3333-444444444444"),
        ]
    }
}
