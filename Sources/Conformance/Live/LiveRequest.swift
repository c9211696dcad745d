import SpecCatalog
import SpecModel
import Wire

/// A request as whoever receives it may read it: which operation, and every value by its dotted path.
struct LiveRequest: Sendable {
    /// As AWS spells it; nil where no operation of the catalogue is meant.
    let operation: Operation?
    /// Names and values, `Destination.ToAddresses.member.1` in v1, `Destination.ToAddresses.1` in v2.
    let values: [FormParameter]

    /// - Returns: nil for a request that can't be read, so that nobody can say what it asks for.
    init?(_ request: HTTPRequest, _ catalog: Catalog) {
        let parts = request.target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = parts.count > 1 ? Array(parts[1].utf8) : []
        guard let parameters = try? FormEncoding.decode(query) else { return nil }
        if parts[0].hasPrefix("/v2/") {
            guard let tree = LiveRequest.document(request.body) else { return nil }
            let found = LiveRequest.route(request.method, String(parts[0]), catalog)
            operation = found?.operation
            values = parameters + (found?.labels ?? []) + LiveRequest.leaves(of: tree, at: "")
        } else {
            guard let body = try? FormEncoding.decode(request.body) else { return nil }
            let all = parameters + body
            let action = all.first { $0.name.lowercased() == "action" }?.value.lowercased()
            operation = catalog.operations.first { $0.api == .v1 && $0.name.lowercased() == action }
            values = all
        }
    }

    /// - Returns: nil for what is neither JSON nor nothing.
    private static func document(_ body: [UInt8]) -> Tree? {
        body.isEmpty ? Tree("", kind: .object) : try? JSONReader.tree(from: body)
    }

    /// The operation at a path, and what its labels stand for.
    private static func route(
        _ method: String, _ path: String, _ catalog: Catalog
    ) -> (operation: Operation, labels: [FormParameter])? {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map { PercentEncoding.lenientlyDecoded(String($0)) }
        var found: (operation: Operation, labels: [FormParameter])?
        for operation in catalog.operations where operation.api == .v2 {
            let routes = operation.route.map { [$0] + $0.others } ?? []
            guard let labels = routes.lazy.compactMap({ $0.labels(in: segments, method) }).first else { continue }
            // Where a literal and a label both fit, the literal is meant.
            if let found, found.labels.count <= labels.count { continue }
            found = (operation, labels)
        }
        return found
    }

    private static func leaves(of tree: Tree, at path: String) -> [FormParameter] {
        guard [.object, .array].contains(tree.kind) else { return [FormParameter(path, tree.text)] }
        return tree.children.enumerated().flatMap { index, child -> [FormParameter] in
            let name = child.name.isEmpty ? String(index + 1) : child.name
            return leaves(of: child, at: path.isEmpty ? name : "\(path).\(name)")
        }
    }

    /// The values of parameters of these names, whatever the letter case; empty ones left out.
    func values(named names: [String]) -> [String] {
        let wanted = Set(names.map { $0.lowercased() })
        return values.filter { wanted.contains($0.name.lowercased()) && !$0.value.isEmpty }.map(\.value)
    }
}

extension Route {
    /// The values of the labels, if a request of that path and method is this route's.
    fileprivate func labels(in segments: [String], _ method: String) -> [FormParameter]? {
        let own = path.split(separator: "/").map(String.init)
        guard method == self.method, own.count == segments.count else { return nil }
        var values: [FormParameter] = []
        for (part, segment) in zip(own, segments) {
            if part.hasPrefix("{") {
                values.append(FormParameter(String(part.dropFirst().dropLast()), segment))
            } else if part != segment {
                return nil
            }
        }
        return values
    }
}

extension PercentEncoding {
    /// The text that an encoded one stands for; itself where it is no encoded text.
    fileprivate static func lenientlyDecoded(_ text: String) -> String { (try? decode(text)) ?? text }
}
