import Golden
import SpecCatalog
import SpecModel
import Wire

/// Composes the goldens of a case from the spec: what its requests look like and what must come back.
///
/// Pure: the same catalogue gives the same goldens, and no endpoint is asked. Only steps whose
/// expectation is ``Expectation/modelled`` have none here; see ``GoldenRecorder``.
public struct GoldenComposer: Sendable {
    private let catalog: Catalog

    public init(catalog: Catalog) { self.catalog = catalog }

    /// The goldens of every judged step of a case whose expectation is stated.
    public func goldens(for case: Case) -> [Golden] {
        `case`.judged.filter { !$0.expectation.isModelled }.flatMap { step in goldens(for: step, of: `case`) }
    }

    private func goldens(for step: Step, of case: Case) -> [Golden] {
        let choices: [Expectation] =
            if case .anyOf(let several) = step.expectation { several } else { [step.expectation] }
        let request = RequestComposer(catalog: catalog, api: `case`.api).goldenRequest(of: step)
        return choices.enumerated().compactMap { index, choice in
            let id = GoldenID(caseID: `case`.id, step: step.name, alternative: index + 1, api: step.api)
            return golden(choice, step, id, request)
        }
    }

    private func golden(
        _ expectation: Expectation, _ step: Step, _ id: GoldenID, _ request: GoldenRequest
    ) -> Golden? {
        switch expectation {
        case .result(let fields, let evidence):
            return Golden(
                id: id, provenance: evidence.provenance, source: evidence.source, request: request, status: 200,
                contentType: id.api.mediaType, tree: success(step.operation, fields, id.api))
        case .failure(let failure):
            return Golden(
                id: id, provenance: failure.evidence.provenance, source: failure.evidence.source, request: request,
                status: failure.status, contentType: id.api.mediaType,
                errorType: id.api == .v2 ? GoldenComposer.code(failure) : nil,
                tree: GoldenComposer.error(failure, id.api))
        case .accepted, .ignored, .modelled, .observed, .status, .anyOf:
            return nil
        }
    }

    /// A successful answer with this result.
    func success(_ name: String, _ fields: Fields, _ api: API) -> Tree {
        let operation = catalog.operation(api, name)
        if api == .v2 {
            return JSONEncoding(structures: catalog.structures(api))
                .object(fields.fields, members: operation?.result ?? [])
        }
        var children: [Tree] = []
        if let members = operation?.result {
            let body = fields.fields.map { element($0, among: members, catalog.structures(api)) }
            children.append(Tree("\(name)Result", namespace: API.namespace, children: body))
        }
        children.append(
            Tree(
                "ResponseMetadata", namespace: API.namespace,
                children: [Tree("RequestId", namespace: API.namespace, text: "⟦request-id⟧")]))
        return Tree("\(name)Response", namespace: API.namespace, children: children)
    }

    private func element(_ field: Field, among members: [Member], _ structures: [String: Structure]) -> Tree {
        let shape = members.first { $0.name == field.name }?.shape
        return element(field.name, field.value, shape, structures)
    }

    private func element(
        _ name: String, _ value: Value, _ shape: Shape?, _ structures: [String: Structure]
    ) -> Tree {
        var tree = Tree(name, namespace: API.namespace)
        switch (value, shape) {
        case (.list(let values), .list(let shape, _)?):
            tree.children = values.map { element("member", $0, shape, structures) }
        case (.fields(let fields), .map(let shape)?):
            tree.children = fields.map { entry($0, shape, structures) }
        case (.fields(let fields), .structure(let name)?):
            let members = structures[name]?.members ?? []
            tree.children = fields.map { element($0, among: members, structures) }
        default:
            tree.text = value.scalarText ?? ""
        }
        return tree
    }

    private func entry(_ field: Field, _ shape: Shape, _ structures: [String: Structure]) -> Tree {
        let key = Tree("key", namespace: API.namespace, text: field.name)
        return Tree(
            "entry", namespace: API.namespace,
            children: [key, element("value", field.value, shape, structures)])
    }

    private static func code(_ failure: Failure) -> String {
        failure.codes.count == 1 ? failure.codes[0] : "⟦one-of:\(failure.codes.joined(separator: "|"))⟧"
    }

    /// In v1 Type, Code and Message in `Error`, and the request id beside it; in v2 nothing but a message.
    ///
    /// Source: truth, wire format section 1, "Errors", and section 2.
    private static func error(_ failure: Failure, _ api: API) -> Tree {
        func leaf(_ name: String, _ text: String) -> Tree { Tree(name, namespace: API.namespace, text: text) }
        let code = code(failure)
        let isSeen = (failure.message?.evidence.provenance ?? .modelled) <= .published
        let message = isSeen ? failure.message?.text ?? "⟦any⟧" : "⟦any⟧"
        guard api == .v1 else {
            return Tree("", kind: .object, children: [Tree("message", kind: .string, text: message)])
        }
        let error = Tree(
            "Error", namespace: API.namespace,
            children: [leaf("Type", failure.origin.rawValue), leaf("Code", code), leaf("Message", message)])
        return Tree(
            "ErrorResponse", namespace: API.namespace, children: [error, leaf("RequestId", "⟦request-id⟧")])
    }
}
