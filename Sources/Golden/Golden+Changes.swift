import Diff
import Wire

extension Golden {
    /// What differs between two goldens: the answer, the request, and what they rest on.
    ///
    /// - Parameter answerOnly: leaves the request and what the goldens rest on out.
    public func changes(to other: Golden, answerOnly: Bool = false) -> [TreeChange] {
        func parts(_ golden: Golden) -> [Tree] { answerOnly ? golden.head : golden.head + golden.origin }
        let comparison = TreeComparison()
        return comparison.changes(from: parts(self), to: parts(other)) + comparison.changes(from: tree, to: other.tree)
    }

    /// What of an answer from an endpoint differs from what this golden expects; a placeholder stands for all that has
    /// its form.
    public func changes(toAnswer answer: Tree) -> [TreeChange] {
        TemplateComparison().changes(from: tree, to: answer)
    }

    private var head: [Tree] {
        [leaf("status", "\(status)"), leaf("content-type", contentType)]
            + (errorType.map { [leaf("error-type", $0)] } ?? [])
    }

    private var origin: [Tree] {
        let lines: [Tree] =
            switch request.body {
            case .form(let parameters): parameters.map { leaf("body", $0) }
            case .bytes(let bytes): [leaf("body", Hexadecimal.text(bytes))]
            case .json(let tree): [Tree("body", kind: tree.kind, text: tree.text, children: tree.children)]
            case .text(let text): [leaf("body", text)]
            case .absent: []
            }
        let headers = request.headers.map { leaf($0.name, $0.value) }
        let asked = [leaf("line", "\(request.method) \(request.target)")] + headers + lines
        let recorded = recording?.attributes.map { leaf($0.0, $0.1) } ?? []
        return [leaf("provenance", provenance.rawValue), leaf("source", source)] + recorded
            + [Tree("request", children: asked)]
    }

    private func leaf(_ name: String, _ text: String) -> Tree { Tree(name, text: text) }
}
