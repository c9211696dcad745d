import SpecCatalog
import SpecModel
import Wire

/// What a request asks for.
struct AskedOperation: Sendable, Hashable {
    let api: API
    let name: String

    init(_ api: API, _ name: String) {
        self.api = api
        self.name = name
    }

    init(_ operation: SpecModel.Operation) { self.init(operation.api, operation.name) }

    /// nil for requests that are for no operation.
    static func of(_ request: HTTPRequest) -> AskedOperation? {
        if let found = AskedRoute(request) { return AskedOperation(.v2, found.operation) }
        return action(request.body).map { AskedOperation(.v1, $0) }
    }

    /// The value of `Action` in a body.
    private static func action(_ body: [UInt8]) -> String? {
        guard body.starts(with: "Action=".utf8) else {
            return (try? FormEncoding.decode(body))?.first { $0.name == "Action" }?.value
        }
        return String(decoding: body.dropFirst(7).prefix { $0 != UInt8(ascii: "&") }, as: UTF8.self)
    }

    /// Whether the operation changes nothing.
    var isRead: Bool { ["Get", "List", "Describe", "Test"].contains { name.hasPrefix($0) } }
}

/// What a request of the REST-JSON API asks for, by its method and path.
struct AskedRoute: Sendable {
    let operation: String
    let route: Route
    /// In the order of the path.
    let labels: [String]
    let query: [FormParameter]

    private struct Found: Sendable {
        let operation: String
        let route: Route
    }

    private static let table = RouteTable(
        Catalog.standard.operations.compactMap { operation in
            operation.route.map { (route: $0, value: Found(operation: operation.name, route: $0)) }
        })

    init?(_ request: HTTPRequest) {
        guard request.target.utf8.count > 1, let target = try? RequestTarget(reading: request.target),
            let found = AskedRoute.table.find(request.method, target.path)
        else { return nil }
        operation = found.value.operation
        route = found.value.route
        labels = found.labels
        query = target.query
    }
}
