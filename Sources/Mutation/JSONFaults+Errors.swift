import SpecModel
import Wire

/// An error of JSON tells its type in a header, and in its body nothing but a message.
extension JSONFaults {
    /// Where the type is told, and how.
    func errorTypes() -> [WireFault] {
        guard let code = answer.code else { return [] }
        func moved(_ faultClass: FaultClass, _ what: String, in part: WireFault.Part, _ members: [Tree]) -> WireFault {
            WireFault(
                faultClass, what, in: part,
                message: { response in
                    response.setHeader(Answer.errorTypeHeader, nil)
                    response.editTree { $0.children += members }
                })
        }
        func member(_ name: String, _ text: String) -> Tree { Tree(name, kind: .string, text: text) }
        let wrong = "InternalFailure"
        let contradiction = member("__type", wrong)
        return [
            moved(.errorTypeMissing, "says nowhere which error it is", in: .content, []),
            moved(.errorTypeMissing, "says in type which error it is", in: .content, [member("type", code)]),
            moved(.errorTypeInBody, "has __type alone", in: .envelope, [member("__type", code)]),
            moved(.errorTypeInBody, "has code alone", in: .envelope, [member("code", code)]),
            moved(.codeChanged, "has __type \(wrong) for \(code)", in: .content, [member("__type", wrong)]),
            WireFault(
                .errorTypesDiffer, "has __type \(wrong) beside \(code)",
                tree: { $0.children.append(contradiction) }),
            WireFault(
                .otherFormat, "answers in XML", in: .content,
                message: { response in
                    let error = Tree("Error", children: [Tree("Code", text: code), Tree("Message", text: "no")])
                    let root = Tree("ErrorResponse", namespace: API.namespace, children: [error])
                    response.body = Array(XMLWriter.document(root).utf8)
                    response.setHeader("Content-Type", "text/xml")
                }),
            WireFault(
                .nestingAdded, "has everything within a list", in: .content,
                tree: { tree in tree = Tree("", kind: .array, children: [tree]) }),
        ]
    }

    /// What becomes of the message alone.
    func messages() -> [WireFault] {
        let dropped = WireFault(.messageOff, "has no message", tree: { $0.children = [] })
        let nested = WireFault(
            .messageOff, "has everything within error",
            tree: { tree in
                var error = tree
                error.name = "error"
                tree = Tree("", kind: .object, children: [error])
            })
        let empty = WireFault(.messageOff, "is empty", message: { $0.body = [] })
        guard answer.freeMessage == nil, let site = answer.sites.first(where: { $0.role == .errorMessage }) else {
            return [dropped, nested, empty]
        }
        let null = WireFault(
            .messageOff, "has null for a message that is known",
            tree: { tree in
                tree.edit(site.place[...]) { $0 = Tree($0.name, kind: .null, text: "null") }
            })
        return [dropped, nested, empty, null]
    }
}
