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
        let table = RouteTable(catalog.operations.compactMap { one in one.route.map { (route: $0, value: one) } })
        guard let found = table.find(method, segments) else { return nil }
        let names = found.value.route?.labels ?? []
        return (found.value, zip(names, found.labels).map { FormParameter($0, $1) })
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

extension PercentEncoding {
    /// The text that an encoded one stands for; itself where it is no encoded text.
    fileprivate static func lenientlyDecoded(_ text: String) -> String { (try? decode(text)) ?? text }
}
